/** A table of port calls (arrived, left) and of sightings (seen at a port on a date). */

import { readEdtf } from '../../model/edtf.ts';
import type { Findings } from './finding.ts';
import type { RawSighting, RawVoyage } from './raw-case.ts';
import type { Columns, TableToApprove } from './table.ts';
import {
  asWritten,
  type Built,
  builtOf,
  type Entry,
  givePositions,
  type OpenTable,
  openTable,
  shipsOf,
  type TableAnswers,
} from './table-case.ts';

interface Call {
  readonly entry: Entry;
  readonly vessel: string;
  readonly port: string;
  readonly arrived: string | undefined;
  readonly left: string | undefined;
  readonly claim: string;
}

/**
 * Makes a case out of a table of port calls or sightings. From one call of a ship to her next, at another port, she made a
 * passage: a voyage of one leg, dated by the calls. Every call is a sighting too, tied to the voyage that brought her or else took
 * her away, so that no date is lost. A row that says "seen" is a sighting; without a ship, of an unnamed one.
 *
 * @param columns the guess of the table, or what somebody made of it
 */
export function buildCalls(table: TableToApprove, columns: Columns, answers: TableAnswers = {}): Built {
  const open = openTable(table, columns, answers);
  if ('questions' in open) return open;
  const { entries, findings } = open;
  givePositions(open, 'port', 'lat', 'lon');
  const named = entries.filter(isNamed);
  const { ids, vessels } = shipsOf(named, findings);
  const vesselOf = new Map(named.map((entry, at) => [entry, ids[at] as string]));
  const origins = new Map<string, string>();
  const sightings: RawSighting[] = [];
  const calls: Call[] = [];
  for (const entry of entries) {
    for (const found of recordsOf(entry, vesselOf.get(entry) ?? null, open)) {
      if ('date' in found) {
        origins.set(found.id, entry.path);
        sightings.push(found);
      } else calls.push(found);
    }
  }
  const { voyages, ties } = passages(calls, findings, origins);
  for (const call of calls) {
    origins.set(call.entry.path, call.entry.path);
    sightings.push({ ...sightingOfCall(call), ...ties.get(call) });
  }
  return builtOf(open, { voyages, sightings, vessels, origins, file: table.file });
}

function isNamed(entry: Entry): boolean {
  return entry.text('vessel') + entry.text('imo') + entry.text('mmsi') !== '';
}

/** The call and the sighting that a row tells of; none where it cannot be used, which is a finding. */
function recordsOf(entry: Entry, vessel: string | null, open: OpenTable): (Call | RawSighting)[] {
  const { book, findings, claims } = open;
  const name = entry.text('port');
  const port = name === '' ? null : book.find(name);
  if (port === null) {
    findings.leftOut(name === '' ? 'place-missing' : 'place-unknown', {
      path: entry.path,
      message: `${name === '' ? 'the row names no port' : `nobody said where ${name} is`}, so it is left out`,
      expected: 'a port and its position',
    });
    return [];
  }
  const [arrived, left, seen] = [entry.date('arrived'), entry.date('left'), entry.date('seen')];
  if (arrived === null || left === null || seen === null) return [];
  if (seen === undefined && arrived === undefined && left === undefined) {
    findings.leftOut('date-missing', {
      path: entry.path,
      message: 'the row has no date, so it is left out',
      expected: 'when she arrived, left or was seen',
    });
    return [];
  }
  const claim = claims.add(entry, asWritten(entry));
  const records: (Call | RawSighting)[] = [];
  const note = entry.text('note');
  const text = note === '' ? {} : { text: note };
  if (seen !== undefined) {
    records.push({ id: `${entry.path} seen`, vessel, port, date: seen, ...text, claims: [claim] });
  }
  if (arrived === undefined && left === undefined) return records;
  if (vessel !== null) records.push({ entry, vessel, port, arrived, left, claim });
  else records.push({ id: entry.path, vessel, port, ...datesOf(arrived, left), ...text, claims: [claim] });
  return records;
}

/** From each call of a ship to her next one elsewhere, in the order of time; and which voyage each call is tied to. */
function passages(calls: readonly Call[], findings: Findings, origins: Map<string, string>) {
  const ofShip = new Map<string, Call[]>();
  for (const call of calls) {
    const mine = ofShip.get(call.vessel);
    if (mine) mine.push(call);
    else ofShip.set(call.vessel, [call]);
  }
  const voyages: RawVoyage[] = [];
  const ties = new Map<Call, { voyage: string; call: number }>();
  for (const mine of ofShip.values()) {
    mine.sort((a, b) => momentOf(a) - momentOf(b));
    mine.forEach((next, at) => {
      const call = mine[at - 1];
      if (call === undefined || call.port === next.port) return;
      const id = `${call.entry.path} - ${next.entry.path}`;
      const { left, arrived } = { left: call.left, arrived: next.arrived };
      origins.set(id, next.entry.path);
      voyages.push({
        id,
        vessel: next.vessel,
        legs: [
          {
            from: call.port,
            to: next.port,
            ...(left === undefined ? {} : { depart: left }),
            ...(arrived === undefined ? {} : { arrive: arrived }),
            claims: [call.claim, next.claim],
          },
        ],
      });
      if (!ties.has(call)) ties.set(call, { voyage: id, call: 0 });
      ties.set(next, { voyage: id, call: 1 });
    });
  }
  flagTurned(calls, findings);
  return { voyages, ties };
}

const momentOf = ({ arrived, left }: Call): number => {
  const { earliest, latest } = readEdtf(arrived ?? left ?? '');
  return Number.isFinite(earliest) ? earliest : latest;
};

function flagTurned(calls: readonly Call[], findings: Findings): void {
  for (const { arrived, left, entry } of calls) {
    if (arrived === undefined || left === undefined || readEdtf(left).latest > readEdtf(arrived).earliest) continue;
    findings.doubtful('arrival-before-departure', {
      path: entry.path,
      message: `she left (${left}) before she arrived (${arrived})`,
      expected: 'a departure after the arrival',
    });
  }
}

function sightingOfCall({ entry, vessel, port, arrived, left, claim }: Call): RawSighting {
  return { id: entry.path, vessel, port, ...datesOf(arrived, left), claims: [claim] };
}

/** The dates of a call as those of a sighting: in port on the first and on the last of them. */
function datesOf(arrived: string | undefined, left: string | undefined): Pick<RawSighting, 'date' | 'reading'> {
  const simple = (date: string | undefined): date is string => date !== undefined && !/[/[]/.test(date);
  const spans = simple(arrived) && simple(left) && readEdtf(left).earliest >= readEdtf(arrived).latest;
  return spans ? { date: `${arrived}/${left}`, reading: 'first-and-last' } : { date: arrived ?? left ?? '' };
}
