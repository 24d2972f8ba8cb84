/** Sentences of the analysis, in English: whether the claims can be true together, what if, unnamed ships, how many trips. */
import { capital, inList, inWords } from './grammar.ts';

const times = (count: number, one: string, many = `${one}s`): string => `${inWords(count)} ${count === 1 ? one : many}`;

/** The unit that a figure is followed by; the figure comes as it is written in the page's language. */
const unitOf = (figure: string, one: string): string => (figure === '1' ? one : `${one}s`);

/** A figure with its unit. */
const measured = (figure: string, one: string): string => `${figure} ${unitOf(figure, one)}`;

/** What is assumed, each a clause that can follow "if". Figures come as written in the page's language. */
const assumed = {
  greatestSpeed: (knots: string) => `no ship is faster than ${measured(knots, 'knot')}`,
  leastStay: (hours: string) => `every stay lasts at least ${measured(hours, 'hour')}`,
  approximate: (days: string) => `“~” in a date reaches no further than ${measured(days, 'day')} either way`,
  window: (days: string) => `the voyages lie within the period of the case, ${days}`,
  order: () => 'a ship makes one voyage at a time',
};

export const addsUpEn = {
  working: 'Working it out …',
  workingAgain: 'Working it out anew …',
  failed: (reason: string) => `This could not be worked out: ${reason}`,
  voyage: (ship: string, title: string) => `${ship}, ${title}`,
  added: (number: number) => `added trip ${number}`,
  claims: {
    can: (clauses: readonly string[]) =>
      `All dates that are claimed can be true together, if ${inList(clauses, 'and')}.`,
    cannot: (clauses: readonly string[]) => `The claims cannot all be true, if ${inList(clauses, 'and')}.`,
    undecided: (ships: readonly string[]) =>
      `Whether they can all be true could not be decided for ${inList(ships, 'and')}: too many orders of voyages are possible.`,
    alsoAssumed: (clauses: readonly string[]) => `Assumed as well: ${inList(clauses, 'and', ',')}.`,
    tested:
      'Tested are the dates of voyages and sightings, ship by ship, against the time that passages and stays take. “Can be true” does not mean that they are.',
    assumed,
    heading: (number: number, all: number, ship: string) =>
      all === 1 ? `Contradiction, ${ship}` : `Contradiction ${number} of ${all}, ${ship}`,
    smallest: (count: number) =>
      count === 1
        ? 'By itself this cannot be true:'
        : count === 2
          ? 'These two cannot both be true:'
          : `These ${inWords(count)} cannot all be true. Without any one of them the others can:`,
    irreducible: 'These cannot all be true, and none can be left out of the proof. There may be a smaller set:',
    needs: (clauses: readonly string[]) => `Assumed for it: ${inList(clauses, 'and', ',')}.`,
    needsNothing: 'Nothing has to be assumed for it.',
    inOrder: (voyages: readonly string[]) => `If she sailed in the order ${voyages.join(' → ')}:`,
    orders: (count: number, more: boolean) =>
      `It fails in every order of her voyages: ${more ? 'more than ' : ''}${times(count, 'way', 'ways')}`,
    steps: {
      notBefore: (event: string, moment: string, because: string) => `${event} no earlier than ${moment} (${because})`,
      notAfter: (event: string, moment: string, because: string) => `${event} no later than ${moment} (${because})`,
      passage: (from: string, to: string, hours: string) => `Passage ${from} – ${to}: ${hours} h at least`,
      stay: (port: string, hours: string) => `Stay at ${port}: ${hours} h at least`,
      order: (first: string, next: string, hours: string) => `From ${first} to ${next}: ${hours} h at least`,
      between: (first: string, next: string, hours: string) => `${first}, then ${next}: ${hours} h at least`,
      atMost: (first: string, next: string, hours: string) => `From ${first} to ${next}: ${hours} h at most`,
    },
    events: {
      departure: (voyage: string, port: string) => `${voyage}: left ${port}`,
      arrival: (voyage: string, port: string) => `${voyage}: reached ${port}`,
      'first-seen': (port: string) => `First seen at ${port}`,
      'last-seen': (port: string) => `Last seen at ${port}`,
      time: 'The period',
    },
    because: {
      sighting: (seen: string) => `sighting: ${seen}`,
      date: 'a date given for it',
      track: 'a published track',
      window: 'period of the case',
      order: 'order of her voyages',
      passage: 'time of a passage',
      stay: 'least stay',
    },
    sum: (steps: number) => `The sum, in ${inWords(steps)} steps`,
    atHand: (hours: string) => `At hand: ${hours} h at most.`,
    backwards: (hours: string) => `The last moment allowed lies ${hours} h before the first.`,
    needed: (hours: string) => `Needed: ${hours} h at least.`,
    lacking: (hours: string) => `Lacking: ${hours} h.`,
    lessThan: (hours: string) => `less than ${hours}`,
    show: (voyage: string) => `On the timeline: ${voyage}`,
    takeOut: 'Leave it out',
    takeOutWhich: (id: string) => `Leave ${id} out`,
    byReader: (trips: number, ship: string) =>
      `${capital(times(trips, 'round trip'))} more of ${ship}, added by a reader`,
    voyageItself: (voyage: string) => `The voyage “${voyage}” itself; no claim is cited for it.`,
    sightingItself: (seen: string) => `The sighting “${seen}”; no claim is cited for it.`,
    stated: (count: number) =>
      `${capital(times(count, 'pair'))} of claims ${count === 1 ? 'contradicts' : 'contradict'} each other in words or numbers`,
    statedNote:
      'Recorded as contradicting each other, or counts that cannot both hold. This needs no arithmetic of dates.',
    denials: (count: number) => `${capital(times(count, 'denial'))}: a party’s word against another’s`,
    counts: 'Counts that cannot both hold',
    noStated: 'No two claims contradict each other in words or numbers.',
    onMap: 'What the contradicting claims speak of: a port, or a whole way between two. No ship’s position.',
    markOf: (claim: string, place: string) => `${claim}, ${place}: show it in the panel`,
    tag: { trips: (ship: string) => `added: ${ship}`, voyage: 'a voyage', sighting: 'a sighting' },
    way: (from: string, to: string) => `${from} – ${to}`,
    speaksOf: (places: readonly string[]) => `Speaks of ${inList(places, 'and', ',')}.`,
    pointNote:
      'What a claim speaks of is marked on the map while you point at it. A count of trips, or a date on which all of them began, has no place there.',
  },
  change: {
    heading: 'What if?',
    note: 'Change something and everything is drawn again. The address carries the change, and the page says that it is one.',
    views: 'Ready-made views',
    observation: 'Only what is observed',
    statement: 'Only official statements',
    all: 'Everything',
    grade: 'Only claims graded at least',
    reliability: 'Source',
    credibility: 'Information',
    apply: 'Show these',
    gradeNote: 'Claims without a grade, or that cannot be judged (F, 6), are then out.',
    assumptions: 'Assumptions',
    illustrative: 'For the illustrative schedule only',
    names: {
      greatestSpeed: 'Greatest speed',
      usualSpeed: 'Usual speed',
      leastStay: 'Least stay',
      usualStay: 'Usual stay',
      approximate: '“~” reaches, either way',
    },
    units: {
      greatestSpeed: (figure: string) => unitOf(figure, 'knot'),
      usualSpeed: (figure: string) => unitOf(figure, 'knot'),
      leastStay: (figure: string) => unitOf(figure, 'hour'),
      usualStay: (figure: string) => unitOf(figure, 'hour'),
      approximate: (figure: string) => unitOf(figure, 'day'),
    },
    less: (name: string) => `${name}: less`,
    more: (name: string) => `${name}: more`,
    inCase: (value: string, unit: string, reason: string) => `In the case: ${value} ${unit}. ${reason}`,
    reset: (value: string) => `Back to ${value}`,
    outOfRange: (least: string, most: string) => `A number from ${least} to ${most}, please.`,
    trips: 'Round trips more than listed',
    tripsNote:
      'Nobody’s claim: added to see whether they would fit, before, between or after her other voyages. They cannot be told apart, so they are numbered in the order sailed: that leaves out nothing.',
    tripsUnit: 'more',
    records: 'Claims and sightings',
    recordsOut: (all: number, out: number) =>
      out === 0 ? `Claims and sightings: all ${all} in` : `Claims and sightings: ${out} of ${all} out`,
    recordsNote: 'Ticked: taken into account.',
    search: 'Search claims and sightings',
    found: (count: number) => `${capital(times(count, 'record'))} found.`,
    groups: {
      sightings: 'Sightings',
      several: 'Several voyages',
      topic: (topic: string) => `On “${topic}”`,
      rest: 'Other claims',
    },
    group: (name: string, all: number, out: number) =>
      out === 0 ? `${name} (${all})` : `${name} (${all}, ${out} out)`,
    said: 'What came of it',
    kept: (claims: readonly string[]) =>
      `The period of the case rests on ${inList(claims, 'and')} alone. It is kept, as reported: a case needs a period.`,
    fallen: (voyages: readonly string[]) =>
      `No claim is left for ${inList(voyages, 'and')}: ${voyages.length === 1 ? 'this voyage is' : 'these voyages are'} not shown.`,
    misfits: (sightings: readonly string[]) =>
      `Cannot be tried where the address wants it, since the port, the ship or the voyage does not match: ${inList(sightings, 'and')}.`,
    shapeless: (ships: readonly string[]) =>
      `No trip could be added to ${inList(ships, 'and')}: the case lists none to shape it on.`,
    unknown: (ids: readonly string[]) => `The address names what this case does not have: ${inList(ids, 'and')}.`,
    usualMoved: (value: string, unit: string, name: string) => `${name} follows: ${value} ${unit}.`,
  },
  unnamed: {
    lead: 'A ship that nobody named may be any ship that called there, or one that is not listed at all. Each is tested by itself, the others as they stand now. Try one: its dates then bind the voyage.',
    none: 'No sighting of an unnamed ship in this case.',
    together: (count: string, exact: boolean) =>
      exact
        ? count === '1'
          ? 'There is one way to place them all: at none of the calls listed.'
          : `There are ${count} ways to place them all together, each at one of the calls above or at none, with the records of every ship still holding together.`
        : `There are about ${count} ways or more to place them all together; no more were counted, or not all could be decided.`,
    asReported: (voyage: string) => `As reported: tied to ${voyage}, too weak to bind`,
    atNone: 'A ship that is not listed: it bounds nothing',
    inCase: 'as the case has it',
    fits: 'fits',
    fitsNot: 'does not fit',
    otherwiseNot: 'her records contradict each other even without it',
    open: 'could not be decided: too many orders',
    addsNothing: 'There it would narrow no date.',
    addsOrder: 'There it would rule out an order of her voyages.',
    narrows: (legs: number) => `There it would narrow the dates of ${times(legs, 'passage')}`,
    leg: (voyage: string, from: string, to: string, left: string, reached: string, days: string) =>
      `${voyage}, ${from} – ${to}: left ${left}, reached ${reached}, all within ${days} days`,
    choose: 'Tried as',
    noneFits: 'It fits none of the calls listed.',
  },
  trips: {
    lead: 'How many round trips can there have been? Worked out from sightings, speed and stays, for three choices of claims.',
    sets: { observation: 'Observations only', statement: 'With statements', all: 'All claims' },
    all: 'All ships',
    range: (least: string, greatest: string) => (least === greatest ? `exactly ${least}` : `${least} to ${greatest}`),
    open: 'any number',
    cannot: 'none: what is claimed cannot all be true',
    scale: 'Round trips; the scale is closer together to the right. Triangle: at least so many. Dot: exactly so many.',
    bound:
      'The greatest number is what speed and stays leave room for. It is no estimate: nothing here says how likely any number is.',
    seldom:
      'Counted are trips between two ports, each wholly within the period; a ship starts and ends at her home port.',
    claimed: 'What sources count',
    noneClaimed: 'No source counts the trips.',
    why: 'Why so few, why so many',
    period: (days: string, dates: string) => `The period has ${days} days: ${dates}.`,
    shortest: (there: string, away: string, stay: string, back: string, total: string) =>
      `A shortest round trip takes ${total} h: ${there} h there, ${stay} h at ${away}, ${back} h back.`,
    turn: (stay: string, home: string, most: string) =>
      `With ${stay} h at ${home} before the next, ${most} fit if she had never been seen.`,
    turnOpen: 'The period has no end, so any number fits.',
    unseen: 'No sighting names her, so nothing asks for a trip.',
    noTrip: (home: string, seen: string) =>
      `Seen by name only at ${home}, where she starts, so nothing asks for a trip: ${seen}.`,
    fewest: (least: number) => `Sightings that name her ask for ${times(least, 'trip')} at least:`,
    callAt: (port: string, seen: string) => (seen === '' ? port : `${port}: seen ${seen}`),
    listed: (voyages: readonly string[]) => `Taken for true, and listed here: ${inList(voyages, 'and')}.`,
    passedOver: {
      period: (seen: string) => `Not heeded: ${seen}, not wholly within the period.`,
      port: (seen: string) => `Not heeded: ${seen}, at another port.`,
      weak: (seen: string) => `Not heeded: ${seen}, marked as too weak to bind.`,
    },
    notReached: 'The limits are safe, but perhaps neither can be reached.',
    shapeless: (ships: readonly string[]) =>
      `Not counted: ${inList(ships, 'and')}, of whom no voyage to one other port and back is listed.`,
  },
};
