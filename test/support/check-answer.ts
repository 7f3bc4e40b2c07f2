import * as v from 'valibot';
import { operations, type Operation } from '../../src/contract/operations.js';
import { problemCodes, problemSchema } from '../../src/contract/problem.js';

interface Checked {
  status: number;
  headers: Headers;
  text: string;
}

const rows = Object.values(operations as Record<string, Operation>).map((operation) => ({
  operation,
  pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`),
}));

const operationFor = (method: string, path: string): Operation | undefined =>
  rows.find((row) => row.operation.method === method && row.pattern.test(path.split('?')[0] ?? ''))
    ?.operation;

const fail = (what: string, method: string, path: string, answer: Checked): never => {
  throw new Error(`${what}: ${method} ${path} → ${answer.status} ${answer.text.slice(0, 2_000)}`);
};

/**
 * Throws when an answer is not one that the contract allows: a status beyond it, a body that is
 * not of the operation's schema or says more than it, a refusal without its stable code.
 */
export function checkAnswer(method: string, path: string, answer: Checked): void {
  const type = answer.headers.get('content-type')?.split(';')[0];
  const operation = operationFor(method, path);
  if (answer.status >= 400) {
    if (type !== 'application/problem+json') fail('Not a problem', method, path, answer);
    checkProblem(operation, method, path, answer);
    return;
  }
  if (answer.status === 200 && operation?.rows && type !== 'application/json') return;
  if (answer.status !== 200 || type !== 'application/json' || !operation?.response) {
    fail('Beyond the contract', method, path, answer);
    return;
  }
  checkBody(operation.response, method, path, answer);
}

function checkBody(schema: v.GenericSchema, method: string, path: string, answer: Checked): void {
  const body = JSON.parse(answer.text) as unknown;
  const parsed = v.safeParse(schema, body);
  if (!parsed.success) {
    const where = parsed.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
    fail(`Not of the schema (${where.join('; ')})`, method, path, answer);
  }
  // Parsing drops what the schema does not know: a difference is something that leaked.
  if (sorted(parsed.output) !== sorted(body)) fail('More than the schema', method, path, answer);
}

function checkProblem(
  operation: Operation | undefined,
  method: string,
  path: string,
  answer: Checked,
): void {
  checkBody(problemSchema, method, path, answer);
  const { code, status } = v.parse(problemSchema, JSON.parse(answer.text));
  if (status !== answer.status || problemCodes[code].status !== status) {
    fail('Code and status differ', method, path, answer);
  }
  const shared = ['unauthenticated', 'forbidden', 'rate-limited', 'unavailable'];
  if (operation && ![...shared, ...operation.problems].includes(code)) {
    fail('A code that this operation does not name', method, path, answer);
  }
}

/** JSON with its keys in one order, so that equal means equal. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
