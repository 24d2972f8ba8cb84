/** Which records are of the same ship: by IMO number, else by MMSI, else by name. */
import type { Findings } from './finding.ts';
import type { RawVessel } from './raw-case.ts';

/** A ship as one record names her. */
export interface ShipNamed {
  readonly name: string;
  readonly imo?: string | undefined;
  readonly mmsi?: string | undefined;
  /** Where the record stands. */
  readonly path: string;
}

/**
 * Tells ships apart. Two ships may have one name: then only their numbers part them, and a record with the name alone is
 * taken as a third ship and flagged. A record without number is the ship of its name where there is just one.
 *
 * @returns the id of the ship of each record, in their order, and the vessels
 */
export function identifyShips(
  named: readonly ShipNamed[],
  findings: Findings,
): { ids: string[]; vessels: Map<string, RawVessel> } {
  const imoOfMmsi = new Map<string, string>();
  const ships = named.map((ship) => {
    const [imo, mmsi] = [digits(ship.imo), digits(ship.mmsi)];
    if (imo && mmsi) imoOfMmsi.set(mmsi, imo);
    return { ...ship, imo, mmsi };
  });
  const wrong = new Set<string>();
  const numbered = ships.map(({ imo, mmsi, path, name }) => {
    for (const [kind, number, right] of [
      ['IMO', imo, imo !== undefined && isImo(imo)],
      ['MMSI', mmsi, mmsi !== undefined && /^\d{9}$/.test(mmsi)],
    ] as const) {
      if (number === undefined || right || wrong.has(number)) continue;
      wrong.add(number);
      findings.doubtful('number-wrong', {
        path,
        record: name,
        message: `the ${kind} number ${number} cannot be one`,
        expected: kind === 'IMO' ? 'seven figures, the last of which checks the others' : 'nine figures',
      });
    }
    const known = imo ?? (mmsi === undefined ? undefined : imoOfMmsi.get(mmsi));
    if (known !== undefined) return `IMO ${known}`;
    return mmsi === undefined ? null : `MMSI ${mmsi}`;
  });
  const ofName = new Map<string, Set<string>>();
  ships.forEach(({ name }, at) => {
    const id = numbered[at];
    if (id === null || id === undefined || name === '') return;
    const key = nameKey(name);
    ofName.set(key, (ofName.get(key) ?? new Set()).add(id));
  });
  const vessels = new Map<string, RawVessel>();
  const spelt = new Map<string, string>();
  const doubted = new Set<string>();
  const ids = ships.map(({ name, imo, mmsi, path }, at) => {
    const key = nameKey(name);
    const same = ofName.get(key);
    const only = same?.size === 1 ? [...same][0] : undefined;
    const byName = only ?? spelt.get(key) ?? name;
    const id = numbered[at] ?? byName;
    if (numbered[at] === null && only === undefined) spelt.set(key, id);
    if (numbered[at] === null && same !== undefined && same.size > 1 && !doubted.has(key)) {
      doubted.add(key);
      findings.doubtful('one-name-two-ships', {
        path,
        record: id,
        message: `${same.size} ships are called ${name} (${[...same].join(', ')}), and this record has no number`,
        expected: 'the IMO number or the MMSI of the ship',
      });
    }
    const before = vessels.get(id);
    const given = { ...(imo ? { imo } : {}), ...(mmsi ? { mmsi } : {}) };
    const shown = before !== undefined && before.name !== id ? before.name : name || id;
    vessels.set(id, { ...given, ...before, id, name: shown });
    return id;
  });
  return { ids, vessels };
}

/** A name as names are compared: case and blanks do not part them. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The figures of a number such as `IMO 9074729`; undefined where there are none, or where all are 0, which AIS writes for "none". */
function digits(number: string | undefined): string | undefined {
  const figures = number?.replace(/\D/g, '') ?? '';
  return /[1-9]/.test(figures) ? figures : undefined;
}

/** Whether seven figures are an IMO number: the last is the last figure of the sum of the others times 7 to 2. */
export function isImo(number: string): boolean {
  if (!/^\d{7}$/.test(number)) return false;
  const sum = [...number.slice(0, 6)].reduce((total, figure, at) => total + Number(figure) * (7 - at), 0);
  return sum % 10 === Number(number[6]);
}
