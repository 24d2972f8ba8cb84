/** What the setting `analysis` says: the part that is open and, after a colon, what it shows. */

export const PARTS = ['claims', 'unnamed', 'trips', 'schedules', 'reach'] as const;
export type AnalysisPart = (typeof PARTS)[number];

/** The part that a text of the setting opens; null where it opens none. */
export function partOf(text: string | null): AnalysisPart | null {
  return PARTS.find((part) => text === part || text?.startsWith(`${part}:`)) ?? null;
}

/** What the part shows: the text after the colon, empty where there is none. */
export const detailOf = (text: string | null): string => text?.slice(text.indexOf(':') + 1 || text.length) ?? '';
