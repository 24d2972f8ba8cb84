/**
 * GeoJSON with times: a fourth number in each coordinate (kepler.gl), lists of times in the properties, OGC Moving Features
 * JSON (19-045r3 and the practice of 2017, 16-140r1), and points with a time each. A line without times is a lane and is refused.
 */
import type { Fix, LonLat } from '../../model/records.ts';
import { isObject, type JsonObject } from '../check.ts';
import { quote } from '../problem.ts';
import type { Findings } from './finding.ts';
import { type Instant, readInstant } from './instant.ts';
import type { FormatRead } from './reading.ts';
import { caseOfTracks, type Track } from './tracks.ts';

const FEATURE = /^(Moving)?Feature$/;

/** Whether a JSON value is GeoJSON or MF-JSON. */
export function isGeojson(json: unknown): json is JsonObject {
  return isObject(json) && typeof json.type === 'string' && /^(Moving)?Feature(Collection)?$/.test(json.type);
}

/** Where a feature stands, and what to say of it. */
interface Here {
  readonly path: string;
  readonly record: string | undefined;
  readonly findings: Findings;
}

/** Positions of one ship that stand in features of their own. */
interface Reported {
  readonly track: Omit<Track, 'segments'>;
  readonly fixes: Fix[];
}

/** Reads the tracks of a GeoJSON or MF-JSON file. */
export function readGeojson(json: JsonObject, file: string, findings: Findings): FormatRead {
  const alone = FEATURE.test(String(json.type));
  const features: readonly unknown[] = alone ? [json] : Array.isArray(json.features) ? json.features : [];
  if (isForeign(json.crs)) {
    const message = 'the positions are not in WGS 84, so nothing is read';
    findings.leftOut('position-wrong', { path: 'crs', message, expected: 'longitude and latitude in degrees, WGS 84' });
    return { kind: 'case', dataset: null, raw: null, findings: findings.list };
  }
  const tracks: Track[] = [];
  const reports = new Map<string, Reported>();
  let zoneless = '';
  features.forEach((feature, index) => {
    const path = alone ? 'the feature' : `features[${index}]`;
    const here = { path, record: idOf(feature), findings };
    if (!isObject(feature)) {
      findings.leftOut('not-a-track', { path, message: `found ${quote(feature)}`, expected: 'a Feature' });
      return;
    }
    const timed = timedParts(feature, here);
    const segments = timed.flatMap((part) => segmentOf(part, here) ?? []);
    if (segments.length === 0) return;
    if (segments.some((segment) => segment.zoneAssumed)) zoneless ||= path;
    const named = { ...shipOf(feature, file), path };
    const fixes = segments.map((segment) => segment.fixes);
    if (!isReport(feature)) tracks.push({ ...named, segments: fixes });
    else {
      const key = JSON.stringify([named.imo, named.mmsi, named.name]);
      const report: Reported = reports.get(key) ?? { track: named, fixes: [] };
      reports.set(key, report);
      for (const fix of fixes.flat()) report.fixes.push(fix);
    }
  });
  for (const { track, fixes } of reports.values()) {
    tracks.push({ ...track, segments: [fixes.sort((a, b) => a.time - b.time)] });
  }
  if (zoneless !== '') {
    const message = 'times without a zone are read as UTC';
    findings.doubtful('zone-assumed', { path: zoneless, message, expected: 'times with their zone' });
  }
  return caseOfTracks(tracks, file, findings);
}

/** RFC 7946 knows WGS 84 alone; older files and MF-JSON may name another reference system. */
function isForeign(crs: unknown): boolean {
  if (crs === undefined || crs === null) return false;
  return !/CRS84|4326|WGS[ _-]?(19)?84/i.test(JSON.stringify(crs));
}

