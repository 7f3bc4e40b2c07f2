import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { liveSchemas } from './live.js';
import { answers, requests, shared, type Definitions } from './openapi-schemas.js';
import { operations, type Operation } from './operations.js';
import { problemCodes, type ProblemCode } from './problem.js';

type Json = Record<string, unknown>;
type Mode = 'input' | 'output';

/** Refusals that any operation may give: a visitor may send a bad token, too. */
const everywhere: ProblemCode[] = ['unauthenticated', 'rate-limited', 'unavailable'];

const component = (name: string): string => `#/components/schemas/${name}`;

const options = (typeMode: Mode) => ({
  typeMode,
  // `check` and `transform` have no counterpart in JSON Schema; what they add stands in the text.
  errorMode: 'ignore' as const,
  overrideRef: ({ referenceId }: { referenceId: string }) => component(referenceId),
});

const define = (definitions: Definitions, mode: Mode): Json =>
  toJsonSchemaDefs({ ...shared, ...definitions }, options(mode));

/** A schema with a name by its reference, any other written out. */
const schema = (source: GenericSchema, mode: Mode): Json => {
  const definitions = { ...shared, ...(mode === 'input' ? requests : answers) };
  const name = Object.keys(definitions).find((key) => definitions[key] === source);
  if (name) return { $ref: component(name) };
  const {
    $schema: _,
    $defs: __,
    ...rest
  } = toJsonSchema(source, { ...options(mode), definitions });
  return rest;
};

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'n' ? { type: 'integer', minimum: 1 } : { type: 'string', format: 'uuid' },
  }));

const queryParameters = (query: GenericSchema | undefined): Json[] => {
  if (!query) return [];
  const { properties = {} } = schema(query, 'input') as { properties?: Record<string, Json> };
  return Object.entries(properties).map(([name, value]) => ({ name, in: 'query', schema: value }));
};

const header = (name: string, more: Json = {}): Json => ({
  ...{ name, in: 'header', schema: { type: 'string' } },
  ...more,
});

/** The name of a file, as a browser's `fetch` can send it. */
const disposition = header('Content-Disposition', {
  required: true,
  description: 'RFC 6266 with the name as in RFC 8187.',
  example: "attachment; filename*=UTF-8''caf%C3%A9.png",
});

const headerParameters = (name: string, { bytes }: Operation): Json[] => [
  ...(name === 'putTask' ? [header('If-Match')] : []),
  ...(bytes ? [disposition] : []),
];

const requestBody = ({ request, bytes }: Operation): Json => {
  if (bytes) return { requestBody: { required: true, content: { '*/*': {} } } };
  if (!request) return {};
  const content = { 'application/json': { schema: schema(request, 'input') } };
  return { requestBody: { required: true, content } };
};

const content = ({ response, rows }: Operation): Json => {
  if (response) return { 'application/json': { schema: schema(response, 'output') } };
  if (!rows) return { 'text/event-stream': { schema: { $ref: component('LiveEvents') } } };
  const line = { anyOf: [schema(rows, 'output'), { $ref: component('ExportEnd') }] };
  return { 'text/csv': { schema: { type: 'string' } }, 'application/x-ndjson': { schema: line } };
};

/** Of a file that is made while it is sent. */
const total: Json = {
  'Taskchat-Total': {
    description: 'How many rows there were at the beginning; a file with fewer is broken off.',
    schema: { type: 'integer', minimum: 0 },
  },
};

const success = (operation: Operation): Json => ({
  description: 'Done.',
  ...(operation.rows && { headers: total }),
  content: content(operation),
});

const refusals = (operation: Operation): Json => {
  const forbidden = operation.who === 'visitor' ? [] : (['forbidden'] as const);
  const codes = [...everywhere, ...forbidden, ...operation.problems];
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const { status } = problemCodes[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const content = { 'application/problem+json': { schema: { $ref: component('Problem') } } };
  return Object.fromEntries(
    [...byStatus].map(([status, found]) => [status, { description: found.join(', '), content }]),
  );
};

const describe = (name: string, operation: Operation): Json => ({
  operationId: name,
  summary: operation.summary,
  description: `For: ${operation.who}.`,
  ...(operation.who === 'visitor' ? { security: [{}, { token: [] }] } : {}),
  parameters: [
    ...pathParameters(operation.path),
    ...queryParameters(operation.query),
    ...headerParameters(name, operation),
  ],
  ...requestBody(operation),
  responses: { 200: success(operation), ...refusals(operation) },
});

const paths = (): Json => {
  const result: Record<string, Json> = {};
  for (const [name, operation] of Object.entries(operations)) {
    (result[operation.path] ??= {})[operation.method.toLowerCase()] = describe(name, operation);
  }
  return result;
};

const liveEvents = (): Json => ({
  description: 'The `event:` names of the stream, each with the JSON of its `data:`.',
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(liveSchemas).map(([name, source]) => [name, schema(source, 'output')]),
  ),
});

/** The contract as an OpenAPI 3.1 document, made from the table of operations alone. */
export const openApiDocument = (): Json => ({
  openapi: '3.1.0',
  info: { title: 'Taskchat', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
  security: [{ token: [] }],
  paths: paths(),
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    schemas: {
      ...define(answers, 'output'),
      ...define(requests, 'input'),
      LiveEvents: liveEvents(),
    },
  },
});
