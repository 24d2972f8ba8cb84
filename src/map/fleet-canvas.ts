/**
 * The ships of a fleet on a canvas of their own over the map: while time moves the map under them is not drawn again, which
 * takes many times longer than they do.
 */
import type { Map as MapLibre } from 'maplibre-gl';
import { type FleetMarks, RIBBON } from '../scene/fleet-marks.ts';
import { type FleetColours, type FleetPen, fleetPen, type Heap, type LineLook, standingOf } from './fleet-gl.ts';

export interface FleetCanvas {
  /** Draws ships in place of those before, at once. */
  show(ships: FleetMarks, colours: FleetColours): void;
  remove(): void;
}

const STRETCH: LineLook = { width: RIBBON.width, opacity: 0.5, dash: [1, 0] };

/** @throws Error where there is no second graphics context, or it refuses a shader */
export function fleetCanvas(map: MapLibre): FleetCanvas {
  const canvas = document.createElement('canvas');
  canvas.className = 'fleet-canvas';
  const gl = canvas.getContext('webgl2', { antialias: true, premultipliedAlpha: true, depth: false, stencil: false });
  if (!gl) throw new Error('no second graphics context, for the ships');
  let kit: { readonly pen: FleetPen; readonly stretches: Heap; readonly marks: Heap } | null = null;
  let shown: { readonly ships: FleetMarks; readonly colours: FleetColours } | null = null;
  const prepare = (): void => {
    const pen = fleetPen(gl);
    kit = { pen, stretches: pen.segments(), marks: pen.marks() };
  };
  const draw = (): void => {
    if (!kit || !shown || gl.isContextLost()) return;
    const { width, height } = map.getCanvas();
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    gl.viewport(0, 0, width, height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    kit.pen.begin(standingOf(map), shown.colours);
    kit.pen.lines(kit.stretches, shown.ships.segments, STRETCH);
    kit.pen.ships(kit.marks, shown.ships.marks);
  };
  prepare();
  canvas.addEventListener('webglcontextlost', (event) => {
    // Without this the browser would not give it back.
    event.preventDefault();
    kit = null;
  });
  canvas.addEventListener('webglcontextrestored', () => {
    prepare();
    draw();
  });
  map.getCanvasContainer().append(canvas);
  map.on('move', draw);
  map.on('resize', draw);
  return {
    show(ships, colours) {
      shown = { ships, colours };
      draw();
    },
    remove() {
      map.off('move', draw);
      map.off('resize', draw);
      canvas.remove();
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}
