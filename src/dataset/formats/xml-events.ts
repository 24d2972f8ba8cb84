/**
 * XML, element by element. Small and of our own: the tracks of GPX and KML need five elements, a worker has no DOM, and a
 * tree of a large file is ten times its size. Nothing outside the file is ever fetched, and entities of a DOCTYPE are not known.
 */

/** Told what is in a file, in its order. Names come without their prefix. */
export interface XmlHandler {
  open(name: string, attribute: (name: string) => string | undefined): void;
  text(text: string): void;
  close(name: string): void;
}

/** Takes text in any pieces. */
export interface XmlReader {
  /** @throws Error where it cannot be XML */
  push(text: string): void;
  /** Elements that are still open when the text ends. */
  end(): number;
}

/** Characters of one tag, comment or text, and depth of elements: more is no track. */
const LONGEST = 4_000_000;
const DEEPEST = 200;

const TAG = /<(\/?)([^\s<>/"'=]+)((?:[^"'<>]|"[^"]*"|'[^']*')*)>/y;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const SKIPPED = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;

/** A reader of elements. Elements that do not match are not minded: what tracks need is read all the same. */
export function xmlReader(handler: XmlHandler): XmlReader {
  let pending = '';
  let depth = 0;

  /** Reads what begins at `at`; where it ends, or -1 when the rest of it has not come yet. */
  const step = (at: number): number => {
    if (pending[at] !== '<') {
      const end = pending.indexOf('<', at);
      if (end < 0) return -1;
      handler.text(unescaped(pending.slice(at, end)));
      return end;
    }
    // What begins may be cut anywhere: "<!-" is not yet a comment.
    if (pending.length - at < 9 && /^<(!|\?|$)/.test(pending.slice(at))) return -1;
    for (const [open, close] of SKIPPED) if (pending.startsWith(open, at)) return after(close, at + open.length);
    if (pending.startsWith('<![CDATA[', at)) {
      const end = after(']]>', at);
      if (end >= 0) handler.text(pending.slice(at + 9, end - 3));
      return end;
    }
    if (pending.startsWith('<!', at)) return doctype(at);
    return tag(at);
  };

  const after = (close: string, at: number): number => {
    const end = pending.indexOf(close, at);
    return end < 0 ? -1 : end + close.length;
  };

  /** A DOCTYPE may hold declarations in brackets, and these hold the signs that end it. */
  const doctype = (at: number): number => {
    const end = pending.indexOf('>', at);
    const inner = pending.indexOf('[', at);
    if (inner < 0 || (end >= 0 && end < inner)) return after('>', at);
    const close = pending.indexOf(']', inner);
    return close < 0 ? -1 : after('>', close);
  };

  const tag = (at: number): number => {
    TAG.lastIndex = at;
    const match = TAG.exec(pending);
    if (!match) {
      const next = pending.indexOf('<', at + 1);
      if (next >= 0 && pending.length - at > LONGEST / 4) throw new Error('a tag has no end');
      return -1;
    }
    const [whole, slash, prefixed = '', rest = ''] = match;
    const name = prefixed.slice(prefixed.indexOf(':') + 1);
    if (slash === '/') {
      depth--;
      handler.close(name);
    } else {
      handler.open(name, (wanted) => attributeIn(rest, wanted));
      if (rest.endsWith('/')) handler.close(name);
      else if (++depth > DEEPEST) throw new Error('elements lie too deep in one another');
    }
    return at + whole.length;
  };

  return {
    push(text) {
      pending += text;
      let at = 0;
      while (at < pending.length) {
        const next = step(at);
        if (next < 0) break;
        at = next;
      }
      pending = pending.slice(at);
      if (pending.length > LONGEST) throw new Error('a tag or a text has no end');
    },
    end: () => Math.max(depth, pending.trim() === '' ? 0 : 1),
  };
}

function attributeIn(rest: string, wanted: string): string | undefined {
  for (const [, name, double, single] of rest.matchAll(ATTRIBUTE)) {
    if (name === wanted) return unescaped(double ?? single ?? '');
  }
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
