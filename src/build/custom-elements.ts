/** The description of `<voyage-map>` that editors read: a Custom Elements Manifest, schema 2.1.0. */

/** Of a setting, what its description needs; its words come from where the settings are documented. */
interface Described {
  readonly initial: unknown;
  readonly form: string;
  readonly write: (value: never) => string;
}

/** Custom properties that a page may set on the element, and what each colours. */
export const CUSTOM_PROPERTIES: Readonly<Record<string, string>> = {
  '--paper': 'ground of cards and controls',
  '--ink': 'text and lines',
  '--ink2': 'quieter text',
  '--ink3': 'axes, and leaders on the map',
  '--rule': 'borders',
  '--rule2': 'finer borders',
  '--alert': 'disagreement of sources',
  '--selected': 'ground of the selected voyage',
  '--ship-0': 'first ship; --ship-1 to --ship-5 are the others',
  '--sans': 'font of the text',
  '--serif': 'font of the headings',
};

/** Parts that `::part()` reaches. */
export const PARTS: Readonly<Record<string, string>> = {
  title: 'what is claimed',
  map: 'the map with its marks',
  legend: 'the legend',
  dock: 'controls and timeline',
  panel: 'the evidence of the selected voyage',
};

export const EVENTS: Readonly<Record<string, string>> = {
  ready: 'the picture is complete for the first time',
  error: 'the case cannot be shown; `problems` says why',
  change: 'a setting has changed',
};

const named = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([name, description]) => ({ name, description }));

/**
 * The manifest.
 *
 * @param settings the table of settings, whose names are the attributes
 */
export function customElements(settings: Readonly<Record<string, Described>>): object {
  const attributes = Object.entries(settings).map(([name, { initial, form, write }]) => ({
    name,
    description: form,
    type: { text: 'string' },
    default: JSON.stringify(write(initial as never)),
  }));
  const text = (type: string) => ({ text: type });
  const field = (name: string, type: string, description: string) => ({
    kind: 'field',
    name,
    type: text(type),
    readonly: true,
    description,
  });
  const method = (name: string, parameters: readonly object[], type: string, description: string) => ({
    kind: 'method',
    name,
    parameters,
    return: { type: text(type) },
    description,
  });
  return {
    schemaVersion: '2.1.0',
    modules: [
      {
        kind: 'javascript-module',
        path: 'voyage-map.js',
        declarations: [
          {
            kind: 'class',
            customElement: true,
            name: 'VoyageMapElement',
            tagName: 'voyage-map',
            description: 'Reported ship voyages on a map, with their doubt kept.',
            superclass: { name: 'HTMLElement' },
            attributes,
            members: [
              method(
                'seek',
                [{ name: 'moment', type: text('string | Date | number') }],
                'Promise<void>',
                'Shows a moment; resolves when the picture of it is complete.',
              ),
              method('settled', [], 'Promise<void>', 'Resolves when nothing that is shown is still on its way.'),
              method(
                'set',
                [{ name: 'texts', type: text('Record<string, string>') }],
                'readonly Rejection[]',
                'Sets settings by their text forms; returns what was refused.',
              ),
              field(
                'settings',
                '[SettingName, string][]',
                'Text forms of the settings that differ from the initial ones.',
              ),
              field('language', 'string', 'The language spoken: the one set as soon as its words are here.'),
              field('moment', 'number | null', 'The moment shown, UTC milliseconds.'),
              field('problems', 'string[]', 'What could not be shown, a sentence each.'),
            ],
            events: named(EVENTS).map((event) => ({ ...event, type: text('Event') })),
            cssProperties: named(CUSTOM_PROPERTIES),
            cssParts: named(PARTS),
          },
        ],
        exports: [
          { kind: 'js', name: 'VoyageMapElement', declaration: { name: 'VoyageMapElement' } },
          { kind: 'custom-element-definition', name: 'voyage-map', declaration: { name: 'VoyageMapElement' } },
        ],
      },
    ],
  };
}
