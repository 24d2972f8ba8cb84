/** The pictures that are compared with a baseline: by `pictures.spec.ts`, and by eye in the gallery of `npm run dev`. */

export interface VisualCase {
  /** Names its baseline: `baselines/<name>.png`. */
  readonly name: string;
  /** The settings, as an address has them after `#`; empty for the start. */
  readonly hash: string;
  /** Of the window, CSS px. */
  readonly width: number;
  readonly height: number;
  readonly look: 'light' | 'dark';
  /** The browser gives no WebGL 2: the still map stays. */
  readonly noWebGl?: true;
  /** The browser runs no script: the first picture of the built page stays. */
  readonly noScript?: true;
  /** It leaves something behind in its page, so it has one of its own. */
  readonly alone?: true;
}

interface Scene {
  readonly name: string;
  readonly hash: string;
  readonly size: readonly [width: number, height: number];
}

const DESKTOP = [1280, 800] as const;
const PHONE = [390, 844] as const;

/** Drawn in both looks. */
const SCENES: readonly Scene[] = [
  { name: 'start', hash: '', size: DESKTOP },
  { name: 'first-sighting', hash: 'time=2023-08-26T12:00Z', size: DESKTOP },
  { name: 'evidence-white-house', hash: 'time=2023-09-10T12:00Z&selected=angara-white-house', size: DESKTOP },
  { name: 'early-october', hash: 'time=2023-10-05', size: DESKTOP },
  { name: 'evidence-october', hash: 'time=2023-10-11T00:00Z&selected=maria-october', size: DESKTOP },
  { name: 'last-sighting', hash: 'time=2023-10-14T12:00Z', size: DESKTOP },
  { name: 'end', hash: 'time=2100-01-01', size: DESKTOP },
  { name: 'phone', hash: 'time=2023-09-10T12:00Z', size: PHONE },
  { name: 'phone-evidence', hash: 'time=2023-09-10T12:00Z&selected=angara-white-house', size: PHONE },
];

const LOOKS = ['light', 'dark'] as const;

const AT_10_SEPTEMBER = 'time=2023-09-10T12:00Z';

/** Too slow for Maria: a what-if with claims that contradict each other. */
const AT_ONE_KNOT = 'time=2023-10-12&analysis=claims&whatif=assume:greatestSpeed:1';

/** Drawn in one look: what differs from the scenes is size, place or trouble. */
const SINGLE: readonly VisualCase[] = [
  single('embed-compact', `${AT_10_SEPTEMBER}&controls=compact`, [640, 420]),
  single('embed-none', `${AT_10_SEPTEMBER}&controls=none`, [640, 360]),
  single('middle', AT_10_SEPTEMBER, [760, 900]),
  single('small-phone', AT_10_SEPTEMBER, [320, 700]),
  single('analysis-claims', AT_ONE_KNOT, DESKTOP),
  single('analysis-claims-phone', AT_ONE_KNOT, PHONE, 'dark'),
  single('analysis-schedules', 'time=2023-10-05&analysis=schedules:7', DESKTOP),
  single('analysis-reach', 'time=2023-10-13&analysis=reach:maria:maria_seen_0', DESKTOP),
  single('world', `${AT_10_SEPTEMBER}&view=2/30/140`, DESKTOP),
  single('najin-close', `${AT_10_SEPTEMBER}&view=12.5/42.2271/130.289`, DESKTOP),
  single('indonesian', `${AT_10_SEPTEMBER}&lang=id&selected=angara-white-house`, DESKTOP),
  single('zone-vladivostok', `${AT_10_SEPTEMBER}&zone=Asia/Vladivostok`, DESKTOP),
  { ...single('many-ports', 'data=tests/fixtures/many-ports-case/&time=2021-05-01', DESKTOP), alone: true },
  { ...single('notice', `${AT_10_SEPTEMBER}&colour=red`, DESKTOP), alone: true },
  { ...single('no-webgl', AT_10_SEPTEMBER, DESKTOP), noWebGl: true },
  { ...single('first-picture', '', DESKTOP), noScript: true },
  { ...single('first-picture', '', DESKTOP, 'dark'), noScript: true },
  { ...single('first-picture-phone', '', PHONE), noScript: true },
];

/** All cases, each with a name of its own. */
export const CASES: readonly VisualCase[] = [
  ...SCENES.flatMap(({ name, hash, size }) => LOOKS.map((look) => single(name, hash, size, look))),
  ...SINGLE,
];

function single(
  name: string,
  hash: string,
  [width, height]: Scene['size'],
  look: VisualCase['look'] = 'light',
): VisualCase {
  return { name: `${name}-${look}`, hash, width, height, look };
}
