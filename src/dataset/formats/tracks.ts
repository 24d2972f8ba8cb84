/** From timed positions to voyages. A gap stays a gap: no voyage goes over it, and no line is drawn there. */
import { HOUR } from '../../model/edtf.ts';
import type { Fix, LonLat } from '../../model/records.ts';
import type { Findings } from './finding.ts';
import { type Place, type RawClaim, type RawVoyage, settleDraft } from './raw-case.ts';
import type { FormatRead } from './reading.ts';
import { identifyShips } from './ships.ts';
import { thin } from './thin.ts';

/** The positions of one ship, as a file gives them. */
export interface Track {
  readonly name: string;
  readonly imo?: string | undefined;
  readonly mmsi?: string | undefined;
  /** Where it stands in the file. */
  readonly path: string;
  /** Stretches that the file itself parts, each in the order of the file. */
  readonly segments: readonly (readonly Fix[])[];
  /** The segments are parted at every gap already, and may be thinned: long steps within one are none. */
  readonly parted?: boolean;
}

/** How positions become voyages; findings state what was done. */
export interface TrackSettings {
  /** Hours without a position that part two voyages. */
  readonly gapHours: number;
  /** No position left out lies further than this from the track that is kept, km, at its time. */
  readonly toleranceKm: number;
  /** Tracks of fewer positions are kept whole. */
  readonly thinAbove: number;
}

/** A gap of six hours is more than any pass of satellites leaves, and less than a short call. */
export const TRACK_SETTINGS: TrackSettings = { gapHours: 6, toleranceKm: 0.1, thinAbove: 2000 };

/** Degrees of the cells that ends of tracks are gathered in, and the furthest two points of one are apart, km. */
const CELL = 0.01;
const CELL_KM = 1.6;

/**
 * Makes a case out of tracks. A stretch without a gap is a voyage of one leg. Files of tracks name no ports, so a voyage
 * goes from the place of its first position to that of its last, and these are called by their coordinates.
 */
export function caseOfTracks(
  tracks: readonly Track[],
  file: string,
  findings: Findings,
  settings: TrackSettings = TRACK_SETTINGS,
): FormatRead {
  const places = new Map<string, Place>();
  const claims: RawClaim[] = [];
  const voyages: RawVoyage[] = [];
  const origins = new Map<string, string>();
  const ships = identifyShips(tracks, findings);
  tracks.forEach((track, at) => {
    const vessel = ships.ids[at] as string;
    stretchesOf(track, settings, findings).forEach((fixes, number) => {
      const [first, last] = [fixes[0] as Fix, fixes.at(-1) as Fix];
      const id = number === 0 ? track.path : `${track.path}, ${number + 1}`;
      const [depart, arrive] = [isoOf(first.time), isoOf(last.time)];
      origins.set(id, track.path);
      claims.push({
        id,
        text: `${vessel} · ${depart} · ${arrive}`,
        source: file,
        kind: 'observation',
        date: `${depart}/${arrive}`,
      });
      voyages.push({
        id,
        vessel,
        legs: [
          {
            from: placeAt(first.position, places),
            to: placeAt(last.position, places),
            depart,
            arrive,
            track: fixes.map(({ time, position }) => ({ time: isoOf(time), position: [...position] })),
            claims: [id],
          },
        ],
      });
    });
  });
  if (voyages.length === 0) return { kind: 'case', dataset: null, raw: null, findings: nothing(findings) };
  const sailing = new Set(voyages.map((voyage) => voyage.vessel));
  const settled = settleDraft(
    {
      title: file,
      summary: file,
      places,
      vessels: new Map([...ships.vessels].filter(([id]) => sailing.has(id))),
      sources: new Map([[file, { id: file, publisher: file }]]),
      claims,
      voyages,
      sightings: [],
      origins,
    },
    findings,
  );
  return { kind: 'case', ...settled, findings: findings.list };
}

function nothing(findings: Findings): Findings['list'] {
  if (findings.list.length === 0) {
    findings.leftOut('not-a-track', { path: '', message: 'there is no timed track', expected: 'positions with times' });
  }
  return findings.list;
}

const isoOf = (time: number): string => new Date(time).toISOString();

/** The stretches of a track without a gap, each of two positions or more, with times that run forward. */
function stretchesOf(track: Track, settings: TrackSettings, findings: Findings): Fix[][] {
  const { path, name: record } = track;
  const stretches: Fix[][] = [];
  const [turned, gaps] = [
    { count: 0, first: '' },
    { count: 0, hours: 0 },
  ];
  let single = 0;
  let before: Fix | undefined;
  for (const segment of track.segments) {
    let stretch: Fix[] = [];
    const end = (): void => {
      if (stretch.length > 1) stretches.push(stretch);
      else single += stretch.length;
      stretch = [];
    };
    for (const fix of segment) {
      if (before !== undefined && fix.time <= before.time) {
        if (turned.count++ === 0) turned.first = isoOf(fix.time);
        continue;
      }
      const looked = before !== undefined && (!track.parted || fix === segment[0]);
      const hours = looked ? (fix.time - (before?.time ?? fix.time)) / HOUR : 0;
      if (hours > settings.gapHours && stretch.length > 0) end();
      if (hours > settings.gapHours) {
        gaps.count++;
        gaps.hours = Math.max(gaps.hours, hours);
      }
      stretch.push(fix);
      before = fix;
    }
    end();
  }
  if (turned.count > 0) {
    const message = `${turned.count} positions are left out whose time is not after that of the one before, first ${turned.first}`;
    findings.leftOut('time-backwards', { path, record, message, expected: 'times that run forward' });
  }
  if (single > 0) {
    const message = `${single} positions are left out that stand alone between gaps`;
    findings.leftOut('single-position', { path, record, message, expected: 'two positions or more without a gap' });
  }
  if (gaps.count > 0) {
    const message = `${gaps.count} gaps of more than ${settings.gapHours} hours part the track, the longest of ${gaps.hours.toFixed(1)} hours`;
    findings.doubtful('gap', { path, record, message, expected: `a position every ${settings.gapHours} hours` });
  }
  return thinned(stretches, track, settings, findings);
}

function thinned(
  stretches: Fix[][],
  { path, name: record }: Track,
  settings: TrackSettings,
  findings: Findings,
): Fix[][] {
  const total = stretches.reduce((sum, fixes) => sum + fixes.length, 0);
  if (total <= settings.thinAbove) return stretches;
  const kept = stretches.map((fixes) => thin(fixes, settings.toleranceKm));
  const left = kept.reduce((sum, fixes) => sum + fixes.length, 0);
  findings.doubtful('thinned', {
    path,
    record,
    message: `${total} positions are thinned to ${left}: none of the others lies more than ${settings.toleranceKm} km from the track at its time`,
    expected: `at most ${settings.thinAbove} positions of one ship, which are kept whole`,
  });
  return kept;
}

/** The place of an end of a track. Ends in one small cell are one place, with that doubt. */
function placeAt(position: LonLat, places: Map<string, Place>): string {
  const [lon, lat] = position.map((degrees) => Math.round(degrees / CELL) * CELL) as [number, number];
  const side = (degrees: number, [plus, minus]: readonly [string, string]): string =>
    `${Math.abs(degrees).toFixed(2)}° ${degrees < 0 ? minus : plus}`;
  const id = `${side(lat, ['N', 'S'])} ${side(lon, ['E', 'W'])}`;
  if (!places.has(id)) places.set(id, { id, name: id, position, positionErrorKm: CELL_KM });
  return id;
}
