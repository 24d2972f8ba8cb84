/** Sentences of the evidence panel, in English. */
import { capital, inList, ORDINALS } from './grammar.ts';

export const evidenceEn = {
  voyage: (title: string) =>
    /\b(?:voyage|trip|passage|crossing|leg)s?\b/i.test(title) ? capital(title) : `${capital(title)} voyage`,
  close: 'Close the evidence',
  unknown: (id: string) => `This case has no voyage “${id}”.`,
  chain: 'Departures and arrivals',
  event: 'Event',
  asCited: 'as cited',
  drawn: (zone: string) => `drawn, ${zone}`,
  left: (port: string, cargo: string) => (cargo ? `Left ${port} ${cargo}` : `Left ${port}`),
  reached: (port: string) => `Reached ${port}`,
  noDate: 'no date given',
  unnamedShip: 'unnamed ship',
  cargoSeen: 'cargo seen',
  noneFits: 'none fits',
  assumed: (knots: number, hours: number) =>
    `Drawn: every time that fits, at ${knots} kn or less, ${hours} h or more in port (assumed)`,
  how: 'How these dates were drawn',
  assumptions: {
    greatestSpeed: (value: number) => `Greatest speed ${value} kn`,
    usualSpeed: (value: number) => `Usual speed ${value} kn`,
    leastStay: (value: number) => `Least stay ${value} h`,
    usualStay: (value: number) => `Usual stay ${value} h`,
    approximate: (value: number) => `“~” is ${value} ${value === 1 ? 'day' : 'days'} either way`,
  },
  readings: 'How each sighting is read',
  reading: {
    once: 'the ship lay there at some moment within these dates',
    'first-and-last': 'the ship lay there on the first and on the last of these days',
    'cargo-waiting': 'cargo was waiting, so the ship that took it left after that',
    'cargo-landed': 'cargo had been landed, so the ship that brought it had come',
    weak: 'it bounds no date, because it is too weak a tie',
    unnamed: 'the ship is not named, and is tied to this voyage by inference',
    untied: 'it is tied to no port call of this voyage, so it bounds no date',
  },
  route: 'Route',
  routeLength: (from: string, to: string, km: string, miles: string) => `${from} – ${to}: ${km} km (${miles} nm).`,
  schedule: 'Illustrative times',
  scheduleNote:
    'One schedule that fits, drawn dotted, here to the nearest hour. Illustrative: no source gives these times.',
  passage: (from: string, left: string, to: string, reached: string) => `${from} ${left} – ${to} ${reached}`,
  noSchedule: 'None is drawn: nothing bounds this voyage, or its claims contradict each other.',
  orders: 'Orders that fit',
  tooManyOrders: 'More orders of this ship’s voyages fit than can be listed; each is drawn by itself.',
  drawnAs: (drawn: number, places: readonly number[], count: number) => {
    const place = (at: number): string => (at === count - 1 ? 'last' : (ORDINALS[at] ?? `number ${at + 1}`));
    const others = places.filter((at) => at !== drawn).map(place);
    return `Order not known: drawn as her ${place(drawn)}; it may have been her ${inList(others, 'or')}.`;
  },
  claims: 'Evidence',
  noClaims: 'No claim of its own.',
  kinds: {
    observation: 'Observation',
    statement: 'Statement',
    inference: 'Inference',
    relay: 'Relay',
  },
  confidence: (level: string) => `confidence ${level}`,
  grade: (reliability: string, credibility: string) =>
    [reliability && `source ${reliability}`, credibility && `information ${credibility}`].filter(Boolean).join(', '),
  idAnd: (id: string, ...marks: readonly string[]) => [id, ...marks.filter((mark) => mark !== '')].join(' · '),
  tiedByInference: 'No ship is named: tied to this voyage by inference.',
  bindsNot: 'Too weak to bound the dates drawn.',
  disagree: 'Sources disagree',
  says: 'This account',
  against: 'Against it',
  denied: 'Denied',
  disagreeOfShip: (ship: string) => `On ${ship}`,
  disagreeElsewhere: (count: number) => `In the rest of the case (${count})`,
  impossible: 'These cannot all be true',
  impossibleNote: (voyages: string) => `No schedule satisfies every claim on ${voyages}. Together they fail:`,
  bound: {
    sighting: (what: string) => `sighting: ${what}`,
    date: (voyage: string) => `a date given for ${voyage}`,
    track: (voyage: string) => `the published track of ${voyage}`,
    window: 'the period of the case',
    order: (first: string, next: string) => `${first} before ${next}`,
    passage: (voyage: string) => `the least time of a passage of ${voyage} (assumed)`,
    stay: (voyage: string) => `the least stay in port of ${voyage} (assumed)`,
  },
};
