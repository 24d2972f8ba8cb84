import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FeatureCollection } from 'geojson';
import { beforeAll, describe, expect, test } from 'vitest';
import { readAddress } from '../../src/bindings/address.ts';
import { KEYS } from '../../src/bindings/keys.ts';
import { BUDGET } from '../../src/build/budget.ts';
import { readCases } from '../../src/build/case-plugin.ts';
import { findLines } from '../../src/build/routes.ts';
import { ACCEPTED } from '../../src/dataset/formats/accepted.ts';
import { laterEn } from '../../src/i18n/en/later.ts';
import { inLanguage } from '../../src/i18n/text.ts';
import { buildCoast } from '../../src/model/coast.ts';
import { landCrossedM } from '../../src/model/coast-crossing.ts';
import { geodesicKm } from '../../src/model/geodesy.ts';
import type { LonLat } from '../../src/model/records.ts';
import { findRoute, type SeaRoute } from '../../src/model/route.ts';
import { MOST_ORDERS } from '../../src/model/voyage-orders.ts';
import { answer, type TaskName } from '../../src/state/analysis-tasks.ts';
import type { Case } from '../../src/state/case.ts';
import { caseOf } from '../../src/state/open-address.ts';
import { linesOf } from '../../src/state/sea-lines.ts';
import { SETTING_NAMES, SETTINGS, type Setting } from '../../src/state/settings.ts';

const README = readFileSync('README.md', 'utf8');
const PACKAGE: { engines: { node: string }; scripts: Record<string, string> } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);

