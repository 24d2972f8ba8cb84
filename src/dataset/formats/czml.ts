/** CZML: sampled positions of entities, cut by their availability, so that its gaps stay gaps. */
import type { Fix, LonLat } from '../../model/records.ts';
import { isObject, type JsonObject } from '../check.ts';
import type { Findings } from './finding.ts';
import { readInstant } from './instant.ts';
import type { FormatRead } from './reading.ts';
import { lonLatIn } from './timed-geojson.ts';
import { caseOfTracks, type Track } from './tracks.ts';

/** Whether a JSON value is CZML: a list of packets that begins with the document. */
export function isCzml(json: unknown): json is readonly unknown[] {
  return Array.isArray(json) && isObject(json[0]) && json[0].id === 'document';
}

/** Reads the tracks of a CZML file. Packets without sampled positions (ports, labels) are passed over, those refused are findings. */
export function readCzml(json: readonly unknown[], file: string, findings: Findings): FormatRead {
  const tracks = json.flatMap((packet, index): Track[] => {
    if (!isObject(packet) || packet.id === 'document' || packet.position === undefined) return [];
    const path = `[${index}]`;
    const record = typeof packet.id === 'string' ? packet.id : '';
    const parts = [packet.position].flat().filter(isObject);
    const segments = parts.map((part) => samplesOf(part, { path, record }, findings) ?? []);
    const cut = segments.flatMap((fixes) => cutByAvailability(fixes, packet.availability, { path, record }, findings));
    if (cut.length === 0) return [];
    const name = typeof packet.name === 'string' && packet.name.trim() !== '' ? packet.name.trim() : record;
    return [{ name: name || file, path, segments: cut }];
  });
  return caseOfTracks(tracks, file, findings);
}

interface Place {
  readonly path: string;
  readonly record: string;
}

const FORMS = ['cartographicDegrees', 'cartographicRadians', 'cartesian'] as const;

function samplesOf(position: JsonObject, place: Place, findings: Findings): Fix[] | null {
  const form = FORMS.find((name) => Array.isArray(position[name]));
  const refuse = (message: string, expected: string): null => {
    findings.leftOut('not-a-track', { ...place, message: `${message}, so it is left out`, expected });
    return null;
  };
  if (form === undefined) return refuse('its position is no list of samples', FORMS.join(', '));
  const list = position[form] as readonly unknown[];
  if (list.length < 4)
    return refuse('its position is one place without a time', 'samples: time, longitude, latitude, height');
  if (list.length % 4 !== 0) {
    const message = `its ${list.length} numbers are no samples of four, so it is left out`;
    findings.leftOut('counts-differ', { ...place, message, expected: 'time, longitude, latitude, height, and so on' });
    return null;
  }
  if (form === 'cartesian' && position.referenceFrame === 'INERTIAL') {
    return refuse('its positions are in a frame that does not turn with the Earth', '"referenceFrame": "FIXED"');
  }
  const epoch = readInstant(position.epoch)?.time;
  const fixes: Fix[] = [];
  let lost = 0;
  for (let at = 0; at < list.length; at += 4) {
    const [when, x, y, z] = list.slice(at, at + 4);
    const time =
      typeof when === 'number' ? (epoch ?? Number.NaN) + when * 1000 : (readInstant(when)?.time ?? Number.NaN);
    const exact = readInstant(time < 1e11 ? time / 1000 : time);
    const found = positionIn(form, [x, y, z]);
    if (exact === null || found === null) lost++;
    else fixes.push({ position: found, time: exact.time });
  }
  if (lost > 0) {
    const message = `${lost} samples are left out without a time or a position`;
    findings.leftOut('position-wrong', { ...place, message, expected: 'an epoch and numbers, or times as text' });
  }
  return fixes;
}

function positionIn(form: (typeof FORMS)[number], numbers: readonly unknown[]): LonLat | null {
  if (!numbers.every((one): one is number => typeof one === 'number' && Number.isFinite(one))) return null;
  const [x = 0, y = 0, z = 0] = numbers;
  if (form === 'cartographicDegrees') return lonLatIn([x, y]);
  if (form === 'cartographicRadians') return lonLatIn([x / RADIAN, y / RADIAN]);
  return lonLatIn(fromEarthCentred(x, y, z));
}

const RADIAN = Math.PI / 180;
/** WGS 84: equatorial and polar radius, metres. */
const [A, B] = [6378137, 6356752.314245];

/** Longitude and latitude, degrees, of Earth-centred coordinates in metres (Bowring 1976; exact to far below a metre at sea). */
function fromEarthCentred(x: number, y: number, z: number): LonLat {
  const across = Math.hypot(x, y);
  const angle = Math.atan2(z * A, across * B);
  const [first, second] = [(A * A - B * B) / (A * A), (A * A - B * B) / (B * B)];
  const lat = Math.atan2(z + second * B * Math.sin(angle) ** 3, across - first * A * Math.cos(angle) ** 3);
  return [Math.atan2(y, x) / RADIAN, lat / RADIAN];
}

/** The fixes within each interval of availability. Those in none are left out: the file says that nothing is known then. */
function cutByAvailability(fixes: readonly Fix[], availability: unknown, place: Place, findings: Findings): Fix[][] {
  const spans = [availability].flat().flatMap((text) => {
    const [start, end] = typeof text === 'string' ? text.split('/').map((side) => readInstant(side)?.time) : [];
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
  if (spans.length === 0) return [[...fixes]];
  const within = spans.map(({ start, end }) => fixes.filter(({ time }) => time >= start && time <= end));
  const kept = new Set(within.flat());
  if (kept.size < fixes.length) {
    const message = `${fixes.length - kept.size} positions are left out, at times when the file says that the ship is not available`;
    findings.leftOut('outside-availability', { ...place, message, expected: 'positions within the availability' });
  }
  return within;
}
