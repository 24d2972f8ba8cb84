/** A spreadsheet of voyages: a row a voyage, or a row a leg where a column groups them. */
import type { RawLeg, RawVoyage } from './raw-case.ts';
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

/** A row that is a leg. */
interface LegRow {
  readonly entry: Entry;
  readonly vessel: string;
  readonly leg: RawLeg;
}

/**
 * Makes a case out of a table of voyages. Rows that cannot be used are findings, with the row; nothing is thrown.
 *
 * @param columns the guess of the table, or what somebody made of it
 */
export function buildVoyages(table: TableToApprove, columns: Columns, answers: TableAnswers = {}): Built {
  const open = openTable(table, columns, answers);
  if ('questions' in open) return open;
  const { entries, findings } = open;
  givePositions(open, 'from', 'fromLat', 'fromLon');
  givePositions(open, 'to', 'toLat', 'toLon');
  const sound = entries.filter((entry) => namesAll(entry, open));
  const { ids, vessels } = shipsOf(sound, findings);
  const legs = sound.flatMap((entry, at) => legOf(entry, ids[at] as string, open));
  return builtOf(open, { ...voyagesOf(legs, findings), vessels, sightings: [], file: table.file });
}

/** Whether a row names a ship and two ports; if not, that is a finding. */
function namesAll(entry: Entry, { findings }: OpenTable): boolean {
  for (const field of ['vessel', 'from', 'to'] as const) {
    if (entry.text(field) !== '' || (field === 'vessel' && entry.text('imo') + entry.text('mmsi') !== '')) continue;
    const what = field === 'vessel' ? 'ship' : `port it sails ${field}`;
    findings.leftOut(field === 'vessel' ? 'vessel-missing' : 'place-missing', {
      path: entry.path,
      message: `the row names no ${what}, so it is left out`,
      expected: `the name of the ${what}`,
    });
    return false;
  }
  return true;
}

function legOf(entry: Entry, vessel: string, { book, claims, findings }: OpenTable): LegRow[] {
  const [from, to] = [book.find(entry.text('from')), book.find(entry.text('to'))];
  const lost = [from === null ? entry.text('from') : '', to === null ? entry.text('to') : ''].filter(Boolean);
  if (from === null || to === null) {
    findings.leftOut('place-unknown', {
      path: entry.path,
      message: `nobody said where ${lost.join(' and ')} is, so the row is left out`,
      expected: 'a position for every port',
    });
    return [];
  }
  if (from === to) {
    findings.leftOut('same-place', {
      path: entry.path,
      message: `the voyage ends where it starts, at ${entry.text('to')}, with nothing between, so the row is left out`,
      expected: 'two ports',
    });
    return [];
  }
  const [depart, arrive] = [entry.date('depart'), entry.date('arrive')];
  if (depart === null || arrive === null) return [];
  const note = entry.text('note');
  const leg: RawLeg = {
    from,
    to,
    ...(depart === undefined ? {} : { depart }),
    ...(arrive === undefined ? {} : { arrive }),
    ...(note === '' ? {} : { note }),
    claims: [claims.add(entry, asWritten(entry))],
  };
  return [{ entry, vessel, leg }];
}

/** Rows of one ship with the same mark in the column of voyages are legs of one voyage, in the order of the rows. */
function voyagesOf(rows: readonly LegRow[], findings: OpenTable['findings']) {
  const groups = new Map<string, LegRow[][]>();
  for (const row of rows) {
    const mark = row.entry.text('voyage');
    const key = mark === '' ? row.entry.path : JSON.stringify([row.vessel, mark]);
    const pieces = groups.get(key) ?? [];
    groups.set(key, pieces);
    const last = pieces.at(-1)?.at(-1);
    if (last === undefined) pieces.push([row]);
    else if (last.leg.to === row.leg.from) pieces.at(-1)?.push(row);
    else {
      pieces.push([row]);
      findings.doubtful('legs-do-not-chain', {
        path: row.entry.path,
        record: mark,
        message: `the leg starts from ${row.leg.from}, but the one before it ends at ${last.leg.to}: it is a voyage of its own`,
        expected: `a leg from ${last.leg.to}`,
      });
    }
  }
  const origins = new Map<string, string>();
  const voyages = [...groups.values()].flat().map((piece): RawVoyage => {
    const [first] = piece as [LegRow, ...LegRow[]];
    const id = first.entry.path;
    origins.set(id, id);
    const title = first.entry.text('voyage');
    return {
      id,
      vessel: first.vessel,
      ...(title === '' ? {} : { title }),
      legs: piece.map(({ leg }) => leg),
    };
  });
  return { voyages, origins };
}
