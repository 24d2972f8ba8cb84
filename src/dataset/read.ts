import type { GenericSchema, InferOutput } from 'valibot';
import { readEdtf } from '../model/edtf.ts';
import type { CaseEvent, Claim, Dataset, Port, Source, Vessel, Voyage } from '../model/records.ts';
import { settleAssumptions } from './assumptions.ts';
import { checked, idAsFound, isObject, type JsonObject, reportUnknown } from './check.ts';
import { readPorts } from './ports.ts';
import { type Problem, problemList, quote, type Report, type Spot, within } from './problem.ts';
import { type Known, knownIds } from './references.ts';
import * as schema from './schema.ts';
import { settleOrder, settleSighting, settleVoyage } from './voyages.ts';

/** A file of a case: its name, for reports, and what is in it. */
export interface CaseFile {
  readonly name: string;
  readonly text: string;
}

export interface CaseRead {
  /** null where a file as a whole cannot be used. */
  readonly dataset: Dataset | null;
  readonly problems: Problem[];
}

/**
 * Reads a case. A record that is wrong is left out and reported, the rest is kept; nothing in
 * the files makes this throw.
 *
 * What it gives is whole: every id a kept record refers to is that of a kept record, every
 * claim has a source, legs chain, every date can be read.
 */
export function readCase(files: { readonly ports: CaseFile; readonly voyages: CaseFile }): CaseRead {
  const { problems, report } = problemList();
  const portsJson = parse(files.ports, report);
  const voyagesJson = parse(files.voyages, report);
  const harbours = portsJson && readPorts(portsJson, { file: files.ports.name, path: [] }, report);
  const dataset = voyagesJson && harbours && readVoyages(voyagesJson, files.voyages.name, harbours, report);
  return { dataset: dataset ?? null, problems };
}

function parse(file: CaseFile, report: Report): JsonObject | null {
  const spot = { file: file.name, path: [] };
  try {
    const json: unknown = JSON.parse(file.text.replace(/^\uFEFF/, ''));
    if (isObject(json)) return json;
    report(spot, `found ${quote(json)}`, 'a JSON object');
  } catch (error) {
    report(spot, `the file is not JSON (${error instanceof Error ? error.message : String(error)})`, 'a JSON object');
  }
  return null;
}

function readVoyages(
  json: JsonObject,
  file: string,
  harbours: NonNullable<ReturnType<typeof readPorts>>,
  report: Report,
): Dataset | null {
  const root: Spot = { file, path: [] };
  const entries = schema.caseFile.entries;
  if (json.version !== schema.FORMAT_VERSION) {
    const found = json.version === undefined ? 'the version of the format is missing' : `found ${quote(json.version)}`;
    report(within(root, 'version'), `${found}, so nothing is read`, `the number ${schema.FORMAT_VERSION}`);
    return null;
  }
  const allowed = Object.keys(entries);
  for (const key of Object.keys(json)) {
    if (key !== '$comment' && !allowed.includes(key)) reportUnknown(key, allowed, root, report);
  }
  const period = readPeriod(json, root, report);
  if (period === null) return null;

  const list = <S extends GenericSchema, T extends { readonly id: string }>(
    key: string,
    noun: string,
    record: S,
    settle: (good: InferOutput<S>, spot: Spot) => T | null,
  ): Listed<T> => readList({ json, key, noun, root, report, record, settle });

  const sources = list('sources', 'source', schema.source, (good, spot) => settleLink(good, spot, report));
  const drafts = list('claims', 'claim', schema.claim, (good, spot) => settleClaim(good, spot, sources, report));
  const claims: Listed<Claim> = { ...drafts, kept: settleContradictions(drafts, report) };
  const cited = (ids: readonly string[] | undefined, spot: Spot): string[] =>
    knownIds(ids ?? [], claims, within(spot, 'claims'), report);

  const ports = settlePorts(harbours, cited, report);
  const vessels = list('vessels', 'vessel', schema.vessel, (good, spot): Vessel => {
    return { ...good, claims: cited(good.claims, spot) };
  });
  const around = { ports, vessels, claims };
  const voyages = list('voyages', 'voyage', schema.voyage, (good, spot): Voyage | null => {
    return settleVoyage(good, spot, around, report);
  });
  const ordered = settleOrder(voyages, voyages.spots, report);
  const sightings = list('sightings', 'sighting', schema.sighting, (good, spot) => {
    return settleSighting(good, spot, around, voyages, report);
  });
  const events = list('events', 'event', schema.event, (good, spot): CaseEvent => {
    return { ...good, claims: cited(good.claims, spot) };
  });
  return {
    title: readText(json, 'title', root, report),
    summary: readText(json, 'summary', root, report),
    window: { date: period.date, claims: cited(period.claims, within(root, 'window')) },
    assumptions: settleAssumptions(json.assumptions, within(root, 'assumptions'), report),
    ports: [...ports.kept.values()],
    sources: [...sources.kept.values()],
    claims: [...claims.kept.values()],
    vessels: [...vessels.kept.values()],
    voyages: ordered,
    sightings: [...sightings.kept.values()],
    events: [...events.kept.values()],
  };
}

interface Listed<T> extends Known<T> {
  readonly spots: ReadonlyMap<string, Spot>;
}

