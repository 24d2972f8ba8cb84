import { type Lane, layLanes } from '../../src/model/lanes.ts';
import type { Claim, Dataset, Leg, Sighting, Voyage } from '../../src/model/records.ts';
import { type Case, openCase } from '../../src/state/case.ts';

// A made-up case of two ports: nothing in it is reported by anybody.

const reason = 'made up for a test';
const figure = (value: number) => ({ value, reason });

export const claim = (id: string, more: Partial<Claim> = {}): Claim => ({
  id,
  text: `text of ${id}`,
  sources: ['paper'],
  kinds: ['observation'],
  contradicts: [],
  ...more,
});

export const leg = (from: string, to: string, more: Partial<Leg> = {}): Leg => ({
  from,
  to,
  via: [],
  track: [],
  claims: [],
  ...more,
});

export const voyage = (id: string, more: Partial<Voyage> = {}): Voyage => ({
  id,
  vessel: 'tern',
  title: id,
  legs: [leg('alpha', 'beta'), leg('beta', 'alpha')],
  after: [],
  claims: [],
  ...more,
});

export const sighting = (id: string, more: Partial<Sighting> = {}): Sighting => ({
  id,
  vessel: 'tern',
  port: 'beta',
  date: '2020-06-10',
  what: 'ship',
  reading: 'once',
  binds: true,
  claims: [],
  ...more,
});

export const dataset = (more: Partial<Dataset> = {}): Dataset => ({
  title: 'A case',
  summary: 'A summary.',
  window: { date: '2020-06-01/2020-06-30', claims: [] },
  assumptions: {
    greatestSpeed: figure(16),
    usualSpeed: figure(12),
    leastStay: figure(12),
    usualStay: figure(48),
    approximate: figure(5),
  },
  ports: [
    { id: 'alpha', name: 'Alpha', position: [0, 50], claims: [] },
    { id: 'beta', name: 'Beta', position: [2, 51], claims: [] },
  ],
  sources: [{ id: 'paper', publisher: 'The Paper', url: 'https://example.org/paper' }],
  claims: [],
  vessels: [{ id: 'tern', name: 'Tern', claims: [] }],
  voyages: [voyage('june')],
  sightings: [],
  events: [],
  ...more,
});

/** A case whose lanes are straight lines of 180 km. */
export function openTestCase(records: Dataset): Case {
  const line = (from: readonly [number, number], to: readonly [number, number]) => [from, to];
  return openCase(
    records,
    layLanes(records, (from, to) => ({ points: line(from, to), km: 180, method: 'A straight line.' }), line),
  );
}

export const laneOf = (shown: Case): Lane => {
  const [lane] = shown.lanes;
  if (!lane) throw new Error('the case has no lane');
  return lane;
};