function idOf(feature: unknown): string | undefined {
  const id = isObject(feature) ? feature.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

/** Positions with their times, still as they stand in the file. */
interface Timed {
  readonly positions: readonly unknown[];
  readonly times: readonly unknown[];
}

const LISTS = ['datetimes', 'times', 'coordTimes', 'linestringTimestamps', 'time'];
const SCALARS = ['time', 'timestamp', 'datetime', 'date_time_utc', 'BaseDateTime', 'base_date_time'];

const propertiesOf = (feature: JsonObject): JsonObject => (isObject(feature.properties) ? feature.properties : {});
const geometryOf = (feature: JsonObject): JsonObject => (isObject(feature.geometry) ? feature.geometry : {});

/** A point with one time: one position of many. */
const isReport = (feature: JsonObject): boolean =>
  geometryOf(feature).type === 'Point' && feature.temporalGeometry === undefined;

/** The timed parts of a feature; where there are none, that is a finding. */
function timedParts(feature: JsonObject, here: Here): Timed[] {
  if (isObject(feature.temporalGeometry)) return movingParts(feature.temporalGeometry, here);
  const { type, coordinates } = geometryOf(feature);
  const properties = propertiesOf(feature);
  if (type === 'Point') {
    const time = SCALARS.map((name) => properties[name]).find((found) => found !== undefined);
    if (time !== undefined) return [{ positions: [coordinates], times: [time] }];
    return refused(here, 'not-a-track', 'a point without a time is no voyage', 'a time in its properties');
  }
  const nested = isObject(properties.coordinateProperties) ? properties.coordinateProperties : {};
  const lines = linesOf(type, coordinates);
  if (lines === null) {
    return refused(here, 'not-a-track', `a geometry ${quote(type)} is no track`, 'a LineString with times');
  }
  const times = [...LISTS.map((name) => nested[name]), ...LISTS.map((name) => properties[name])].find(Array.isArray);
  if (times !== undefined) {
    return lines.map((positions, at) => ({ positions, times: type === 'MultiLineString' ? listOf(times[at]) : times }));
  }
  const fourth = lines.map((positions) => positions.map((position) => listOf(position)[3]));
  if (lines.length > 0 && fourth.flat().every((time) => time !== undefined)) {
    return lines.map((positions, at) => ({ positions, times: fourth[at] ?? [] }));
  }
  return refused(
    here,
    'lane-not-voyage',
    'a line without times is a lane and no voyage, so it is left out',
    'a time for every position',
  );
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function linesOf(type: unknown, coordinates: unknown): (readonly unknown[])[] | null {
  if (type === 'LineString' || type === 'MultiPoint') return [listOf(coordinates)];
  return type === 'MultiLineString' ? listOf(coordinates).map(listOf) : null;
}

function refused(here: Here, code: Parameters<Findings['leftOut']>[0], message: string, expected: string): [] {
  here.findings.leftOut(code, { path: here.path, record: here.record, message, expected });
  return [];
}

/** The parts of a `temporalGeometry`. One that says that the ship was only at the points gives no line. */
function movingParts(moving: JsonObject, here: Here): Timed[] {
  if (Array.isArray(moving.prisms)) return moving.prisms.filter(isObject).flatMap((prism) => movingParts(prism, here));
  if (moving.type !== 'MovingPoint') {
    return refused(here, 'not-a-track', `a ${quote(moving.type)} is no ship's track`, 'a MovingPoint');
  }
  const said = [moving.interpolation ?? moving.interpolations].flat().filter((one) => one !== undefined);
  const jumps = said.find((one) => /^(discrete|step|stepwise)$/i.test(String(one)));
  if (jumps !== undefined) {
    const message = `the positions are not joined (${String(jumps)}), so there is no track between them`;
    return refused(here, 'interpolation', message, 'Linear');
  }
  return [{ positions: listOf(moving.coordinates), times: listOf(moving.datetimes) }];
}

/** Reads the fixes of a part; null where their number does not match that of the times. */
function segmentOf({ positions, times }: Timed, here: Here): { fixes: Fix[]; zoneAssumed: boolean } | null {
  const { findings, ...place } = here;
  if (positions.length !== times.length) {
    const message = `there are ${positions.length} positions and ${times.length} times, so it is left out`;
    findings.leftOut('counts-differ', { ...place, message, expected: 'one time a position' });
    return null;
  }
  const fixes: Fix[] = [];
  let zoneAssumed = false;
  let [lost, untimed]: (string | undefined)[] = [];
  positions.forEach((found, at) => {
    const position = lonLatIn(found);
    const instant: Instant | null = readInstant(times[at]);
    if (position === null) lost ??= `coordinates[${at}]`;
    if (instant === null) untimed ??= quote(times[at]);
    if (position === null || instant === null) return;
    zoneAssumed ||= instant.zoneAssumed;
    fixes.push({ position, time: instant.time });
  });
  if (lost !== undefined) {
    const message = `positions are left out that are none, the first at ${lost}`;
    findings.leftOut('position-wrong', { ...place, message, expected: 'longitude and latitude in degrees' });
  }
  if (untimed !== undefined) {
    const message = `positions are left out without an exact time, first ${untimed}`;
    findings.leftOut('time-not-exact', { ...place, message, expected: 'a time such as 2023-09-10T12:00:00Z' });
  }
  return { fixes, zoneAssumed };
}

/** A position of a track. Longitudes that run on past 180 are brought back; others stay as they were given. */
export function lonLatIn(found: unknown): LonLat | null {
  const [lon, lat] = listOf(found);
  if (typeof lon !== 'number' || typeof lat !== 'number') return null;
  if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 540)) return null;
  return [Math.abs(lon) <= 180 ? lon : lon - 360 * Math.sign(lon), lat];
}

const NAMES = ['name', 'vessel', 'vessel_name', 'vesselName', 'VesselName', 'ship', 'shipname', 'title', 'label'];

function shipOf(feature: JsonObject, file: string): Pick<Track, 'name' | 'imo' | 'mmsi'> {
  const properties = propertiesOf(feature);
  const textOf = (names: readonly string[]): string | undefined =>
    names
      .map((name) => properties[name])
      .flatMap((value) => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : []))
      .find((value) => value !== '');
  const [imo, mmsi] = [textOf(['imo', 'IMO']), textOf(['mmsi', 'MMSI'])];
  const name = textOf(NAMES) ?? ((imo ?? mmsi) ? '' : (idOf(feature) ?? file));
  return { name: name.replace(/\p{Cc}+/gu, ' '), imo, mmsi };
}
