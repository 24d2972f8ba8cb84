/** Sentences about files of one's own, in English. */
import type { Spoken } from '../spoken.ts';

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;

export const openEn = {
  button: 'Open your own…',
  heading: 'Open your own voyages',
  close: 'Close',
  private: 'The file is read in this browser and sent nowhere.',
  drop: 'Drop a file or a folder here',
  dropOnMap: 'Drop to open it on the map',
  chooseFiles: 'Choose a file…',
  chooseFolder: 'Choose a folder…',
  kinds:
    'A table of voyages, port calls or AIS positions (CSV, TSV), timed GeoJSON or MF-JSON, GPX, KML, CZML, or a case as JSON, zip or folder.',
  paste: 'Or paste a table or GeoJSON here',
  pasteRead: 'Read the text',
  pasted: 'Pasted text',
  reading: (name: string, percent: number | null) =>
    percent === null ? `Reading ${name}…` : `Reading ${name}: ${percent} %`,
  drawing: 'Working out routes and dates…',
  stop: 'Stop',
  failed: (name: string) => `Nothing of ${name} can be shown. The map stays as it was.`,
  failedWhy: (why: string) => `The reason: ${why}.`,
  again: 'Open another file',
  table: {
    heading: (file: string) => `What do the columns of ${file} hold?`,
    intro: (rows: number) =>
      `${count(rows, 'row')} below the names. This is a guess by the names of the columns; correct it where it is wrong.`,
    kind: 'Each row is',
    kinds: { 'voyage-table': 'a voyage or a leg', 'call-table': 'a port call or a sighting' },
    first: 'The first rows',
    none: '– no column –',
    needed: '(needed)',
    fields: {
      vessel: 'Ship',
      imo: 'IMO number',
      mmsi: 'MMSI',
      voyage: 'Voyage, where a row is a leg',
      from: 'From',
      to: 'To',
      depart: 'Departed',
      arrive: 'Arrived',
      source: 'Source',
      note: 'Note',
      fromLat: 'Latitude of “from”',
      fromLon: 'Longitude of “from”',
      toLat: 'Latitude of “to”',
      toLon: 'Longitude of “to”',
      port: 'Port',
      arrived: 'Arrived',
      left: 'Left',
      seen: 'Seen on',
      lat: 'Latitude',
      lon: 'Longitude',
    },
    doubts: {
      'no-column': () => 'No column looks like it.',
      'more-than-one': (names: readonly string[]) => `${names.map((name) => `“${name}”`).join(' and ')} would fit.`,
      'part-of-name': () => 'Only a part of the name fits.',
      planned: () => 'By its name it holds planned times: they are not reports.',
      'by-content': () => 'Taken by what is in it, not by its name.',
    } satisfies Record<string, (names: readonly string[]) => string>,
  },
  dates: {
    heading: 'Day or month first?',
    ask: (column: string, text: string, row: number) =>
      `“${column}”: in row ${row} it says “${text}”. That can be read in two ways, and nothing in the file settles which.`,
    mixed: (column: string, one: string, other: string) =>
      `“${column}” has dates of both kinds: “${one}” and “${other}”. Those that fit only the other order are left out.`,
    orders: { 'day-first': 'The day comes first', 'month-first': 'The month comes first' },
  },
  ports: {
    heading: 'Where are these ports?',
    intro:
      'The file gives no positions. Places by the sea with such names are offered; none is taken before you choose. They are towns, not berths, so a circle of 10 km is drawn around each.',
    port: 'Port in the file',
    place: 'Place',
    records: (records: number) => count(records, 'record'),
    choose: 'Choose…',
    nothing: 'Nothing of that name is known',
    candidate: (name: string, country: string, position: string, code: string) =>
      `${name}${country && `, ${country}`} (${position})${code && ` ${code}`}`,
    position: (lat: number, lon: number) =>
      `${Math.abs(lat).toFixed(2)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon).toFixed(2)}° ${lon < 0 ? 'W' : 'E'}`,
    type: 'or latitude, longitude',
    typeOf: (name: string) => `Latitude and longitude of ${name}`,
    placeOf: (name: string) => `Place of ${name}`,
    wrong: 'Write it as 42.23, 130.29: latitude first, in degrees.',
    takeFirst: 'Take the first place offered for each',
    looking: 'Looking the names up…',
    credit: 'Places: GeoNames, CC BY 4.0.',
  },
  result: {
    rows: (shown: number, all: number, leftOut: number) =>
      `${shown.toLocaleString('en-GB')} of ${count(all, 'row')} ${shown === 1 ? 'is' : 'are'} shown, ${leftOut.toLocaleString('en-GB')} left out.`,
    willBe: (shown: number, all: number, leftOut: number) =>
      `${shown.toLocaleString('en-GB')} of ${count(all, 'row')} can be shown, ${leftOut.toLocaleString('en-GB')} left out.`,
    open: (questions: number) => `${count(questions, 'question')} to answer before anything can be shown.`,
    show: 'Show on the map',
    voyages: (voyages: number, ships: number) => `${count(voyages, 'voyage')} of ${count(ships, 'ship')}.`,
  },
  findings: {
    summary: (leftOut: number, doubtful: number) =>
      [
        leftOut > 0 && `${count(leftOut, 'note')} on what is left out`,
        doubtful > 0 && `${count(doubtful, 'doubt')}, kept`,
      ]
        .filter(Boolean)
        .join('; '),
    leftOut: 'Left out',
    kept: 'Doubtful, shown all the same',
    line: (place: string, message: string, expected: string) =>
      `${place}${place && ': '}${message}. Expected: ${expected}.`,
    more: (number: number) => `and ${number.toLocaleString('en-GB')} more, in the list to download`,
    download: 'Download the list',
    file: (name: string) => `${name} - notes.csv`,
    columns: {
      file: 'file',
      place: 'place',
      record: 'record',
      kept: 'shown',
      code: 'kind',
      message: 'what was found',
      expected: 'what was expected',
    },
    shown: { true: 'yes', false: 'no' },
  },
  banner: {
    label: 'Your own file',
    private: 'This data stays in your browser; a link cannot carry it.',
    back: (title: string) => `Back to “${title}”`,
    backPlain: 'Back to the case before',
  },
  share: {
    none: 'This data stays in your browser; a link cannot carry it.',
    how: 'To pass it on, save it as one file, which others can open here; or put that file on a web server and name its address after #data=.',
    save: 'Save as a file',
    file: (title: string) => `${title}.json`,
  },
};

export type OpenWords = Spoken<typeof openEn>;
