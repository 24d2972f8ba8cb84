/**
 * A case in its file form, made out of records of a foreign format. It goes through the same reader as our own files: one
 * checker checks all.
 */
import type { InferInput } from 'valibot';
import { DAY, readEdtf } from '../../model/edtf.ts';
import type { Dataset, EdtfText, LonLat } from '../../model/records.ts';
import { settleAssumptions } from '../assumptions.ts';
import { readCase } from '../read.ts';
import * as schema from '../schema.ts';
import { assumptionsThatFit } from './assumptions-that-fit.ts';
import { doubtsOf } from './doubts.ts';
import type { Findings } from './finding.ts';

export type RawVessel = InferInput<typeof schema.vessel>;
export type RawVoyage = InferInput<typeof schema.voyage>;
export type RawLeg = InferInput<typeof schema.leg>;
export type RawSighting = InferInput<typeof schema.sighting>;
export type RawSource = InferInput<typeof schema.source>;
export type RawClaim = InferInput<typeof schema.claim>;

/** A place of the world: a port, or where a track begins or ends. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly position: LonLat;
  readonly country?: string;
  readonly unlocode?: string;
  /** Radius, km, within which it lies. */
  readonly positionErrorKm?: number;
}

/** Both files of a case, as JSON values. */
export interface RawCase {
  readonly ports: { readonly type: 'FeatureCollection'; readonly features: readonly unknown[] };
  readonly voyages: Readonly<Record<string, unknown>>;
}

/** Records on their way to a case. */
export interface Draft {
  readonly title: string;
  readonly summary: string;
  readonly places: ReadonlyMap<string, Place>;
  readonly vessels: ReadonlyMap<string, RawVessel>;
  readonly sources: ReadonlyMap<string, RawSource>;
  readonly claims: readonly RawClaim[];
  readonly voyages: readonly RawVoyage[];
  readonly sightings: readonly RawSighting[];
  /** Where each voyage and sighting stands in the file, by id. */
  readonly origins: ReadonlyMap<string, string>;
  /** The period, where somebody stated it. */
  readonly window?: EdtfText | undefined;
}

/** Days that the period goes on where a voyage has no date on that side: longer than any passage between two ports. */
export const OPEN_DAYS = 60;

/** A case out of a draft: its file form, the dataset that our own reader makes of it, and the doubtful records. */
export function settleDraft(draft: Draft, findings: Findings): { raw: RawCase | null; dataset: Dataset | null } {
  const window = draft.window ?? periodOf(draft, findings);
  if (window === null) {
    findings.leftOut('no-dates', {
      path: '',
      message: 'no record that was kept has a date, so nothing can be placed in time',
      expected: 'at least one date',
    });
    return { raw: null, dataset: null };
  }
  const raw = rawCase(draft, window);
  const { dataset, problems } = readCase({
    ports: { name: PORTS, text: JSON.stringify(raw.ports) },
    voyages: { name: VOYAGES, text: JSON.stringify(raw.voyages) },
  });
  for (const { path, record, message, expected } of problems) {
    findings.leftOut('reader', { path: (record && draft.origins.get(record)) ?? path, message, expected, record });
  }
  if (dataset === null) return { raw, dataset };
  doubtsOf(dataset, draft.origins, findings);
  const assumptions = assumptionsThatFit(dataset);
  const spot = { file: VOYAGES, path: ['assumptions'] };
  return {
    raw: { ...raw, voyages: { ...raw.voyages, assumptions } },
    dataset: { ...dataset, assumptions: settleAssumptions(assumptions, spot, () => {}) },
  };
}

const PORTS = 'ports.geojson';
const VOYAGES = 'voyages.json';

function rawCase(draft: Draft, window: EdtfText): RawCase {
  const features = [...draft.places.values()].map(({ id, position, ...properties }) => ({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: position },
    properties,
  }));
  return {
    ports: { type: 'FeatureCollection', features },
    voyages: {
      version: schema.FORMAT_VERSION,
      title: draft.title,
      summary: draft.summary,
      window,
      sources: [...draft.sources.values()],
      claims: draft.claims,
      vessels: [...draft.vessels.values()],
      voyages: draft.voyages,
      sightings: draft.sightings,
    },
  };
}

/**
 * The period of a case: whole days from the first date of any record to the last, and {@link OPEN_DAYS} more on a side
 * where a voyage is not dated, so that the period bounds nothing that no source bounds.
 *
 * @returns EDTF, or null where there is no date
 */
function periodOf(draft: Draft, findings: Findings): EdtfText | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const take = (date: EdtfText | undefined): { earliest: number; latest: number } => {
    const { earliest, latest } = date === undefined ? OPEN : readEdtf(date);
    for (const end of [earliest, latest - 1].filter(Number.isFinite)) {
      first = Math.min(first, end);
      last = Math.max(last, end);
    }
    return { earliest, latest };
  };
  let [openStart, openEnd] = [false, false];
  for (const { legs } of draft.voyages) {
    for (const leg of legs) {
      for (const fix of [leg.track?.[0], leg.track?.at(-1)]) take(fix?.time);
    }
    const dates = legs.flatMap((leg) => [take(leg.depart), take(leg.arrive)]);
    openStart ||= dates[0]?.earliest === Number.NEGATIVE_INFINITY;
    openEnd ||= dates.at(-1)?.latest === Number.POSITIVE_INFINITY;
  }
  for (const sighting of draft.sightings) take(sighting.date);
  if (first > last) return null;
  const [from, to] = [first - (openStart ? OPEN_DAYS * DAY : 0), last + (openEnd ? OPEN_DAYS * DAY : 0)];
  const period = `${dayText(from)}/${dayText(to)}`;
  if (openStart || openEnd) {
    findings.doubtful('window-widened', {
      path: '',
      message: `some voyages have no first or no last date, so the period goes on ${OPEN_DAYS} days there: ${period}`,
      expected: 'the period that the voyages are reported for',
    });
  }
  return period;
}

const OPEN = { earliest: Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY };

/** The UTC day of a moment, within the years that EDTF writes with four figures. */
function dayText(time: number): string {
  const [least, most] = [Date.parse('0000-01-01T00:00Z'), Date.parse('9999-12-31T00:00Z')];
  return new Date(Math.min(Math.max(time, least), most)).toISOString().slice(0, 10);
}
