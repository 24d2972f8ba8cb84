import * as v from 'valibot';
import type { Port } from '../model/records.ts';
import { checked, isObject, type JsonObject, reportUnknown } from './check.ts';
import { type Report, type Spot, within } from './problem.ts';
import { claimIds, fields, idOf, position, text } from './schema.ts';

const ID = 'an "id" (text or number) on the Feature itself, beside "properties"';
const ERROR_KM = 'a distance in km, above 0 and at most 20000';

const properties = fields({
  name: text,
  country: v.exactOptional(text),
  unlocode: v.exactOptional(
    v.pipe(v.string('a UN/LOCODE'), v.regex(/^[A-Z]{2} ?[A-Z2-9]{3}$/, 'a UN/LOCODE such as NLRTM')),
  ),
  positionErrorKm: v.exactOptional(v.pipe(v.number(ERROR_KM), v.gtValue(0, ERROR_KM), v.maxValue(20_000, ERROR_KM))),
  note: v.exactOptional(text),
  claims: v.exactOptional(claimIds),
});

const feature = fields({
  type: v.literal('Feature', '"Feature"'),
  id: v.union([idOf(ID), v.pipe(v.number(ID), v.finite(ID))], ID),
  bbox: v.exactOptional(v.array(v.number('a number of degrees'), 'a bounding box')),
  geometry: fields({
    type: v.literal('Point', '"Point": a port is one position'),
    bbox: v.exactOptional(v.array(v.number('a number of degrees'), 'a bounding box')),
    coordinates: position,
  }),
  properties,
});

const COLLECTION = ['type', 'features', 'bbox', '$schema', '$comment'];

/** A port, and where in the file it stands. */
export interface PortFound {
  readonly port: Port;
  readonly spot: Spot;
}

/**
 * Reads the ports out of a GeoJSON FeatureCollection of Points (RFC 7946).
 *
 * @returns the ports that are right, in the order of the file, with every id that was seen;
 *   or null if the file is no FeatureCollection
 */
export function readPorts(
  json: JsonObject,
  spot: Spot,
  report: Report,
): { found: PortFound[]; mentioned: Set<string> } | null {
  const features = json.features;
  if (json.type !== 'FeatureCollection' || !Array.isArray(features)) {
    report(spot, 'the file is no GeoJSON FeatureCollection', '"type": "FeatureCollection" with a list of "features"');
    return null;
  }
  for (const key of Object.keys(json)) if (!COLLECTION.includes(key)) reportUnknown(key, COLLECTION, spot, report);
  const mentioned = new Set<string>();
  const found: PortFound[] = [];
  features.forEach((entry: unknown, index) => {
    const id = featureId(entry);
    const here = { ...within(spot, 'features', index), record: id };
    if (id !== undefined) mentioned.add(id);
    const good = checked(feature, entry, here, report, 'the port is left out');
    if (good === undefined) return;
    const { claims = [], ...known } = good.properties;
    const [lon = 0, lat = 0] = good.geometry.coordinates;
    found.push({ port: { ...known, id: String(good.id), position: [lon, lat], claims }, spot: here });
  });
  return { found, mentioned };
}

function featureId(entry: unknown): string | undefined {
  if (!isObject(entry) || !Object.hasOwn(entry, 'id')) return undefined;
  return typeof entry.id === 'string' || typeof entry.id === 'number' ? String(entry.id) : undefined;
}
