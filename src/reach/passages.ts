import type { LonLat } from '../model/records.ts';

/** A canal, strait or sea route with a name, which may be open to a ship or closed. */
export interface Passage {
  readonly id: string;
  /** As a reader knows it. */
  readonly name: string;
  /**
   * A rough line (canals to about 1 km, straits to about 5) that ships can follow though the coast files may draw land there, from open water to
   * open water. None where the files leave the water open.
   */
  readonly line?: readonly LonLat[];
  /** The line that is not crossed while the passage is closed, and that tells who went through. */
  readonly gate: readonly LonLat[];
}

/** The passages that sea-going ships use and that a way may be asked to avoid. */
export const NAMED_PASSAGES = [
  {
    id: 'suez',
    name: 'Suez Canal',
    line: [
      [32.6, 31.9],
      [32.4, 31.5],
      [32.31, 31.25],
      [32.315, 30.85],
      [32.34, 30.7],
      [32.31, 30.58],
      [32.34, 30.44],
      [32.39, 30.35],
      [32.52, 30.24],
      [32.57, 30.14],
      [32.57, 29.93],
      [32.55, 29.6],
      [32.75, 29.2],
      [33.1, 28.7],
    ],
    gate: [
      [31.8, 30.5],
      [32.8, 30.5],
    ],
  },
  {
    id: 'panama',
    name: 'Panama Canal',
    line: [
      [-80.0, 9.9],
      [-79.95, 9.6],
      [-79.92, 9.39],
      [-79.92, 9.27],
      [-79.9, 9.18],
      [-79.8, 9.13],
      [-79.69, 9.12],
      [-79.66, 9.06],
      [-79.61, 9.01],
      [-79.567, 8.95],
      [-79.53, 8.9],
      [-79.5, 8.75],
      [-79.4, 8.4],
    ],
    gate: [
      [-80.1, 8.95],
      [-79.3, 9.25],
    ],
  },
  {
    id: 'kiel',
    name: 'Kiel Canal',
    line: [
      [7.9, 54.1],
      [8.5, 54.0],
      [8.8, 53.95],
      [9.14, 53.89],
      [9.29, 54.0],
      [9.33, 54.1],
      [9.42, 54.17],
      [9.54, 54.21],
      [9.68, 54.3],
      [9.82, 54.365],
      [10.06, 54.37],
      [10.15, 54.37],
      [10.3, 54.5],
      [10.6, 54.62],
    ],
    gate: [
      [9.5, 53.95],
      [9.5, 54.6],
    ],
  },
  {
    id: 'corinth',
    name: 'Corinth Canal',
    line: [
      [22.8, 38.02],
      [22.95, 37.955],
      [23.01, 37.91],
      [23.1, 37.85],
    ],
    gate: [
      [22.9, 37.85],
      [23.1, 38.0],
    ],
  },
  {
    id: 'dardanelles',
    name: 'Dardanelles',
    line: [
      [25.5, 39.95],
      [25.9, 40.0],
      [26.18, 40.02],
      [26.4, 40.15],
      [26.4, 40.22],
      [26.7, 40.42],
      [27.2, 40.5],
      [27.8, 40.7],
      [28.3, 40.75],
    ],
    gate: [
      [26.1, 40.35],
      [26.6, 40.1],
    ],
  },
  {
    id: 'bosporus',
    name: 'Bosporus',
    line: [
      [28.3, 40.75],
      [28.9, 40.85],
      [29.0, 41.0],
      [29.06, 41.1],
      [29.07, 41.17],
      [29.13, 41.22],
      [29.15, 41.35],
      [29.3, 41.7],
    ],
    gate: [
      [28.8, 41.13],
      [29.3, 41.13],
    ],
  },
  {
    id: 'kerch',
    name: 'Kerch Strait',
    line: [
      [36.5, 44.6],
      [36.5, 44.9],
      [36.48, 45.15],
      [36.6, 45.35],
      [36.65, 45.6],
      [36.7, 45.9],
    ],
    gate: [
      [36.2, 45.3],
      [37.0, 45.3],
    ],
  },
  {
    id: 'kanmon',
    name: 'Kanmon Strait',
    line: [
      [130.4, 34.25],
      [130.7, 34.05],
      [130.87, 33.94],
      [130.94, 33.94],
      [131.0, 33.97],
      [131.15, 33.9],
      [131.5, 33.8],
    ],
    gate: [
      [130.93, 33.8],
      [130.93, 34.1],
    ],
  },
  {
    id: 'oresund',
    name: 'Øresund',
    line: [
      [11.9, 56.6],
      [12.3, 56.38],
      [12.5, 56.2],
      [12.65, 56.03],
      [12.72, 55.7],
      [12.7, 55.4],
      [12.75, 55.2],
      [13.1, 54.9],
    ],
    gate: [
      [12.3, 55.75],
      [13.2, 55.75],
    ],
  },
  {
    id: 'great-belt',
    name: 'Great Belt',
    line: [
      [11.7, 56.5],
      [11.1, 56.15],
      [10.9, 56.0],
      [10.95, 55.5],
      [11.0, 55.1],
      [10.9, 54.7],
      [11.3, 54.5],
      [11.75, 54.42],
      [12.3, 54.5],
    ],
    gate: [
      [10.6, 55.35],
      [11.3, 55.35],
    ],
  },
  {
    id: 'messina',
    name: 'Strait of Messina',
    line: [
      [15.6, 38.6],
      [15.75, 38.35],
      [15.63, 38.25],
      [15.6, 38.1],
      [15.55, 37.9],
      [15.6, 37.6],
    ],
    gate: [
      [15.45, 38.15],
      [15.8, 38.15],
    ],
  },
  {
    id: 'singapore',
    name: 'Strait of Singapore',
    line: [
      [102.6, 1.65],
      [103.2, 1.3],
      [103.6, 1.15],
      [103.9, 1.22],
      [104.3, 1.28],
      [104.8, 1.5],
    ],
    gate: [
      [103.85, 0.95],
      [103.85, 1.4],
    ],
  },
  {
    id: 'magellan',
    name: 'Strait of Magellan',
    line: [
      [-75.6, -52.6],
      [-74.6, -52.75],
      [-73.7, -53.15],
      [-72.9, -53.5],
      [-72.1, -53.75],
      [-71.3, -53.95],
      [-70.9, -53.6],
      [-70.75, -53.1],
      [-70.4, -52.8],
      [-69.6, -52.48],
      [-68.8, -52.45],
      [-68.0, -52.45],
    ],
    gate: [
      [-71.0, -54.1],
      [-71.0, -53.3],
    ],
  },
  {
    // From Cape Chelyuskin over Severnaya Zemlya as far north as maps go.
    id: 'northern-sea-route',
    name: 'Northern Sea Route',
    gate: [
      [102.0, 76.0],
      [102.0, 86.0],
    ],
  },
  {
    // Across every strait of the Canadian archipelago.
    id: 'northwest-passage',
    name: 'Northwest Passage',
    gate: [
      [-100.0, 66.0],
      [-100.0, 86.0],
    ],
  },
] as const satisfies readonly Passage[];

export type PassageId = (typeof NAMED_PASSAGES)[number]['id'];

/** Ice closes the two Arctic routes most of the year, and the Corinth Canal is too narrow for most sea-going ships. */
export const CLOSED_UNLESS_ASKED: readonly PassageId[] = ['northern-sea-route', 'northwest-passage', 'corinth'];

/** Lines of canals and straits that ships use and that coast files of the whole world close. */
export const PASSAGES: readonly (readonly LonLat[])[] = NAMED_PASSAGES.flatMap((passage) =>
  'line' in passage && passage.id !== 'corinth' ? [passage.line] : [],
);
