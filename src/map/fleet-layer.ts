/** Draws a fleet into the map on the graphics card: its lanes, the stretches where its ships may be, and a mark a ship. */
import type { CustomLayerInterface, Map as MapLibre } from 'maplibre-gl';
import { type FleetMarks, MARK_NUMBERS, RIBBON, SEGMENT_NUMBERS } from '../scene/fleet-marks.ts';
import { HULL } from '../scene/ship-look.ts';
import { MARK_FRAGMENT, MARK_VERTEX, SEGMENT_FRAGMENT, SEGMENT_VERTEX } from './fleet-shaders.ts';

/** Red, green, blue, 0 to 1. */
export type Colour = readonly [number, number, number];

/** Colours by number: those of ships, then the lanes', and the paper that hollow marks are filled with at 7. */
export const LANE_COLOUR = 6;
const PAPER_COLOUR = 7;
const COLOUR_COUNT = 8;

export interface FleetPicture {
  /** Segments of the lanes that run between ports, and of published tracks. */
  readonly routes: Float32Array;
  readonly tracks: Float32Array;
  readonly now: FleetMarks;
  readonly ships: readonly Colour[];
  readonly lane: Colour;
  readonly paper: Colour;
}

/** Side of a mark's picture, texels, and of the hull in it, units of `HULL`. */
const [TEXELS, UNITS] = [64, 40];
/** Dashes of lanes that are only schematic, px. */
const DOTTED: readonly [number, number] = [1.5, 2.8];
const WHOLE: readonly [number, number] = [1, 0];

/** Half of the side of a mark, px, at a zoom: as long as a word is high where the world is seen, twice that in a harbour. */
const markSize = (zoom: number): number => Math.max(9, Math.min(20, 7 + 1.4 * zoom));

/** Half of the side of a mark, px, with the room around the hull that is clicked on as well. */
export const markReach = (zoom: number): number => Math.max(12, markSize(zoom));

/**
 * The layer of a fleet. It is drawn anew by `map.triggerRepaint()` when `picture` changes, which it is asked for at every frame.
 *
 * @throws Error on adding where the graphics card refuses a shader, with its words
 */
export function fleetLayer(id: string, map: MapLibre, picture: () => FleetPicture): CustomLayerInterface {
  let kit: Kit | null = null;
  return {
    id,
    type: 'custom',
    onAdd(_, gl) {
      kit = makeKit(gl);
    },
    onRemove(_, gl) {
      if (kit && !gl.isContextLost()) removeKit(gl, kit);
      kit = null;
    },
    render(gl) {
      if (kit) drawFleetNow(gl, kit, map, picture());
    },
  };
}

interface Heap {
  readonly array: WebGLVertexArrayObject;
  readonly buffer: WebGLBuffer;
  /** What lies in it. */
  held: Float32Array | null;
}

interface Kit {
  readonly segment: WebGLProgram;
  readonly mark: WebGLProgram;
  readonly corners: WebGLBuffer;
  readonly hull: WebGLTexture;
  readonly routes: Heap;
  readonly tracks: Heap;
  readonly ribbons: Heap;
  readonly marks: Heap;
}

function makeKit(gl: WebGL2RenderingContext): Kit {
  const segment = link(gl, SEGMENT_VERTEX, SEGMENT_FRAGMENT);
  const mark = link(gl, MARK_VERTEX, MARK_FRAGMENT);
  const corners = gl.createBuffer();
  gl.bindBuffer(gl.ARRAY_BUFFER, corners);
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([0, -1, 1, -1, 0, 1, 1, 1]), gl.STATIC_DRAW);
  const segments = (): Heap => heap(gl, segment, corners, ['from', 'to', 'left', 'look']);
  const kit = {
    segment,
    mark,
    corners,
    hull: hullTexture(gl),
    routes: segments(),
    tracks: segments(),
    ribbons: segments(),
    marks: heap(gl, mark, corners, ['place', 'look']),
  };
  gl.bindVertexArray(null);
  return kit;
}

