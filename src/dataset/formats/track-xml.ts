/** What GPX and KML share: elements in, tracks out. */
import type { Fix, LonLat } from '../../model/records.ts';
import type { Findings } from './finding.ts';
import { readInstant } from './instant.ts';
import { type FormatRead, type Reading, type SourceFile, textPieces } from './reading.ts';
import { caseOfTracks, type Track } from './tracks.ts';
import { type XmlHandler, xmlReader } from './xml-events.ts';

/** A vocabulary of XML that tells of tracks. */
export interface TrackVocabulary {
  readonly handler: XmlHandler;
  /** What was met; asked at the end. */
  tracks(): Track[];
}

/** Reads a file of a vocabulary, piece by piece. A file that is cut gives what came before the cut, and a finding. */
export async function readTrackXml(
  vocabulary: TrackVocabulary,
  file: SourceFile,
  reading: Reading,
  findings: Findings,
): Promise<FormatRead> {
  const reader = xmlReader(vocabulary.handler);
  for await (const text of textPieces(file, reading, findings)) reader.push(text);
  if (reader.end() > 0) {
    const message = 'the file ends before its elements do; what came before is kept';
    findings.doubtful('unreadable', { path: '', message, expected: 'a whole XML file' });
  }
  return caseOfTracks(vocabulary.tracks(), file.name, findings);
}

/** Collects the fixes of one track, and tells once of those that are none. */
export interface FixCollector {
  /** Begins a stretch of its own. */
  part(): void;
  add(lon: string | undefined, lat: string | undefined, time: string | undefined): void;
  /** The stretches; findings are told under the name and the place of the track. */
  end(path: string, record: string): Fix[][];
}

/** An empty collection of fixes. */
export function fixCollector(findings: Findings): FixCollector {
  const segments: Fix[][] = [];
  const faults = new Map<'position-wrong' | 'time-not-exact' | 'zone-assumed', { count: number; first: string }>();
  const fault = (kind: 'position-wrong' | 'time-not-exact' | 'zone-assumed', found: string): void => {
    const known = faults.get(kind) ?? { count: 0, first: found };
    known.count++;
    faults.set(kind, known);
  };
  return {
    part: () => segments.push([]),
    add(lon, lat, time) {
      const position = positionOf(lon, lat);
      if (position === null) return fault('position-wrong', `${lon ?? ''} ${lat ?? ''}`);
      const instant = readInstant(time?.trim());
      if (instant === null) return fault('time-not-exact', time?.trim() ?? 'none');
      if (instant.zoneAssumed) fault('zone-assumed', time?.trim() ?? '');
      if (segments.length === 0) segments.push([]);
      segments.at(-1)?.push({ position, time: instant.time });
    },
    end(path, record) {
      for (const [kind, { count, first }] of faults) {
        const told = { path, record };
        if (kind === 'zone-assumed') {
          const message = `${count} times have no zone and are read as UTC, first ${first}`;
          findings.doubtful(kind, { ...told, message, expected: 'times with their zone' });
        } else {
          const what = kind === 'position-wrong' ? 'that are none' : 'without an exact time';
          const expected = kind === 'position-wrong' ? 'degrees' : 'a time such as 2023-09-10T12:00:00Z';
          findings.leftOut(kind, {
            ...told,
            message: `${count} positions are left out ${what}, first ${first}`,
            expected,
          });
        }
      }
      return segments;
    },
  };
}

function positionOf(lon: string | undefined, lat: string | undefined): LonLat | null {
  if (!lon?.trim() || !lat?.trim()) return null;
  const [x, y] = [Number(lon), Number(lat)];
  return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? [x, y] : null;
}

/** Tells of a thing that is no timed track. */
export function refuseLane(findings: Findings, path: string, record: string, what: string): void {
  const message = `${what} has no times: it is a lane and no voyage, so it is left out`;
  findings.leftOut('lane-not-voyage', { path, record, message, expected: 'a track with times' });
}
