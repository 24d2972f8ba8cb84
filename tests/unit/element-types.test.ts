import { readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { CUSTOM_PROPERTIES, customElements, EVENTS, PARTS } from '../../src/build/custom-elements.ts';
import type * as Published from '../../src/build/voyage-map.d.ts';
import { type Rejection, SETTING_NAMES, SETTINGS, type SettingName } from '../../src/state/settings.ts';
import type { VoyageMapElement } from '../../src/voyage-map.tsx';

type Public = Omit<VoyageMapElement, keyof HTMLElement>;
/** Called by the browser or by the page itself: not published. */
type Inner = 'connectedCallback' | 'disconnectedCallback' | 'attributeChangedCallback' | 'replace';

describe('the published types', () => {
  test('are those of the element', () => {
    expectTypeOf<Omit<Published.VoyageMapElement, keyof HTMLElement>>().toEqualTypeOf<Omit<Public, Inner>>();
    expectTypeOf<Published.SettingName>().toEqualTypeOf<SettingName>();
    expectTypeOf<Published.Rejection>().toEqualTypeOf<Rejection>();
    // Vitest does not check types; `tsc` does, and the file must be in what it checks.
    expect(readFileSync('tsconfig.json', 'utf8')).toContain('"tests"');
  });
});

interface Declaration {
  readonly tagName: string;
  readonly attributes: readonly { name: string; description: string; default: string }[];
  readonly members: readonly { kind: string; name: string }[];
  readonly events: readonly { name: string }[];
  readonly cssParts: readonly { name: string }[];
}

describe('the description for editors', () => {
  const manifest = customElements(SETTINGS) as { modules: { declarations: Declaration[] }[] };
  const element = manifest.modules[0]?.declarations[0];

  test('has the settings as attributes, with their forms', () => {
    expect(element?.tagName).toBe('voyage-map');
    expect(element?.attributes.map(({ name }) => name)).toEqual(SETTING_NAMES);
    expect(element?.attributes.find(({ name }) => name === 'controls')).toMatchObject({
      description: SETTINGS.controls.form,
      default: '"full"',
    });
  });

  test('names only members, tokens and parts that there are', () => {
    const source = readFileSync('src/voyage-map.tsx', 'utf8');
    for (const { name } of element?.members ?? [])
      expect(source).toMatch(new RegExp(`^ {2}(async |get )?${name}\\(`, 'm'));
    const look = readFileSync('src/ui/look.css', 'utf8');
    for (const token of Object.keys(CUSTOM_PROPERTIES)) expect(look).toContain(`${token}: `);
    const app = readFileSync('src/ui/voyage-map-app.tsx', 'utf8');
    const parts = [...app.matchAll(/\bpart="([a-z]+)"/g)].map(([, name]) => name);
    expect(parts.sort()).toEqual(Object.keys(PARTS).sort());
    for (const event of Object.keys(EVENTS)) expect(source).toContain(`'${event}'`);
  });
});
