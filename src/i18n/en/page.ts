/** Every sentence the page itself says, in English. Names and texts of a case come from its data. */

import type { Spoken } from '../spoken.ts';
import { inList, inWords } from './grammar.ts';

export const en = {
  /** Of numbers and dates, for `Intl`. */
  locale: 'en-GB',
  wordsMissing: (language: string) => `The words in ${language} could not be fetched.`,
  dates: {
    /** A date with its weekday, a time of day, and the zone's name. */
    moment: (date: string, time: string, zone: string) => `${date.replace(',', '')}, ${time} ${zone}`,
    about: (date: string) => `about ${date}`,
    or: ' or ',
    to: ' to ',
    until: (date: string) => `on or before ${date}`,
    from: (date: string) => `on or after ${date}`,
  },
  controls: {
    toolbar: 'Playback',
    and: ' and ',
    crowd: (atSea: number, of: number) =>
      `${atSea.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} ships can be at sea.`,
    play: 'Play',
    pause: 'Pause',
    previousMoment: 'Previous event',
    nextMoment: 'Next event',
    timeline: 'Moment shown',
    more: 'Time settings and more',
    close: 'Close',
  },
  credits: [
    'Coastline: GSHHG 2.3.7 (Wessel and Smith 1996), LGPL-3.0-or-later · Borders: Natural Earth · Towns: GeoNames, CC BY 4.0',
  ],
  map: {
    gestures: {
      windows: 'Hold Ctrl and scroll to zoom the map',
      mac: 'Hold ⌘ and scroll to zoom the map',
      touch: 'Use two fingers to move the map',
    },
    title: (title: string) => `Map: ${title}`,
    marks: 'Ports',
    noWebGl: 'This browser shows no WebGL 2, so the map cannot be moved. The timeline works as always.',
    failed: (reason: string) => `The map stopped: ${reason}`,
    coarse: (reason: string) => `Coasts are drawn only roughly. Finer ones cannot be had: ${reason}`,
  },
  title: {
    kicker: (period: string) => `Reported voyages, ${period}`,
    more: 'What was reported, and by whom',
    crossings: ({ all, dated }: { all: number; dated: number }) => {
      if (all === 0) return '';
      if (all === 1) return `The one crossing is ${dated === 1 ? '' : 'not '}dated to within a week.`;
      if (dated === all) return `${all === 2 ? 'Both' : `All ${inWords(all)}`} crossings are dated to within a week.`;
      if (dated === 0) return `None of the ${inWords(all)} crossings is dated to within a week.`;
      return `Of the ${inWords(all)} crossings, ${inWords(dated)} ${dated === 1 ? 'is' : 'are'} dated to within a week.`;
    },
  },
  ships: {
    or: (items: readonly string[]) => inList(items, 'or'),
    and: (items: readonly string[]) => inList(items, 'and'),
    orElse: (items: readonly string[]) => inList(items, 'or', ','),
    at: (port: string) => `at ${port}`,
    inPort: (port: string) => `in ${port}`,
    atSea: 'at sea',
    eitherPort: 'in either port',
    elsewhere: 'elsewhere',
    seen: (sightings: string) => `seen ${sightings}`,
    seenAt: (port: string, date: string) => `at ${port}, ${date}`,
    tracked: 'on a published track',
    notPlaced: 'no source says where today',
    onlyPlace: 'the reports leave no other place',
    notReported: 'not in any reported voyage now',
    impossible: 'not drawn: the reports contradict each other',
    sentence: (where: string, because: string) => `${where}: ${because}.`,
  },
  timeline: {
    label: 'Timeline of the voyages',
    choose: (ship: string, title: string, summary: string) => `${ship}, ${title}: ${summary}. Show its evidence`,
    ofShip: (ship: string, voyages: number) =>
      `${ship}: ${inWords(voyages)} ${voyages === 1 ? 'voyage. Show its evidence' : 'voyages. Show the evidence of the next'}`,
    count: (voyages: number) => `${inWords(voyages)} ${voyages === 1 ? 'voyage' : 'voyages'}`,
    caption: (ports: { readonly upper: string; readonly lower: string } | null) =>
      `Each strip: ${ports ? `${ports.upper} above, ${ports.lower} below` : 'one port above, the other below'}. Darker: fewer possible days. Sharp edge: somebody saw it. Dotted: one schedule that fits, illustrative. Days are UTC.`,
    value: (moment: string, ships: readonly string[]) => [moment, ...ships].join('. '),
    sighting: (text: string, seen: string) => (text === '' ? seen : `${seen}: ${text}`),
    sometimeHere: 'sometime in here',
    backSometime: 'back, sometime in here',
    toSometime: (port: string) => `to ${port}, sometime in here`,
    outAndBack: 'out and back, sometime in here',
    inMonth: (month: string) => `sometime in ${month}`,
    noDate: 'no date at all',
    noDateAmong: (
      { before, between, after }: { readonly before: boolean; readonly between: boolean; readonly after: boolean },
      others: number,
    ) => {
      const places = [...(before ? ['before'] : []), ...(between ? ['between'] : []), ...(after ? ['after'] : [])];
      return `no date at all: ${inList(places, 'or')} her other ${others === 1 ? 'trip' : `${inWords(others)} trips`}`;
    },
    drawnAs: (place: 'first' | 'between' | 'last') => `drawn as if ${place}`,
    backBy: (day: string) => `back by ${day}`,
    toBy: (port: string, day: string) => `at ${port} by ${day}`,
    backWithin: (days: string) => `back within ${days}`,
    toWithin: (port: string, days: string) => `to ${port} within ${days}`,
    within: (days: string) => `within ${days}`,
    seen: (ship: string, port: string, days: string) => `${ship} seen at ${port}, ${days}`,
    seenUnnamed: (port: string, days: string) => `a ship, not named, at ${port}, ${days}`,
    cargoSeen: (port: string, days: string) => `cargo at ${port}, ${days}`,
    crossingWithin: (days: number, best: boolean) =>
      `This crossing fell within ${days === 1 ? 'this one day' : `these ${inWords(days)} days`}${best ? ':' : ''}`,
    bestDated: 'the best-dated crossing of this ship',
    contradicted: 'no dates fit: the claims on it contradict each other',
  },
};

export type Words = Spoken<typeof en>;
