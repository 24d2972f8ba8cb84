// The shores of the world out of GSHHG, as closed rings. See README.md.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrapped } from './seam.mjs';

/** What GSHHG calls the inside of a shore, by its level. Level 4, ponds on islands in lakes, is left out. */
const KINDS = ['land', 'lake', 'island'];

/** Mean radius of the Earth, km. */
const RADIUS = 6371;

/** What `gmt coast` prints of all shores. GMT leaves a history file where it runs, so it runs in a folder of its own. */
function shoresOfGmt(resolution) {
  const folder = mkdtempSync(join(tmpdir(), 'shores-'));
  const whole = ['-R-180/180/-90/90', '-Jx1d', '-A0/0/4', '--FORMAT_FLOAT_OUT=%.9f'];
  try {
    return execFileSync('gmt', ['coast', ...whole, `-D${resolution}`, '-M', '-W1'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** GMT gives a shore in pieces, one a bin of 2 degrees. The pieces by kind, longitudes 0 to 360. */
function pieces(text) {
  const byKind = new Map(KINDS.map((kind) => [kind, []]));
  let piece = [];
  for (const row of text.split('\n')) {
    if (row.startsWith('>')) {
      piece = [];
      byKind.get(KINDS[Number(row.slice(row.indexOf('Level') + 6)) - 1])?.push(piece);
    } else if (row !== '' && !row.startsWith('#')) {
      const [lon, lat] = row.split('\t').map(Number);
      piece.push([Number((((lon % 360) + 360) % 360).toFixed(6)), Number(lat.toFixed(6))]);
    }
  }
  return byKind;
}

/**
 * Pieces joined end to end into closed rings. The ends of neighbouring pieces are the same numbers, since both bins hold the node.
 * @throws Error where a piece has no next one.
 */
function joined(open) {
  const starting = new Map(open.map((piece) => [piece[0].join(), piece]));
  if (starting.size !== open.length) throw new Error('Two pieces of shore start at one place.');
  const rings = [];
  for (const first of open) {
    if (!starting.has(first[0].join())) continue;
    const ring = [first[0]];
    for (let piece = first; piece; ) {
      starting.delete(piece[0].join());
      for (let i = 1; i < piece.length; i++) ring.push(piece[i]);
      const end = ring.at(-1).join();
      if (end === first[0].join()) break;
      piece = starting.get(end);
      if (!piece) throw new Error(`The shore at ${end} does not go on.`);
    }
    rings.push(ring);
  }
  return rings;
}

/** Area of a ring whose longitudes do not jump, square km: Lambert's cylinder, good for choosing by size. */
function area(ring) {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[fromLon, fromLat], [lon, lat]] = [ring[i - 1], ring[i]];
    sum += (lon - fromLon) * (Math.sin((fromLat * Math.PI) / 180) + Math.sin((lat * Math.PI) / 180));
  }
  return (Math.abs(sum) / 2) * (Math.PI / 180) * RADIUS ** 2;
}

/** A ring that goes round the south pole closed along 86 S, beyond the edge of a Mercator map; any other as it is. */
function closedOverPole(ring) {
  const [first, last] = [ring[0], ring.at(-1)];
  if (Math.abs(last[0] - first[0]) < 180) return ring;
  return [...ring, [last[0], -86], [first[0], -86], first];
}

/**
 * Every shore as `{ kind, ring, area }`: `land` in the sea, `lake` in land, `island` in a lake; longitudes of a ring never jump, area is in square km.
 * @param resolution crude, low, intermediate, high or full: its first letter.
 */
export function worldShores(resolution) {
  const shores = [];
  for (const [kind, parts] of pieces(shoresOfGmt(resolution))) {
    const closed = (part) => part[0].join() === part.at(-1).join();
    for (const ring of [...parts.filter(closed), ...joined(parts.filter((part) => !closed(part)))]) {
      const whole = closedOverPole(unwrapped(ring));
      shores.push({ kind, ring: whole, area: area(whole) });
    }
  }
  return shores;
}
