/** Cases laid out as the page does it, for the tests of the timeline. */
import { readFileSync } from 'node:fs';
import { readCase } from '../../src/dataset/read.ts';
import { createDates } from '../../src/i18n/dates.ts';
import { en } from '../../src/i18n/en/page.ts';
import { layLanes } from '../../src/model/lanes.ts';
import { type Case, openCase } from '../../src/state/case.ts';
import { layOutFlags } from '../../src/timeline/flags.ts';
import { frameOf } from '../../src/timeline/frame.ts';
import { layOutStrips, type Mode } from '../../src/timeline/strips.ts';
import { timeScale } from '../../src/timeline/time-scale.ts';
import type { Told } from '../../src/timeline/voyage-words.ts';
import { wordsOfRow } from '../../src/timeline/words-in-bands.ts';

interface VoyagesFile {
  voyages: Record<string, unknown>[];
  sightings: Record<string, unknown>[];
}

/**
 * A case of the repository, with lanes of a known length (104.6 nautical miles, so 6.54 h at 16 kn).
 * @param edit changes the file before it is read
 */
export function caseOf(folder: string, edit: (file: VoyagesFile) => void = () => undefined): Case {
  const text = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');
  const file: VoyagesFile = JSON.parse(text('voyages.json'));
  edit(file);
  const { dataset, problems } = readCase({
    ports: { name: 'ports.geojson', text: text('ports.geojson') },
    voyages: { name: 'voyages.json', text: JSON.stringify(file) },
  });
  if (!dataset) throw new Error(problems.map(({ message }) => message).join('; '));
  const ways = layLanes(
    dataset,
    (from, to) => ({ points: [from, to], km: 193.7, method: 'test' }),
    (from, to) => [from, to],
  );
  return openCase(dataset, ways);
}

export const NAJIN_DUNAY = caseOf('data/najin-dunay');

/** What the words of a case are made from, in English. */
export function toldOf({ dataset, port, vessel }: Case): Told {
  const english = (text: unknown): string => (typeof text === 'string' ? text : ((text as { en?: string })?.en ?? ''));
  const dates = createDates('en', 'UTC');
  return {
    words: en.timeline,
    names: {
      ...dates,
      port: (id) => english(port(id)?.name),
      vessel: (id) => english(vessel(id)?.name),
      sighting: (id) => english(dataset.sightings.find((one) => one.id === id)?.text),
    },
    sightings: dataset.sightings,
    approximateDays: dataset.assumptions.approximate.value,
  };
}

/** The whole picture of a case at a width. */
export function pictureOf(shown: Case, width: number, mode: Mode, selected: string | null) {
  const told = toldOf(shown);
  const { dataset, voyages } = shown;
  const titles = voyages.map(({ voyage }) => ({ ship: told.names.vessel(voyage.vessel), title: voyage.id }));
  const frame = frameOf(
    mode,
    width,
    titles,
    dataset.ports.map((port) => told.names.port(port.id)),
  );
  const scale = timeScale(shown.axis, frame.x0, frame.x1);
  const { approximateDays } = told;
  const { sightings } = dataset;
  const strips = layOutStrips({ voyages, sightings, approximateDays, scale, mode, selected, top: frame.top });
  const words = strips.rows.map((row) =>
    wordsOfRow(
      row,
      strips,
      shown.ships.find((ship) => ship.vessel.id === row.vessel),
      told,
      [frame.left, frame.right],
    ),
  );
  const flags = layOutFlags({
    events: dataset.events,
    approximateDays,
    scale,
    names: { short: (event) => String((event.short as { en?: string })?.en ?? event.short), days: told.names.days },
    width,
    levels: frame.levels,
    bare: frame.bare,
    size: frame.flagSize,
    margin: 14,
  });
  return { frame, scale, strips, words, flags };
}