function removeKit(gl: WebGL2RenderingContext, { segment, mark, corners, hull, ...heaps }: Kit): void {
  for (const { array, buffer } of Object.values(heaps)) {
    gl.deleteVertexArray(array);
    gl.deleteBuffer(buffer);
  }
  gl.deleteBuffer(corners);
  gl.deleteTexture(hull);
  gl.deleteProgram(segment);
  gl.deleteProgram(mark);
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
  for (const [at, dashes] of [[4, 2.6], []].entries()) {
    pen.setTransform(TEXELS / UNITS, 0, 0, TEXELS / UNITS, (at + 0.5) * TEXELS, TEXELS / 2);
    pen.fillStyle = '#0f0';
    pen.fill(hull);
    pen.strokeStyle = '#f00';
    pen.lineWidth = 3.4;
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

function drawFleetNow(gl: WebGL2RenderingContext, kit: Kit, map: MapLibre, picture: FleetPicture): void {
  const { lng, lat } = map.getCenter();
  const zoom = map.getZoom();
  const world = 512 * 2 ** zoom;
  const ratio = map.getPixelRatio();
  const half = [gl.drawingBufferWidth / ratio / 2, gl.drawingBufferHeight / ratio / 2] as const;
  const [x, y] = [(180 + lng) / 360, 0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)];
  const colours = new Float32Array(3 * COLOUR_COUNT);
  picture.ships.forEach((colour, at) => {
    colours.set(colour, 3 * at);
  });
  colours.set(picture.lane, 3 * LANE_COLOUR);
  colours.set(picture.paper, 3 * PAPER_COLOUR);
  fill(gl, kit.routes, picture.routes);
  fill(gl, kit.tracks, picture.tracks);
  fill(gl, kit.ribbons, picture.now.segments);
  fill(gl, kit.marks, picture.now.marks);
  gl.disable(gl.DEPTH_TEST);
  gl.disable(gl.STENCIL_TEST);
  gl.disable(gl.CULL_FACE);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  // Lanes run on beyond the 180th meridian by half a turn at most, so one copy more than is seen is asked for.
  const copies: number[] = [];
  for (let copy = Math.floor(x - half[0] / world) - 1; copy <= Math.ceil(x + half[0] / world); copy++)
    copies.push(copy);

  const begin = (program: WebGLProgram): ((name: string) => WebGLUniformLocation | null) => {
    gl.useProgram(program);
    const uniform = (name: string): WebGLUniformLocation | null => gl.getUniformLocation(program, name);
    gl.uniform1f(uniform('world'), world);
    gl.uniform2f(uniform('half_size'), half[0], half[1]);
    gl.uniform3fv(uniform('colours'), colours);
    return uniform;
  };
  const draw = (heap: Heap, numbers: number, centre: WebGLUniformLocation | null): void => {
    const count = (heap.held?.length ?? 0) / numbers;
    if (count === 0) return;
    gl.bindVertexArray(heap.array);
    for (const copy of copies) {
      const [highX, highY] = [Math.fround(x - copy), Math.fround(y)];
      gl.uniform4f(centre, highX, highY, x - copy - highX, y - highY);
      gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count);
    }
  };

  const uniform = begin(kit.segment);
  const centre = uniform('centre');
  const lines = (heap: Heap, width: number, opacity: number, dash: readonly [number, number]): void => {
    gl.uniform1f(uniform('half_width'), width / 2);
    gl.uniform1f(uniform('opacity'), opacity);
    gl.uniform2f(uniform('dash'), dash[0], dash[1]);
    draw(heap, SEGMENT_NUMBERS, centre);
  };
  lines(kit.routes, 1, 0.3, DOTTED);
  lines(kit.tracks, 1, 0.3, WHOLE);
  lines(kit.ribbons, RIBBON.width, 0.5, WHOLE);

  const ofMark = begin(kit.mark);
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, kit.hull);
  gl.uniform1i(ofMark('hull'), 0);
  gl.uniform1f(ofMark('size'), markSize(zoom));
  draw(kit.marks, MARK_NUMBERS, ofMark('centre'));
  gl.bindVertexArray(null);
}
