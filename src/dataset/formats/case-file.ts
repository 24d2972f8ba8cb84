/** Our own case in one piece: one JSON with the ports inside, or a zip of its folder. Read, and written again. */
import type { Dataset } from '../../model/records.ts';
import { isObject, type JsonObject } from '../check.ts';
import { readCase } from '../read.ts';
import { FORMAT_VERSION } from '../schema.ts';
import type { Findings } from './finding.ts';
import type { RawCase } from './raw-case.ts';
import type { FormatRead } from './reading.ts';

/** Whether a JSON value is a case: `voyages.json`, with the ports inside or not. */
export function isCaseFile(json: unknown): json is JsonObject {
  return isObject(json) && Object.hasOwn(json, 'version') && Array.isArray(json.voyages);
}

/** Reads a case that has its ports inside, as the field `ports`: a GeoJSON FeatureCollection. */
export function readCaseFile(json: JsonObject, file: string, findings: Findings): FormatRead {
  const { ports, ...voyages } = json;
  if (ports === undefined) {
    findings.leftOut('unreadable', {
      path: 'ports',
      message: 'the ports are missing',
      expected: '"ports": the FeatureCollection of ports.geojson, or the folder with both files as a zip',
    });
    return { kind: 'case', dataset: null, raw: null, findings: findings.list };
  }
  return readParts(
    { name: `${file}, ports`, text: JSON.stringify(ports) },
    { name: file, text: JSON.stringify(voyages) },
    findings,
  );
}

interface Part {
  readonly name: string;
  readonly text: string;
}

/** Reads the two files of a case by the one reader; what it reports becomes findings. */
export function readParts(ports: Part, voyages: Part, findings: Findings): FormatRead {
  const { dataset, problems } = readCase({ ports, voyages });
  for (const problem of problems) findings.list.push({ ...problem, code: 'reader', kept: false });
  return { kind: 'case', dataset, raw: dataset && writeCase(dataset), findings: findings.list };
}

/**
 * A dataset in its file form. What `readCase` makes of it is the dataset again.
 *
 * @returns the values of `ports.geojson` and `voyages.json`
 */
export function writeCase(dataset: Dataset): RawCase {
  const { ports, sources, claims, vessels, voyages, sightings, events, ...head } = dataset;
  return {
    ports: {
      type: 'FeatureCollection',
      features: ports.map(({ id, position, zone: _, ...properties }) => ({
        type: 'Feature',
        id,
        geometry: { type: 'Point', coordinates: position },
        properties,
      })),
    },
    voyages: {
      version: FORMAT_VERSION,
      ...head,
      sources,
      claims: claims.map(({ sources: source, kinds: kind, ...claim }) => ({ ...claim, source, kind })),
      vessels,
      voyages: voyages.map((voyage) => ({
        ...voyage,
        legs: voyage.legs.map((leg) => ({
          ...leg,
          track: leg.track.map(({ time, position }) => ({ time: new Date(time).toISOString(), position })),
        })),
      })),
      sightings,
      events,
    },
  };
}

/** A case as one JSON text with its ports inside, which {@link readCaseFile} reads. */
export function writeCaseFile(dataset: Dataset): string {
  const { ports, voyages } = writeCase(dataset);
  return `${JSON.stringify({ ...voyages, ports }, null, 2)}\n`;
}
