/** How a reader zooms and moves a map that leaves the wheel and one finger to the page around it, in words. */
export type Gestures = Readonly<Record<'windows' | 'mac' | 'touch', string>>;

/** What MapLibre itself says, by its own names. */
export const localeOf = (title: string, gestures?: Gestures): Record<string, string> => ({
  'Map.Title': title,
  ...(gestures && {
    'CooperativeGesturesHandler.WindowsHelpText': gestures.windows,
    'CooperativeGesturesHandler.MacHelpText': gestures.mac,
    'CooperativeGesturesHandler.MobileHelpText': gestures.touch,
  }),
});