interface ListToRead<S extends GenericSchema, T> {
  readonly json: JsonObject;
  readonly key: string;
  readonly noun: string;
  readonly root: Spot;
  readonly report: Report;
  readonly record: S;
  readonly settle: (good: InferOutput<S>, spot: Spot) => T | null;
}

const REQUIRED = ['vessels', 'voyages'];

function readList<S extends GenericSchema, T extends { readonly id: string }>(read: ListToRead<S, T>): Listed<T> {
  const { key, noun, report } = read;
  const kept = new Map<string, T>();
  const spots = new Map<string, Spot>();
  const mentioned = new Set<string>();
  const place = within(read.root, key);
  for (const [index, entry] of recordsOf(read.json, key, place, report).entries()) {
    const id = idAsFound(entry);
    const spot: Spot = { ...within(place, index), record: id };
    if (id !== undefined) mentioned.add(id);
    const good = checked(read.record, entry, spot, report, `the ${noun} is left out`);
    if (good === undefined) continue;
    // A second record of the same id is not even settled: what it refers to does not matter.
    if (id !== undefined && kept.has(id)) reportTwice(noun, id, spot, report);
    else {
      const settled = read.settle(good, spot);
      if (settled === null) continue;
      kept.set(settled.id, settled);
      spots.set(settled.id, spot);
    }
  }
  return { noun, kept, spots, leftOut: mentioned };
}

function recordsOf(json: JsonObject, key: string, spot: Spot, report: Report): readonly unknown[] {
  const found = Object.hasOwn(json, key) ? json[key] : undefined;
  if (Array.isArray(found)) return found;
  if (found !== undefined) report(spot, `found ${quote(found)}, so there are none`, 'a list');
  else if (REQUIRED.includes(key)) report(spot, 'it is missing, so there are none', 'a list');
  return [];
}

function reportTwice(noun: string, id: string, spot: Spot, report: Report): void {
  const fault = `another ${noun} before it has the id ${quote(id)}, so this one is left out`;
  report(within(spot, 'id'), fault, 'an id that no other has');
}

function settlePorts(
  harbours: NonNullable<ReturnType<typeof readPorts>>,
  cited: (ids: readonly string[], spot: Spot) => string[],
  report: Report,
): Known<Port> {
  const kept = new Map<string, Port>();
  for (const { port, spot } of harbours.found) {
    if (kept.has(port.id)) reportTwice('port', port.id, spot, report);
    else kept.set(port.id, { ...port, claims: cited(port.claims, within(spot, 'properties')) });
  }
  return { noun: 'port', kept, leftOut: harbours.mentioned };
}

function readPeriod(json: JsonObject, root: Spot, report: Report) {
  const spot = within(root, 'window');
  const consequence = 'nothing can be placed in time';
  const own = Object.hasOwn(json, 'window');
  if (!own) report(spot, `it is missing, so ${consequence}`, schema.PERIOD);
  const found = own ? checked(schema.period, json.window, spot, report, consequence) : undefined;
  if (found === undefined) return null;
  const period = typeof found === 'string' ? { date: found, claims: [] } : found;
  const { earliest, latest } = readEdtf(period.date);
  if (Number.isFinite(earliest) && Number.isFinite(latest)) return period;
  report(spot, `the period has an open end, so ${consequence}`, 'a first and a last date');
  return null;
}

function readText(json: JsonObject, key: 'title' | 'summary', root: Spot, report: Report) {
  const spot = within(root, key);
  if (!Object.hasOwn(json, key)) report(spot, 'it is missing, so none is shown', 'a text, or texts by language');
  else return checked(schema.text, json[key], spot, report, 'none is shown') ?? '';
  return '';
}

function settleLink(good: InferOutput<typeof schema.source>, spot: Spot, report: Report): Source {
  const { url, ...rest } = good;
  if (url === undefined) return rest;
  if (isHttps(url)) return { ...rest, url };
  report(within(spot, 'url'), `found ${quote(url)}, so the link is dropped`, 'an address that begins with https://');
  return rest;
}

/** Data may be a stranger's: an address that is no https page is never made a link. */
function isHttps(address: string): boolean {
  return /^https:\/\//i.test(address) && URL.canParse(address) && new URL(address).username === '';
}

function settleClaim(
  good: InferOutput<typeof schema.claim>,
  spot: Spot,
  sources: Known<Source>,
  report: Report,
): Claim | null {
  const { source, kind, contradicts = [], ...rest } = good;
  const named = typeof source === 'string' ? [source] : source;
  const known = knownIds(named, sources, within(spot, 'source'), report);
  if (known.length === 0) {
    report(within(spot, 'source'), 'none of its sources is known, so the claim is left out', 'a known source');
    return null;
  }
  const kinds = typeof kind === 'string' ? [kind] : [...new Set(kind)];
  return { ...rest, sources: known, kinds, contradicts };
}

function settleContradictions(claims: Listed<Claim>, report: Report): Map<string, Claim> {
  const settled = new Map<string, Claim>();
  for (const [id, claim] of claims.kept) {
    const spot = claims.spots.get(id);
    if (spot === undefined) continue;
    const here = within(spot, 'contradicts');
    if (claim.contradicts.includes(id)) {
      report(here, 'the claim contradicts itself, so that is dropped', 'other claims');
    }
    const others = knownIds(claim.contradicts, claims, here, report).filter((other) => other !== id);
    settled.set(id, { ...claim, contradicts: others });
  }
  return settled;
}
