/** The page's colours and rules for a picture that stands alone: no custom properties, no media queries. */

export type LookName = 'light' | 'dark';

export interface PosterLook {
  /** Values of the custom properties, by name with both dashes. */
  readonly tokens: ReadonlyMap<string, string>;
  readonly rules: string;
}

const OWN_RULES = `
svg text { font-family: var(--sans); font-variant-numeric: tabular-nums lining-nums; }
.poster-title { font-family: var(--serif); font-weight: 600; fill: var(--ink); }
.poster-text { fill: var(--ink); }
.poster-quiet { fill: var(--ink2); }
`;

const VARIABLE = /var\((--[\w-]+)\)/g;

/**
 * Reads the look of posters out of the page's style sheets.
 * @param look text of `look.css`
 * @param map text of `map/map.css`
 */
export function posterLook(look: string, map: string, name: LookName): PosterLook {
  const tokens = tokensOf(look, name);
  const plain = `${OWN_RULES}${onlyMarks(map)}`.replace(VARIABLE, (_, token: string) => valueIn(tokens, token));
  return { tokens, rules: plain.replace(/\s+/g, ' ').trim() };
}

/** `light-dark(a, b)`, whose sides have no commas in the colours that pictures use. */
const TWO_SIDED = /light-dark\(\s*([^,()]+),\s*([^,()]+)\)/g;

/** The declarations of the first block on the host, each as the look has it. */
function tokensOf(css: string, name: LookName): Map<string, string> {
  const block = /:host\s*\{([^}]*)\}/.exec(css)?.[1] ?? '';
  const found = [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)];
  const side = name === 'light' ? '$1' : '$2';
  return new Map(found.map(([, token = '', value = '']) => [token, value.trim().replace(TWO_SIDED, side)]));
}

function valueIn(tokens: ReadonlyMap<string, string>, token: string): string {
  const value = tokens.get(token);
  if (value === undefined) throw new Error(`look.css has no ${token}`);
  return value;
}

/** Rules that place boxes of the page are of no use in a picture. */
function onlyMarks(css: string): string {
  const rules = css.replace(/\/\*[\s\S]*?\*\//g, '').match(/[^{}]+\{[^{}]*\}/g) ?? [];
  return rules.filter((rule) => /(fill|stroke|font-size|letter-spacing)[\w-]*:/.test(rule)).join('\n');
}

/** Puts values in the place of custom properties in markup; `--ship` is that of the nearest `ship-N` around. */
export function inked(markup: string, { tokens }: PosterLook): string {
  const ships: string[] = [];
  return markup.replace(
    /<(\/?)(\w+)([^>]*?)(\/?)>/g,
    (_, close: string, name: string, inside: string, empty: string) => {
      if (close) {
        ships.pop();
        return `</${name}>`;
      }
      const own = /\bclass="[^"]*\bship-(\d+)\b/.exec(inside)?.[1];
      const ship = own === undefined ? (ships.at(-1) ?? '') : own;
      if (!empty) ships.push(ship);
      const plain = inside.replace(VARIABLE, (_all, token: string) =>
        valueIn(tokens, token === '--ship' ? `--ship-${ship}` : token),
      );
      return `<${name}${plain}${empty}>`;
    },
  );
}
