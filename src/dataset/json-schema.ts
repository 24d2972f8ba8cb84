import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { caseFile, messageOf } from './schema.ts';

/**
 * The JSON Schema of `voyages.json`, for editors and for other people's checks. Made by the
 * build and published beside the page; never part of it.
 *
 * It cannot say everything the reader checks: that a date is good EDTF, that ids are known,
 * that legs chain.
 *
 * @returns a schema of draft 2020-12
 */
export function voyagesJsonSchema(): JsonSchema {
  const schema = toJsonSchema(caseFile, {
    target: 'draft-2020-12',
    typeMode: 'input',
    ignoreActions: ['check'],
    overrideSchema: ({ valibotSchema, jsonSchema }) => described(valibotSchema, jsonSchema),
  });
  return { ...schema, title: 'voyages.json: reported voyages of one case' };
}

function described(schema: unknown, made: JsonSchema): JsonSchema {
  const description = messageOf(schema);
  const told = description === undefined ? made : { ...made, description };
  // A remark may stand in any record; the reader passes over it.
  return told.properties === undefined ? told : { ...told, properties: { ...told.properties, $comment: {} } };
}
