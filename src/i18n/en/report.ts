/** Sentences of the printed report of an analysis, in English. */
import { capital, inList, inWords } from './grammar.ts';

export const reportEn = {
  print: 'Print the report',
  preparing: 'Preparing the report …',
  progress: (done: number, of: number) => (of === 0 ? 'Preparing …' : `Preparing, ${done} of ${of} …`),
  failed: (reason: string) => `The report could not be prepared: ${reason}`,
  kicker: 'Does it add up? A report',
  lead: 'The claims listed at the end are taken as bounds on dates. The report says what can be true together under the assumptions named. It does not say what is true.',
  period: (dates: string) => `Period of the case: ${dates}.`,
  address: (address: string) => `This analysis on the map: ${address}`,
  ownFile: 'The case was opened from a file of the reader’s own.',
  headings: {
    changes: 'What was changed',
    assumptions: 'What is assumed',
    verdict: 'Can all dates be true together?',
    windows: 'Departures and arrivals, before and after tightening',
    stated: 'Claims that contradict each other in words or numbers',
    unnamed: 'Sightings of unnamed ships',
    trips: 'How many round trips?',
    schedules: 'Which schedules fit?',
    reach: 'Where could each ship have gone while nobody saw her?',
    pictures: 'The map at dates of sightings',
    claims: 'All claims',
    sources: 'Sources',
  },
  changes: {
    none: 'Nothing. Claims, sightings and assumptions are as the case has them.',
    claims: (claims: readonly string[]) => `Claims left out: ${inList(claims, 'and')}.`,
    sighting: (seen: string) => `Sighting not heeded: ${seen}.`,
    placed: (seen: string, voyage: string) => `Placed, to see what follows, at a call of ${voyage}: ${seen}.`,
    placedNowhere: (seen: string) => `Tied, to see what follows, to no voyage: ${seen}.`,
  },
  assumed: (words: string, reason: string) => (reason === '' ? `${words}.` : `${words}. ${reason}`),
  changed: (words: string, inCase: string) => `${words}, changed for this report. ${inCase}`,
  windows: {
    before:
      'Before: what is dated of this one departure or arrival, and what was seen at that port call, within the period of the case. No speed, no stay and no order of voyages is assumed, and nothing is concluded from other dates.',
    after: (ship: string, clauses: readonly string[]) =>
      `${ship}. After: from the first to the last day on which it can have been, all her claims and sightings taken together, if ${inList(clauses, 'and')}.`,
    alone: (ship: string, clauses: readonly string[]) =>
      `${ship}. After: from the first to the last day on which it can have been, each voyage taken by itself, if ${inList(clauses, 'and')}. Taken together her voyages could not be tightened: her claims contradict each other, or too many orders are possible.`,
    leftOut: (voyages: readonly string[]) =>
      `Left out of it, since no date of it fits what is claimed of it: ${inList(voyages, 'and')}.`,
    columns: (zone: string) => ({
      event: 'Event',
      cited: 'As cited',
      before: `Before (${zone})`,
      after: `After (${zone})`,
    }),
    neverAgrees: 'none: its own dates contradict each other',
    none: 'No voyage is listed.',
  },
  unnamed: {
    lead: 'A ship that nobody named may be any ship that called there, or one that is not listed at all. Each sighting is tested by itself, the others as they stand in this report. That it fits does not mean that it was she.',
    call: (voyage: string, said: readonly string[]) => (said.length === 0 ? voyage : `${voyage}: ${said.join(', ')}`),
    here: 'taken so in this report',
    hereWeakly: 'tied so in this report, too weakly to bound a date',
  },
  schedules: {
    slowest: (knots: number) =>
      `Only schedules in which no passage is slower, on average, than ${knots} ${knots === 1 ? 'knot' : 'knots'}. This leaves out long waits at sea. No source says that there were none.`,
    hypothetical: (at: number, of: number, seed: number, before: number) =>
      `Hypothetical: dotted is outcome ${at} of ${of} that were drawn at random from all that fit (seed ${seed}), each ship by herself; faint are the ${before} drawn before it. No one of them is the answer.`,
  },
  reach: {
    lead: 'While nobody reports seeing a ship between two places, she can have been anywhere that she could reach over water and still be at the second place in time. Nothing says that she went there.',
    span: (ship: string, route: string, days: string) => `${ship}: ${route}, ${days}`,
    cells: (least: string, most: string) => (least === most ? least : `${least} to ${most}`),
    shaded: 'Shaded, within the dashed line: where she could have been.',
    towns: (names: string) => `Towns inside: ${names}.`,
    left: (spans: readonly string[]) =>
      `Not worked out here, to keep the report short; the map does it: ${spans.join('; ')}.`,
  },
  pictures: {
    lead: 'Each is drawn at the middle of the dates of sightings that bound a date or show a ship nobody named; such a ship is a hollow mark beside the port, round where she is tied to no voyage. A hatched ribbon is where a ship may be at sea; she may as well be in port, or elsewhere between voyages. A ship’s mark is a best guess, illustrative, never a known position.',
    caption: (moment: string) => `${moment}.`,
    chosen: 'The moment that was chosen on the map.',
    seen: (seen: readonly string[]) => `${seen.length === 1 ? 'Sighting' : 'Sightings'}: ${seen.join('; ')}`,
    fewer: (drawn: number, all: number) =>
      `${capital(inWords(drawn))} of ${all} moments are drawn, spread over the period.`,
    left: (seen: readonly string[]) =>
      `Not drawn, since no single moment of the timeline stands for it: ${seen.join('; ')}.`,
    none: 'No moment is drawn: no sighting bounds a date or shows an unnamed ship.',
  },
  claims: {
    lead: 'Every claim of the case, whether it bears on a date or not.',
    out: 'Left out in this analysis.',
  },
  sources: {
    titled: (named: string, title: string) => `${named}: “${title}”`,
    line: (named: string) => (named.endsWith('.') ? named : `${named}.`),
    noAddress: 'No address given.',
    for: (claims: readonly string[]) => `Cited for ${inList(claims, 'and')}.`,
  },
};
