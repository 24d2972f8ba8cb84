/** What it takes to draw a fleet on a graphics card, in whatever context: segments of lines, and marks of ships. */
import type { Map as MapLibre } from 'maplibre-gl';
import { mercatorX, mercatorY } from '../scene/camera.ts';
import { MARK_NUMBERS, SEGMENT_NUMBERS } from '../scene/fleet-marks.ts';
import { HULL } from '../scene/ship-look.ts';
import { MARK_FRAGMENT, MARK_VERTEX, SEGMENT_FRAGMENT, SEGMENT_VERTEX } from './fleet-shaders.ts';

/** Red, green, blue, 0 to 1. */
export type Colour = readonly [number, number, number];

export interface FleetColours {
  /** By number of the colour. */
  readonly ships: readonly Colour[];
  readonly lane: Colour;
  /** What hollow marks are filled with. */
  readonly paper: Colour;
}

/** Number of the lanes' colour, after those of ships, and of the paper's. */
export const LANE_COLOUR = 6;
const PAPER_COLOUR = 7;
const COLOUR_COUNT = 8;

/** Where a north-up Mercator map stands. */
export interface Standing {
  /** The middle of the picture in the Mercator square. */
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** How a map stands now. */
export function standingOf(map: MapLibre): Standing {
  const { lng, lat } = map.getCenter();
  const { width, height } = map.getCanvas();
  const ratio = map.getPixelRatio();
  return { x: mercatorX(lng), y: mercatorY(lat), zoom: map.getZoom(), width: width / ratio, height: height / ratio };
}

/** Sides of the Mercator square at a zoom, px. */
export const worldSize = (zoom: number): number => 512 * 2 ** zoom;

/** Side of a mark's picture, texels, and of the hull in it, units of `HULL`. */
const [TEXELS, UNITS] = [64, 40];
/** Half of the side of a mark, px, at a zoom: as long as a word is high where the world is seen, twice that in a harbour. */
const markSize = (zoom: number): number => Math.max(9, Math.min(20, 7 + 1.4 * zoom));

/** Half of the side of a mark, px, with the room around the hull that is clicked on as well. */
export const markReach = (zoom: number): number => Math.max(12, markSize(zoom));

/** Numbers on the graphics card, an instance after the other. */
export interface Heap {
  readonly array: WebGLVertexArrayObject;
  readonly buffer: WebGLBuffer;
  /** What lies in it. */
  held: Float32Array | null;
}

export interface LineLook {
  /** px. */
  readonly width: number;
  readonly opacity: number;
  /** Drawn and left out, px; nothing is left out where the second is 0. */
  readonly dash: readonly [number, number];
}

export interface FleetPen {
  readonly segments: () => Heap;
  readonly marks: () => Heap;
  /** Begins a picture. */
  begin(standing: Standing, colours: FleetColours): void;
  lines(heap: Heap, numbers: Float32Array, look: LineLook): void;
  ships(heap: Heap, numbers: Float32Array): void;
}

/**
 * Makes ready to draw in a context.
 *
 * @throws Error where the graphics card refuses a shader, with its words
 */
export function fleetPen(gl: WebGL2RenderingContext): FleetPen {
  const segment = link(gl, SEGMENT_VERTEX, SEGMENT_FRAGMENT);
  const mark = link(gl, MARK_VERTEX, MARK_FRAGMENT);
  const corners = gl.createBuffer();
  gl.bindBuffer(gl.ARRAY_BUFFER, corners);
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([0, -1, 1, -1, 0, 1, 1, 1]), gl.STATIC_DRAW);
  const hull = hullTexture(gl);
  const palette = new Float32Array(3 * COLOUR_COUNT);
  let now: Standing = { x: 0, y: 0, zoom: 0, width: 1, height: 1 };

  const use = (program: WebGLProgram): ((name: string) => WebGLUniformLocation | null) => {
    gl.useProgram(program);
    const uniform = (name: string): WebGLUniformLocation | null => gl.getUniformLocation(program, name);
    gl.uniform1f(uniform('world'), worldSize(now.zoom));
    gl.uniform2f(uniform('half_size'), now.width / 2, now.height / 2);
    gl.uniform3fv(uniform('colours'), palette);
    return uniform;
  };
  const draw = (heap: Heap, size: number, centre: WebGLUniformLocation | null): void => {
    const count = (heap.held?.length ?? 0) / size;
    if (count === 0) return;
    gl.bindVertexArray(heap.array);
    for (const copy of copiesInSight(now, reachOf(heap.held as Float32Array, size))) {
      const x = now.x - copy;
      const [highX, highY] = [Math.fround(x), Math.fround(now.y)];
      gl.uniform4f(centre, highX, highY, x - highX, now.y - highY);
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
    }
    gl.bindVertexArray(null);
  };
  return {
    segments: () => heap(gl, segment, corners, ['from', 'to', 'left', 'look']),
    marks: () => heap(gl, mark, corners, ['place', 'look']),
    begin(standing, { ships, lane, paper }) {
      now = standing;
      ships.forEach((colour, at) => {
        palette.set(colour, 3 * at);
      });
      palette.set(lane, 3 * LANE_COLOUR);
      palette.set(paper, 3 * PAPER_COLOUR);
      gl.disable(gl.DEPTH_TEST);
      gl.disable(gl.STENCIL_TEST);
      gl.disable(gl.CULL_FACE);
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    },
    lines(heap, numbers, { width, opacity, dash }) {
      fill(gl, heap, numbers);
      const uniform = use(segment);
      gl.uniform1f(uniform('half_width'), width / 2);
      gl.uniform1f(uniform('opacity'), opacity);
      gl.uniform2f(uniform('dash'), dash[0], dash[1]);
      draw(heap, SEGMENT_NUMBERS, uniform('centre'));
    },
    ships(heap, numbers) {
      fill(gl, heap, numbers);
      const uniform = use(mark);
      gl.activeTexture(gl.TEXTURE0);
      gl.bindTexture(gl.TEXTURE_2D, hull);
      gl.uniform1i(uniform('hull'), 0);
      gl.uniform1f(uniform('size'), markSize(now.zoom));
      draw(heap, MARK_NUMBERS, uniform('centre'));
    },
  };
}

