/** A fleet on the living map: lanes in the map, ships over it, ports as dots with names that keep clear of each other. */
import type { FeatureCollection, Point } from 'geojson';
import type { GeoJSONSource, LayerSpecification } from 'maplibre-gl';
import type { LonLat } from '../model/records.ts';
import { mercatorX, mercatorY } from '../scene/camera.ts';
import { type FleetMarks, nearestMark } from '../scene/fleet-marks.ts';
import { fleetCanvas } from './fleet-canvas.ts';
import { markReach, worldSize } from './fleet-gl.ts';
import { type FleetLanes, laneLayer } from './fleet-layer.ts';
import type { MapView } from './map-view.ts';

/** A port of many. */
export interface FleetPort {
  readonly id: string;
  readonly name: string;
  readonly position: LonLat;
  /** How many calls are reported there: where names are in each other's way, the port with more has its name shown. */
  readonly calls: number;
}

/** Colours as CSS writes them. */
export interface PortColours {
  readonly ink: string;
  readonly paper: string;
}

/** What lies under the pointer. */
export type Hit = { readonly kind: 'ship'; readonly ship: number } | { readonly kind: 'port'; readonly port: string };

export interface DrawnFleet {
  /** Draws ships in place of those before, at once. */
  show(ships: FleetMarks): void;
  /** Draws lanes, and everything in other colours, from the next frame on. */
  setLanes(lanes: FleetLanes): void;
  setPorts(ports: readonly FleetPort[], colours: PortColours): void;
  /** Takes everything off the map again. */
  remove(): void;
}

const LANES = 'fleet-lanes';
const PORTS = 'fleet-ports';
const DOTS = 'fleet-port-dots';
const NAMES = 'fleet-port-names';
/** The names of the base map stand over lanes and dots. */
const BELOW = 'country-name';
/** A port is hit this near to its dot, px. */
const PORT_REACH = 12;

function featuresOf(ports: readonly FleetPort[]): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: ports.map(({ name, position: [lon, lat], calls }) => ({
      type: 'Feature',
      properties: { name, calls },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  };
}

function portLayers({ ink, paper }: PortColours): { readonly layer: LayerSpecification; readonly below?: string }[] {
  return [
    {
      below: BELOW,
      layer: {
        id: DOTS,
        type: 'circle',
        source: PORTS,
        paint: {
          'circle-radius': ['interpolate', ['linear'], ['zoom'], 1, 1.8, 6, 3.4, 10, 5],
          'circle-color': paper,
          'circle-stroke-color': ink,
          'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 1, 1, 8, 1.6],
        },
      },
    },
    {
      layer: {
        id: NAMES,
        type: 'symbol',
        source: PORTS,
        layout: {
          'text-field': ['get', 'name'],
          'text-font': ['Voyage Sans 400'],
          'text-size': ['interpolate', ['linear'], ['zoom'], 1, 11, 6, 13],
          'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
          'text-radial-offset': 0.55,
          'text-padding': 6,
          'symbol-sort-key': ['-', 0, ['get', 'calls']],
        },
        paint: { 'text-color': ink, 'text-halo-color': paper, 'text-halo-width': 1.4 },
      },
    },
  ];
}

/**
 * Draws a fleet into a map for as long as it is not removed, through losses of the graphics context too.
 *
 * @param first the lanes that are drawn from the start
 * @param onHit told what the reader clicks on: of ships the mark that is nearest, before any port
 * @throws Error where the ships have no graphics context of their own
 */
export function drawFleet({ inner: map }: MapView, first: FleetLanes, onHit: (hit: Hit) => void): DrawnFleet {
  const canvas = fleetCanvas(map);
  let lanes = first;
  let ships: FleetMarks | null = null;
  let ports: readonly FleetPort[] = [];
  let places = [new Float64Array(), new Float64Array()] as const;
  let colours: PortColours = { ink: '#000', paper: '#fff' };
  let ended = false;
  /** Adds what the map does not have: a lost context takes everything along. */
  const complete = (): void => {
    if (ended || !map.style || !map.getLayer(BELOW)) return;
    if (!map.getSource(PORTS)) map.addSource(PORTS, { type: 'geojson', data: featuresOf(ports), maxzoom: 6 });
    for (const { layer, below } of portLayers(colours)) if (!map.getLayer(layer.id)) map.addLayer(layer, below);
    if (!map.getLayer(LANES))
      map.addLayer(
        laneLayer(LANES, map, () => lanes),
        DOTS,
      );
  };
  const hitAt = ({ x, y }: { readonly x: number; readonly y: number }): Hit | null => {
    const { lng, lat } = map.unproject([x, y]);
    const at = [mercatorX(lng), mercatorY(lat)] as const;
    const px = 1 / worldSize(map.getZoom());
    const ship = ships ? nearestMark(ships.xs, ships.ys, at, px * markReach(map.getZoom())) : -1;
    if (ship >= 0) return { kind: 'ship', ship: ships?.numbers[ship] as number };
    const port = ports[nearestMark(places[0], places[1], at, px * PORT_REACH)];
    return port ? { kind: 'port', port: port.id } : null;
  };
  const click = ({ point }: { readonly point: { readonly x: number; readonly y: number } }): void => {
    const hit = hitAt(point);
    if (hit) onHit(hit);
  };
  const point = ({ point }: { readonly point: { readonly x: number; readonly y: number } }): void => {
    map.getCanvas().style.cursor = hitAt(point) ? 'pointer' : '';
  };
  map.on('styledata', complete);
  map.on('click', click);
  map.on('mousemove', point);
  complete();
  return {
    show(next) {
      ships = next;
      canvas.show(ships, lanes.colours);
    },
    setLanes(next) {
      lanes = next;
      if (ships) canvas.show(ships, lanes.colours);
      if (map.style) map.triggerRepaint();
    },
    setPorts(next, nextColours) {
      ports = next;
      colours = nextColours;
      places = [
        Float64Array.from(ports, ({ position }) => mercatorX(position[0])),
        Float64Array.from(ports, ({ position }) => mercatorY(position[1])),
      ];
      if (!map.style) return;
      void map.getSource<GeoJSONSource>(PORTS)?.setData(featuresOf(ports));
      for (const { layer } of portLayers(colours)) {
        if (!map.getLayer(layer.id)) continue;
        for (const [property, value] of Object.entries(layer.paint ?? {})) {
          map.setPaintProperty(layer.id, property as never, value as never);
        }
      }
    },
    remove() {
      ended = true;
      canvas.remove();
      map.off('styledata', complete);
      map.off('click', click);
      map.off('mousemove', point);
      if (!map.style) return;
      map.getCanvas().style.cursor = '';
      for (const id of [NAMES, LANES, DOTS]) if (map.getLayer(id)) map.removeLayer(id);
      if (map.getSource(PORTS)) map.removeSource(PORTS);
    },
  };
}
