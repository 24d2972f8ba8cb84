/** Small cases whose records cite claims, often at odds with each other, and the case that ships. */
import { readFileSync } from 'node:fs';
import { readCase } from '../../src/dataset/read.ts';
import { DEFAULT_ASSUMPTIONS } from '../../src/model/assumptions.ts';
import type { Claim, ClaimKind, Dataset, Leg, Sighting, Voyage } from '../../src/model/records.ts';
import { caseOf, leg, sighting, type Tape, voyage } from './model-cases.ts';

const file = (name: string) => ({ name, text: readFileSync(`data/najin-dunay/${name}`, 'utf8') });

/** The case that ships. */
export function shippedCase(): Dataset {
  const { dataset } = readCase({ ports: file('ports.geojson'), voyages: file('voyages.json') });
  if (dataset === null) throw new Error('the case cannot be read');
  return dataset;
}

export const claim = (id: string, more: Partial<Claim> = {}): Claim => ({
  id,
  text: id,
  sources: [],
  kinds: ['observation'],
  contradicts: [],
  ...more,
});

export const figures = (greatestSpeed: number, leastStay: number, approximate = 2): Dataset['assumptions'] => ({
  ...DEFAULT_ASSUMPTIONS,
  greatestSpeed: { value: greatestSpeed, reason: '' },
  leastStay: { value: leastStay, reason: '' },
  approximate: { value: approximate, reason: '' },
});

const KINDS: readonly ClaimKind[] = ['observation', 'statement', 'inference', 'relay'];

/**
 * A case of one ship: one to three voyages between two or three ports within ten days, dated at random, so that its
 * claims often contradict each other. Some records cite no claim.
 *
 * @param most claims at most
 */
export function randomClaims(tape: Tape, most = 5): Dataset {
  const claims = Array.from({ length: 2 + tape(most - 1) }, (_, n) =>
    claim(`c${n}`, { kinds: [KINDS[tape(4)] as ClaimKind] }),
  );
  const cited = (): string[] => claims.filter(() => tape(3) === 2).map(({ id }) => id);
  const day = (): string => `2023-09-${String(1 + tape(10)).padStart(2, '0')}${tape(6) === 5 ? '~' : ''}`;
  const maybe = <T>(value: T): T | undefined => (tape(3) === 2 ? value : undefined);
  const dated = (from: string, to: string): Leg => {
    const [depart, arrive] = [maybe(day()), maybe(day())];
    return leg(from, to, {
      ...(depart === undefined ? {} : { depart }),
      ...(arrive === undefined ? {} : { arrive }),
      claims: cited(),
    });
  };
  const voyages = Array.from({ length: 1 + tape(3) }, (_, n): Voyage => {
    const [home, far] = tape(4) === 3 ? ['b', 'c'] : ['a', 'b'];
    const legs = tape(3) === 2 ? [dated(home, far)] : [dated(home, far), dated(far, home)];
    return voyage(`v${n}`, legs, { claims: cited(), after: n > 0 && tape(4) === 3 ? [`v${n - 1}`] : [] });
  });
  const sightings = Array.from({ length: tape(4) }, (_, n): Sighting => {
    const one = voyages[tape(voyages.length)] as Voyage;
    const call = tape(one.legs.length + 1);
    const place = call === 0 ? one.legs[0]?.from : one.legs[call - 1]?.to;
    return sighting(`s${n}`, place as string, day(), { voyage: one.id, call, claims: cited(), binds: tape(5) !== 4 });
  });
  return caseOf({
    window: { date: '2023-09-01/2023-09-12', claims: cited() },
    assumptions: figures(10, 12 + 12 * tape(4)),
    claims,
    voyages,
    sightings,
  });
}
