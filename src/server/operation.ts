import type { Hono } from 'hono';
import type { GenericSchema, InferOutput } from 'valibot';
import type { Role } from '../contract/member.js';
import { operations, type Operation, type OperationName } from '../contract/operations.js';
import type { Asker, Authenticate } from './authentication.js';
import { readJson } from './body.js';
import { parse } from './parse.js';
import { jsonResponse, Refusal } from './problems.js';

type Operations = typeof operations;
type Output<Row, Key extends string> =
  Row extends Record<Key, infer Schema extends GenericSchema> ? InferOutput<Schema> : undefined;

/** The names in a path of the contract, as `{name}`. */
type PathParameters<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Record<Name, string> & PathParameters<Rest>
  : unknown;

/** A request that is admitted and well-formed. */
export interface Call<Name extends OperationName> {
  /** Null for a visitor without a token. */
  asker: Operations[Name]['who'] extends 'visitor' ? Asker | null : Asker;
  /** The parts of the path that vary: ids, and `n` as digits. */
  parameters: PathParameters<Operations[Name]['path']>;
  query: Output<Operations[Name], 'query'>;
  body: Output<Operations[Name], 'request'>;
  request: Request;
}

/** Answers one operation, with the body that the contract says or with a response of its own. */
export type Implementation<Name extends OperationName> = (
  call: Call<Name>,
) => Promise<Output<Operations[Name], 'response'> | Response>;

export type Bind = <Name extends OperationName>(
  name: Name,
  implementation: Implementation<Name>,
) => void;

/** What somebody must pass before an implementation runs. */
export interface Gate {
  authenticate: Authenticate;
  /** Called with everybody who shows a valid token. */
  meet(asker: Asker): Promise<void>;
}

const ranks: Record<Role, number> = { member: 0, reviewer: 1, owner: 2 };

const parameterForms: Record<string, RegExp> = { n: /^[1-9]\d{0,8}$/ };
const idForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Puts operations of the contract on an app. Each request is refused by the first that applies:
 * 401, 403, 404 for a malformed id, 422 for the query, then what is wrong with the body.
 */
export const binder =
  (app: Hono, gate: Gate): Bind =>
  (name, implementation) => {
    const operation: Operation = operations[name];
    const path = operation.path.replace(/\{(\w+)\}/g, ':$1');
    app.on(operation.method, path, async ({ req }) => {
      const asker = await admit(gate, operation, req.raw);
      const parameters = checkedParameters(req.param());
      const query = new URL(req.url).searchParams;
      const call = {
        asker,
        parameters,
        query: operation.query && parse(operation.query, Object.fromEntries(query)),
        body: operation.request && parse(operation.request, await readJson(req.raw)),
        request: req.raw,
      };
      const answer = await implementation(call as Call<typeof name>);
      return answer instanceof Response ? answer : jsonResponse(answer);
    });
  };

async function admit(gate: Gate, { who }: Operation, request: Request): Promise<Asker | null> {
  if (who === 'visitor' && !request.headers.has('Authorization')) return null;
  const asker = await gate.authenticate(request);
  if (who !== 'visitor' && ranks[asker.role] < ranks[who]) throw new Refusal('forbidden');
  await gate.meet(asker);
  return asker;
}

/** A malformed id names nothing, like an unknown one. */
function checkedParameters(parameters: Record<string, string>): Record<string, string> {
  for (const [name, value] of Object.entries(parameters)) {
    if (!(parameterForms[name] ?? idForm).test(value)) throw new Refusal('not-found');
  }
  return parameters;
}