/** The text under a heading, up to the next one of any depth. */
function section(heading: string): string {
  const [, text] = README.split(new RegExp(`^#+ ${heading}$`, 'm'));
  if (text === undefined) throw new Error(`The README has no heading "${heading}".`);
  return text.split(/^#+ /m)[0] ?? '';
}

/** The cells of the first table under a heading, its head left out. */
function table(heading: string): string[][] {
  const rows = section(heading).match(/(?:^\|.*\|\n)+/m)?.[0] ?? '';
  return rows
    .trim()
    .split('\n')
    .slice(2)
    .map((row) => row.slice(2, -2).split(' | '));
}

let shown: Case;
beforeAll(async () => {
  const dataset = (await readCases(process.cwd())).datasets.get('najin-dunay');
  if (!dataset) throw new Error('the case cannot be read');
  shown = caseOf(dataset, linesOf(findLines(dataset, process.cwd())));
}, 60_000);

test('every answer of the analysis is the one it gives', () => {
  const { dataset, found } = shown;
  const ask = <Name extends TaskName>(task: Name, of = dataset) => answer({ task, dataset: of, found, assumed: [] });
  const atSpeed = (value: number) => {
    const greatestSpeed = { ...dataset.assumptions.greatestSpeed, value };
    return ask('consistency', { ...dataset, assumptions: { ...dataset.assumptions, greatestSpeed } });
  };
  const speeds = Array.from({ length: 20 }, (_, tenth) => (tenth + 1) / 10);
  const { ships, totals } = ask('trips');
  const range = (of: { readonly least: number; readonly greatest: number } | null) => `${of?.least} to ${of?.greatest}`;
  const [angara] = ask('schedules');
  const shares = angara?.possible ? angara.orders : [];
  const shareAt = (place: number) =>
    shares.find(({ voyages }) => voyages[place] === 'angara-undated')?.share ?? Number.NaN;
  const perCent = (share: number) => `${(100 * share).toFixed(2)} %`;
  expect(table('Does it add up\\?').map(([, answered]) => answered)).toEqual([
    ask('consistency').consistent ? 'yes' : 'no',
    `${speeds.find((knots) => atSpeed(knots).consistent)} kn`,
    `at most ${ships[0]?.ifUnseen}`,
    range(totals.observation),
    range(totals.all),
    String(ask('unnamed').together.count),
    [shareAt(2), shareAt(0), shareAt(1)].map(perCent).join(', '),
  ]);
}, 60_000);

describe('names', () => {
  test('every command is one of package.json, or a program that is installed', () => {
    const commands = README.match(/\bnp[mx] (?:run )?[\w:-]+/g) ?? [];
    expect(commands).toEqual(expect.arrayContaining(['npm start', 'npm test', 'npm run dev', 'npx playwright']));
    const unknown = commands.filter((command) => {
      const name = command.replace(/^np[mx] (?:run )?/, '');
      return command.startsWith('npx') ? !existsSync(`node_modules/.bin/${name}`) : !(name in PACKAGE.scripts);
    });
    expect(unknown).toEqual([]);
  });

  test('names the versions of Node that package.json asks for', () => {
    expect(section('Start')).toContain(`Node \`${PACKAGE.engines.node}\``);
  });

  test('every path and every link of the project leads somewhere', () => {
    const links = [...README.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
    const files = links.filter((link) => !/^(https:|#)/.test(link));
    const written = README.match(/\b(?:src|data|public|tests)\/[\w./-]*\w/g) ?? [];
    expect(files.length).toBeGreaterThan(10);
    expect(written.length).toBeGreaterThan(20);
    expect([...files, ...written].filter((path) => !existsSync(path.replace(/#.*/, '')))).toEqual([]);
    const anchors = links.filter((link) => !link.startsWith('https:') && link.includes('#'));
    expect(anchors.length).toBeGreaterThan(0);
    for (const link of anchors) {
      const [file, anchor] = link.split('#') as [string, string];
      const headings = (file === '' ? README : readFileSync(file, 'utf8')).match(/^#+ .*$/gm) ?? [];
      expect(headings.map(anchorOf), link).toContain(anchor);
    }
  });

  test('the picture is there, and light', () => {
    const [, picture] = README.match(/!\[[^\]]+\]\(([^)]+)\)/) ?? [];
    expect(picture).toBe('public/preview.png');
    expect(statSync('public/preview.png').size).toBeLessThan(150_000);
  });

  test('the house has a line for every part of the project, and for nothing else', () => {
    const lines =
      section('The house')
        .match(/```\n([\s\S]*?)```/)?.[1]
        ?.trim()
        .split('\n') ?? [];
    const paths = lines.map((line) => line.split(/ {2,}/)[0] ?? '');
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
    // A folder without a file is not part of the project: no clone has it.
    const entries = (folder: string): string[] =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = `${folder}/${entry.name}`;
        if (!entry.isDirectory()) return [path];
        return readdirSync(path).length > 0 ? [`${path}/`] : [];
      });
    const under = (folder: string): string[] => paths.filter((path) => dirname(path) === folder);
    for (const folder of ['src', 'tests']) expect(under(folder).sort()).toEqual(entries(folder).sort());
  });

  test('the order of imports is the one the linter says', () => {
    const [, order] = readFileSync('biome.json', 'utf8').match(/"Imports go one way: ([^"]+)"/) ?? [];
    expect(section('The house')).toContain(`imports go one way: ${order}`);
  });
});

/** The anchor that a heading has on GitHub. */
function anchorOf(heading: string): string {
  const text = heading.replace(/^#+ /, '').toLowerCase();
  return text.replace(/[^\p{L}\d\s-]/gu, '').replaceAll(' ', '-');
}

describe('settings, keys and embedding', () => {
  test('the table of settings is the table of the program', () => {
    const rows = SETTING_NAMES.map((name) => {
      const { form, initial, write } = SETTINGS[name] as Setting<unknown>;
      const text = write(initial);
      return [`\`${name}\``, form, text === '' ? '–' : `\`${text}\``];
    });
    const written = table('Settings');
    expect(written.map((row) => row.slice(0, 3))).toEqual(rows);
    for (const row of written) expect(row[3], row[0]).toMatch(/\w{3}/);
  });

  test('the formats that can be opened have the endings that the file dialog offers', () => {
    const endings = table('Your own voyages').flatMap(([, cell = '']) => cell.match(/\.\w+/g) ?? []);
    expect([...new Set(endings)].sort()).toEqual([...ACCEPTED].sort());
    for (const ending of ACCEPTED) expect(SETTINGS.data.read(`some/file${ending}`), ending).toBeDefined();
    expect(SETTINGS.data.read('http://example.org/file.csv')).toBeUndefined();
    const [, places = ''] = section('Your own voyages').match(/([\d,]+) places/) ?? [];
    const rows = readFileSync('public/gazetteer/places.tsv', 'utf8').trim().split('\n');
    expect(Number(places.replace(',', ''))).toBe(rows.length);
  });

  test('the table of keys is the one of the program', () => {
    const { names } = laterEn.keys;
    const rows = KEYS.map(({ action, keys }) => [
      keys.map((key) => `\`${names[key] ?? key}\``).join(', '),
      laterEn.keys[action],
    ]);
    expect(table('Keys')).toEqual(rows);
  });

  test('the frame to embed has what a good guest has, and a link that is understood', () => {
    const [frame = ''] = README.match(/<iframe .*<\/iframe>/) ?? [];
    const attributes = new Map([...frame.matchAll(/ ([a-z]+)="([^"]*)"/g)].map((match) => [match[1], match[2]]));
    expect(attributes.get('title')).toMatch(/\w{5}/);
    expect(attributes.get('loading')).toBe('lazy');
    expect(attributes.get('allow')).toBe('fullscreen; clipboard-write');
    expect(attributes.get('style')).toBe('width:0;min-width:100%!important;border:0');
    expect(Number(attributes.get('height'))).toBeGreaterThan(300);
    const address = new URL((attributes.get('src') ?? '').replaceAll('&amp;', '&'));
    const { values, rejected } = readAddress(address.hash);
    expect(rejected).toEqual([]);
    expect(values).toEqual({ time: Date.UTC(2023, 8, 10, 12), controls: 'compact' });
  });
});

describe('the case', () => {
  test('claims, sources and the counts of trips are those of the data', () => {
    const { claims, sources } = shown.dataset;
    const text = section('What is known of the case, and what is not');
    expect(text).toContain(`${claims.length} claims of ${sources.length} sources`);
    const counted = claims.flatMap(({ topic, count, sources: [source = ''] }): [number, string][] => {
      if (topic !== 'trips' || !count) return [];
      const exactly = count.most === count.least;
      const words = `${exactly ? 'exactly' : 'at least'} ${count.least}`;
      return [
        [
          count.least + (exactly ? 0.5 : 0),
          `| ${words} | ${inLanguage(shown.source(source)?.publisher ?? '', 'en')} |`,
        ],
      ];
    });
    const rows = counted.sort(([a], [b]) => a - b).map(([, row]) => row);
    expect(rows).toHaveLength(5);
    expect(text).toContain(rows.join('\n'));
    const dunay = shown.port('dunay');
    expect(text).toContain(`circle of doubt of ${dunay?.positionErrorKm} km`);
  });

  test('two crossings, those named, are dated to within a week', () => {
    const dated = shown.voyages.flatMap(({ voyage, legs }) =>
      legs.flatMap((leg, at) =>
        leg.left === 'seen' && leg.right === 'seen' && voyage.legs[at]?.cargo ? [voyage.id] : [],
      ),
    );
    expect(dated).toEqual(['angara-white-house', 'maria-october']);
    expect(section('What is known of the case, and what is not')).toContain('Two laden crossings are bounded');
  });

  test('the assumptions have the values of the data', () => {
    const { greatestSpeed, usualSpeed, leastStay, usualStay, approximate } = shown.dataset.assumptions;
    expect(table('Readings and assumptions').map((row) => row.slice(0, 2))).toEqual([
      ['greatest speed', `${greatestSpeed.value} kn`],
      ['usual speed', `${usualSpeed.value} kn`],
      ['least stay', `${leastStay.value} h`],
      ['usual stay', `${usualStay.value} h`],
      ['"~"', `${approximate.value} days`],
    ]);
  });

  test('the wishes of the illustrative schedule are those that its code states', () => {
    const source = readFileSync('src/model/schedule.ts', 'utf8');
    const stated = [...source.matchAll(/^ \* \d\. (.+)$/gm)].map((match) => match[1]);
    const written = [...section('How it reasons').matchAll(/^ {3}\d\. (.+)$/gm)].map((match) => match[1]);
    expect(written.length).toBeGreaterThan(3);
    expect(written).toEqual(stated);
  });
});

describe('figures', () => {
  test('of the route', () => {
    const land = JSON.parse(readFileSync('public/basemap/region-land.geojson', 'utf8')) as FeatureCollection;
    const coast = buildCoast(land);
    const najin = shown.port('najin')?.position as LonLat;
    const dunay = shown.port('dunay')?.position as LonLat;
    const to = (berth: LonLat): SeaRoute => {
      const route = findRoute(coast, najin, berth);
      if (route.kind === 'none') throw new Error(route.message);
      return route;
    };
    const way = to(dunay);
    expect(shown.lanes.map(({ km }) => km.toFixed(6))).toEqual([way.km.toFixed(6)]);
    const rows = table('The route');
    const others = rows.slice(6).map(([name = '']): [string, string] => {
      const [, lat, lon] = name.match(/^way drawn, to a berth at ([\d.]+) N ([\d.]+) E$/) ?? [];
      return [name, `${to([Number(lon), Number(lat)]).km.toFixed(1)} km`];
    });
    expect(others).toHaveLength(2);
    expect(rows).toEqual([
      ['way drawn', `${way.km.toFixed(2)} km`],
      ['the same in nautical miles', `${way.nauticalMiles.toFixed(1)} nm`],
      ['land it crosses', `${way.landM} m`],
      ['least distance from land, beyond 3 km of either port', `${way.clearanceM.toFixed(0)} m`],
      ['great circle', `${geodesicKm(najin, dunay).toFixed(1)} km`],
      ['of which over land', `${(landCrossedM(coast, [najin, dunay]) / 1000).toFixed(1)} km`],
      ...others,
    ]);
    expect(way.method).toContain('beyond 3 km of either port');
    const [, room] = section('The route').match(/with (\d+) m of sea room/) ?? [];
    expect(findRoute(coast, najin, dunay, { clearanceM: Number(room) })).toEqual(way);
    const { west, south, east, north } = coast.box;
    expect(section('What it does not do')).toContain(`${west}–${east} E, ${south}–${north} N`);
  }, 60_000);

  test('of the windows', () => {
    const rows = shown.voyages.map(({ voyage, legs }) => {
      const ship = inLanguage(shown.vessel(voyage.vessel)?.name ?? '', 'en');
      return [
        `${ship}, ${inLanguage(voyage.title ?? '', 'en')}`,
        ...legs.flatMap(({ depart, arrive, left, right }) => [
          `${bold(minute(depart.earliest), left === 'seen')} – ${minute(depart.latest)}`,
          `${minute(arrive.earliest)} – ${bold(minute(arrive.latest), right === 'seen')}`,
        ]),
        ...legs.map(({ depart, arrive }) => ((arrive.latest - depart.earliest) / 86_400_000).toFixed(1)),
      ];
    });
    expect(rows).toHaveLength(5);
    expect(table('The windows')).toEqual(rows);
  });

  test('of the voyage that no source dates', () => {
    const angara = shown.ships.find(({ vessel }) => vessel.id === 'angara');
    const plan = shown.voyage('angara-undated');
    const first = plan?.legs[0]?.chances.map(({ depart }) => depart.earliest).sort((a, b) => a - b) ?? [];
    const [a, b, c] = first.map(minute);
    const text = section('The windows');
    expect(text).toContain(`no earlier than ${a}, ${b} or ${c}, as it came first, second or third`);
    expect(plan?.places).toEqual([0, 1, 2]);
    expect(angara?.orders).toHaveLength(3);
    expect(text).toContain('fits three orders');
    expect(angara?.voyages.at(-1)?.voyage.id).toBe('angara-undated');
    expect(text).toContain('drawn as if last');
  });

  test('of the limits: orders, the budget of the first load, and what the bench allows', () => {
    expect(section('What it does not do')).toContain(`More than ${MOST_ORDERS} orders`);
    const built = section('Why it is built so');
    expect(built).toContain(`over ${BUDGET.script / 1000} kB gz`);
    expect(built).toContain(`over ${BUDGET.picture / 1000} kB gz`);
    const bench = readFileSync('src/build/bench.mjs', 'utf8');
    const [, ratio, milliseconds] =
      section('Development').match(/at most `data-state="ready"` ([\d.]+) times a bare map.* and (\d+) ms/) ?? [];
    expect(bench).toMatch(new RegExp(`ratio.*\\b${ratio}\\b`));
    expect(bench).toContain(`MOST_OF_SEEK = ${milliseconds};`);
  });
});

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "10 Aug 00:00", UTC, to the nearest minute. */
function minute(t: number): string {
  const date = new Date(Math.round(t / 60_000) * 60_000);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.toISOString().slice(11, 16)}`;
}

const bold = (text: string, is: boolean): string => (is ? `**${text}**` : text);
