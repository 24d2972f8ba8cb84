import * as v from 'valibot';
import { type Path, quote, type Report, type Spot, within } from './problem.ts';
import { DATE, dateFault } from './schema.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value of a JSON file is an object, and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Checks one value against its schema. Unknown fields are reported and passed over; anything
 * else that is wrong is reported, and there is no value.
 *
 * @param consequence what happens to the value if it is wrong, for the report
 * @returns the checked value, or undefined
 */
export function checked<const S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  spot: Spot,
  report: Report,
  consequence: string,
): v.InferOutput<S> | undefined {
  const known = knownFields(schema, value, spot, report);
  const result = v.safeParse(schema, known);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const path = (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)));
    report(within(spot, ...path), `${fault(issue, at(value, path))}, so ${consequence}`, issue.message);
  }
  return undefined;
}

function fault(issue: v.BaseIssue<unknown>, found: unknown): string {
  if (issue.path?.at(-1)?.origin === 'key' && found === undefined) return 'it is missing';
  const wrongDate = issue.message === DATE && typeof found === 'string' ? dateFault(found) : null;
  return wrongDate ?? `found ${quote(found)}`;
}

/** The value at a path, as it stands in the file. */
function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step)) return undefined;
    return (inner as Record<string | number, unknown>)[step];
  }, value);
}

/**
 * A copy without the fields the schema does not name, each reported: most are spelling mistakes.
 * Lists are not objects here, although the validator would take them for such.
 */
function knownFields(schema: v.GenericSchema, value: unknown, spot: Spot, report: Report): unknown {
  if ('wrapped' in schema) return knownFields(schema.wrapped as v.GenericSchema, value, spot, report);
  if ('options' in schema && schema.type === 'union') {
    const options = schema.options as readonly v.GenericSchema[];
    const fitting = options.find((option) => (isObject(value) ? 'entries' in option : 'item' in option));
    return fitting === undefined ? value : knownFields(fitting, value, spot, report);
  }
  if ('item' in schema && Array.isArray(value)) {
    const item = schema.item as v.GenericSchema;
    return value.map((entry, index) => knownFields(item, entry, within(spot, index), report));
  }
  if ('entries' in schema) {
    if (!isObject(value)) return Array.isArray(value) ? null : value;
    return knownEntries(schema.entries as v.ObjectEntries, value, spot, report);
  }
  return value;
}

function knownEntries(entries: v.ObjectEntries, value: JsonObject, spot: Spot, report: Report): JsonObject {
  const known: [string, unknown][] = [];
  for (const [key, entry] of Object.entries(value)) {
    const schema = Object.hasOwn(entries, key) ? entries[key] : undefined;
    if (schema !== undefined) {
      known.push([key, knownFields(schema as v.GenericSchema, entry, within(spot, key), report)]);
    } else if (key !== '$comment') {
      reportUnknown(key, Object.keys(entries), spot, report);
    }
  }
  return Object.fromEntries(known);
}

/** Reports a field that the format does not know. */
export function reportUnknown(key: string, known: readonly string[], spot: Spot, report: Report): void {
  report(within(spot, key), `the field ${quote(key)} is unknown and was passed over`, `one of ${known.join(', ')}`);
}

/** The id of a record that may be wrong in every other way. */
export function idAsFound(value: unknown): string | undefined {
  return isObject(value) && Object.hasOwn(value, 'id') && typeof value.id === 'string' ? value.id : undefined;
}
