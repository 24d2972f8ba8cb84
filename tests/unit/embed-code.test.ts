import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  LOOK_CHOICES,
  PROJECTIONS,
  readSettings,
  SETTING_NAMES,
  SETTINGS,
  type Settings,
} from '../../src/state/settings.ts';
import { embedCode, pageAddress } from '../../src/ui/share/embed-code.ts';

const BASE = 'https://example.org/map/';
const initial = Object.fromEntries(SETTING_NAMES.map((name) => [name, SETTINGS[name].initial])) as unknown as Settings;

const anySettings: fc.Arbitrary<Settings> = fc.record({
  data: fc.constantFrom('data/najin-dunay/', 'https://example.org/a b%20c/'.replace(' ', '')),
  time: fc.option(fc.integer({ min: 0, max: 4e9 }).map((minutes) => minutes * 60_000 - 6e13)),
  playing: fc.boolean(),
  speed: fc.constantFrom(0.25, 1, 5),
  loop: fc.boolean(),
  selected: fc.option(fc.string({ minLength: 1, unit: 'grapheme' })),
  only: fc.option(fc.array(fc.stringMatching(/^[a-z&+%#=-]+$/), { minLength: 1 })),
  ports: fc.option(fc.array(fc.stringMatching(/^[a-z&+%#=-]+$/), { minLength: 1 })),
  period: fc.constantFrom(null, '2023-09', '2023-09-01/2023-09-20', '../2023-10~'),
  view: fc.constantFrom(null, { zoom: 5, lat: 42.5, lng: 131.25 }),
  lang: fc.constant('en'),
  zone: fc.constantFrom('UTC', 'local', 'Asia/Vladivostok'),
  controls: fc.constantFrom('full' as const, 'compact' as const, 'none' as const),
  look: fc.constantFrom(...LOOK_CHOICES),
  projection: fc.constantFrom(...PROJECTIONS),
  whatif: fc.constantFrom('', 'without:C1,C9/assume:greatestSpeed:20'),
  analysis: fc.constantFrom(null, 'claims', 'schedules:7'),
  passages: fc.constantFrom('', 'closed:suez,panama/open:corinth'),
});

const readBack = (address: string) => {
  const hash = new URL(address).hash.slice(1);
  return readSettings(new URLSearchParams(hash.replaceAll('+', '%2B')));
};

describe('a shared address', () => {
  test('carries every setting, and never starts to play', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const { values, rejected } = readBack(pageAddress(BASE, settings));
        expect(rejected).toEqual([]);
        expect({ ...initial, ...values }).toEqual({ ...settings, playing: false });
      }),
    );
  });

  test('is the bare page where nothing differs', () => {
    expect(pageAddress(BASE, initial)).toBe(BASE);
  });
});

describe('an embed code', () => {
  test('holds any title and address without breaking out of its attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), anySettings, (title, settings) => {
        const code = embedCode(BASE, title, settings, { height: 420, settings: { controls: 'compact' } });
        const attributes = [...code.matchAll(/ ([\w-]+)="([^"<>]*)"/g)];
        expect(code).toBe(`<iframe${attributes.map(([whole]) => whole).join('')}></iframe>`);
        expect(attributes.map(([, name]) => name)).toEqual([
          'title',
          'aria-label',
          'src',
          'loading',
          'scrolling',
          'allow',
          'height',
          'style',
        ]);
      }),
    );
  });
});