const reaches = new WeakMap<Float32Array, readonly [number, number]>();

/** West and east end of what lies in some instances, in the Mercator square. */
function reachOf(numbers: Float32Array, size: number): readonly [number, number] {
  const known = reaches.get(numbers);
  if (known) return known;
  let [west, east] = [Infinity, -Infinity];
  for (let at = 0; at < numbers.length; at += size) {
    const x = numbers[at] as number;
    const end = size === SEGMENT_NUMBERS ? (numbers[at + 4] as number) : x;
    west = Math.min(west, x, end);
    east = Math.max(east, x, end);
  }
  reaches.set(numbers, [west, east]);
  return [west, east];
}

/** Px that a mark or a line reaches beyond its place. */
const BEYOND = 30;

/** By how many turns what reaches from west to east must be moved to be seen. */
function copiesInSight({ x, zoom, width }: Standing, [west, east]: readonly [number, number]): number[] {
  const half = (width / 2 + BEYOND) / worldSize(zoom);
  const copies: number[] = [];
  for (let copy = Math.ceil(x - half - east); copy <= Math.floor(x + half - west); copy++) copies.push(copy);
  return copies;
}

function link(gl: WebGL2RenderingContext, vertex: string, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  const shaders = [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ].map(([kind, text]) => {
    const shader = gl.createShader(kind as number);
    if (!shader) throw new Error('no shader for the ships: the graphics context is lost');
    gl.shaderSource(shader, text as string);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    return shader;
  });
  gl.linkProgram(program);
  const words = shaders.map((shader) => gl.getShaderInfoLog(shader)).join(' ');
  for (const shader of shaders) gl.deleteShader(shader);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
    throw new Error(`no shader for the ships: ${words} ${gl.getProgramInfoLog(program)}`);
  }
  return program;
}

/** A buffer of instances, four numbers for each name, and how it is read. */
function heap(gl: WebGL2RenderingContext, program: WebGLProgram, corners: WebGLBuffer, names: readonly string[]): Heap {
  const [array, buffer] = [gl.createVertexArray(), gl.createBuffer()];
  gl.bindVertexArray(array);
  const read = (name: string, size: number, stride: number, offset: number, divisor: number): void => {
    const at = gl.getAttribLocation(program, name);
    gl.enableVertexAttribArray(at);
    gl.vertexAttribPointer(at, size, gl.FLOAT, false, stride, offset);
    gl.vertexAttribDivisor(at, divisor);
  };
  gl.bindBuffer(gl.ARRAY_BUFFER, corners);
  read('corner', 2, 8, 0, 0);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  names.forEach((name, at) => {
    read(name, 4, names.length * 16, at * 16, 1);
  });
  return { array, buffer, held: null };
}

/** The hull twice: outlined in dashes, and whole. Outline in red, inside in green. */
function hullTexture(gl: WebGL2RenderingContext): WebGLTexture {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [2 * TEXELS, TEXELS];
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas to draw a hull on');
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.globalCompositeOperation = 'lighter';
  const hull = new Path2D(HULL);
  for (const [at, dashes] of [[6, 3], []].entries()) {
    pen.setTransform(TEXELS / UNITS, 0, 0, TEXELS / UNITS, (at + 0.5) * TEXELS, TEXELS / 2);
    pen.fillStyle = '#0f0';
    pen.fill(hull);
    pen.strokeStyle = '#f00';
    pen.lineWidth = 4.4;
    pen.setLineDash(dashes);
    pen.stroke(hull);
  }
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, canvas);
  gl.generateMipmap(gl.TEXTURE_2D);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return texture;
}

/** Puts instances into a heap, where they are not there yet. */
function fill(gl: WebGL2RenderingContext, into: Heap, numbers: Float32Array): void {
  if (into.held === numbers) return;
  gl.bindBuffer(gl.ARRAY_BUFFER, into.buffer);
  gl.bufferData(gl.ARRAY_BUFFER, numbers, gl.DYNAMIC_DRAW);
  into.held = numbers;
}
