/** Where a card stands beside the thing it speaks of: near it, and on nothing that matters. */
import { distanceTo, type Point } from './polyline.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Surroundings {
  /** What the card must stay inside of. */
  readonly frame: Box;
  /** Boxes that are taken. */
  readonly taken: readonly Box[];
  /** Lines that should stay in sight. */
  readonly lines: readonly (readonly Point[])[];
}

/** How far from its subject a card may stand, px. */
const DISTANCES = [26, 36, 48, 76, 110, 150, 200];
const DIRECTIONS = 72;

/**
 * The best place for a card of a size near a point, or null where every place lies on something.
 * Deterministic: the same surroundings give the same place.
 */
export function placeCard(subject: Point, size: { width: number; height: number }, around: Surroundings): Box | null {
  let best: { box: Box; cost: number } | null = null;
  for (const distance of DISTANCES) {
    for (let turn = 0; turn < DIRECTIONS; turn++) {
      const angle = (2 * Math.PI * turn) / DIRECTIONS;
      const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
      const box: Box = {
        x: Math.round(subject.x + dx * distance + ((dx - 1) / 2) * size.width),
        y: Math.round(subject.y + dy * distance + ((dy - 1) / 2) * size.height),
        ...size,
      };
      if (!inside(box, around.frame) || around.taken.some((other) => overlap(box, other, 5))) continue;
      const cost = distance + linesCost(box, around.lines);
      if (!best || cost < best.cost) best = { box, cost };
    }
  }
  return best && best.cost < COVERED ? best.box : null;
}

const COVERED = 10_000;

function linesCost(box: Box, lines: Surroundings['lines']): number {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const radius = Math.hypot(box.width, box.height) / 2;
  let cost = 0;
  for (const line of lines) {
    if (distanceTo(line, middle) > radius + 20) continue;
    if (crosses(box, line, 16)) cost += COVERED;
  }
  return cost;
}

/** True where the line comes within `margin` px of the box. */
function crosses(box: Box, line: readonly Point[], margin: number): boolean {
  const [x0, y0, x1, y1] = [box.x - margin, box.y - margin, box.x + box.width + margin, box.y + box.height + margin];
  for (let at = 1; at < line.length; at++) {
    const [a, b] = [line[at - 1] as Point, line[at] as Point];
    let [from, to] = [0, 1];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    for (const [p, q] of [
      [-dx, a.x - x0],
      [dx, x1 - a.x],
      [-dy, a.y - y0],
      [dy, y1 - a.y],
    ] as const) {
      if (p === 0 && q < 0) from = 2;
      else if (p < 0) from = Math.max(from, q / p);
      else if (p > 0) to = Math.min(to, q / p);
    }
    if (from <= to) return true;
  }
  return false;
}

const inside = (box: Box, frame: Box): boolean =>
  box.x >= frame.x &&
  box.y >= frame.y &&
  box.x + box.width <= frame.x + frame.width &&
  box.y + box.height <= frame.y + frame.height;

const overlap = (a: Box, b: Box, gap: number): boolean =>
  a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
