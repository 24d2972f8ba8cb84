/** The lanes of a fleet as a layer of the map: they stay as they are while time moves. */
import type { CustomLayerInterface, Map as MapLibre } from 'maplibre-gl';
import { type FleetColours, type FleetPen, fleetPen, type Heap, type LineLook, standingOf } from './fleet-gl.ts';

export interface FleetLanes {
  /** Segments of the lanes that run between ports, and of published tracks. */
  readonly routes: Float32Array;
  readonly tracks: Float32Array;
  readonly colours: FleetColours;
}

/** As the legend has them: dotted where they are ours, whole where they were published. Faint, since there are many. */
const ROUTE: LineLook = { width: 1, opacity: 0.3, dash: [1.5, 2.8] };
const TRACK: LineLook = { width: 1, opacity: 0.3, dash: [1, 0] };

/** The layer. It is drawn with every frame of the map, as `lanes` has them then. */
export function laneLayer(id: string, map: MapLibre, lanes: () => FleetLanes): CustomLayerInterface {
  let kit: { readonly pen: FleetPen; readonly routes: Heap; readonly tracks: Heap } | null = null;
  return {
    id,
    type: 'custom',
    onAdd(_, gl) {
      const pen = fleetPen(gl);
      kit = { pen, routes: pen.segments(), tracks: pen.segments() };
    },
    onRemove() {
      kit = null;
    },
    render() {
      if (!kit) return;
      const { routes, tracks, colours } = lanes();
      kit.pen.begin(standingOf(map), colours);
      kit.pen.lines(kit.routes, routes, ROUTE);
      kit.pen.lines(kit.tracks, tracks, TRACK);
    },
  };
}
