import * as v from 'valibot';
import { Refusal } from './problems.js';

/** Errors told at once, at most: a body can hold a hundred thousand mistakes. */
const most = 20;

/** Brings `input` into the schema's form, or refuses with `invalid`, repeating nothing of it. */
export function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, input, { message });
  if (parsed.success) return parsed.output;
  const errors = parsed.issues
    .slice(0, most)
    .map((issue) => ({ path: path(issue), message: issue.message }));
  throw new Refusal('invalid', { errors });
}

/** For rules of a schema that bring no words of their own; the library's would quote the input. */
function message(issue: v.BaseIssue<unknown>): string {
  if (isUnknownKey(issue)) return 'Has a field that is not known here.';
  if (issue.input === undefined) return 'Is missing.';
  return issue.expected ? `Must be ${issue.expected}.` : 'Is not valid.';
}

/** An unknown key is the sender's own word: the path ends before it. */
function path(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map((item) => String(item.key));
  return (isUnknownKey(issue) ? keys.slice(0, -1) : keys).join('.');
}

const isUnknownKey = (issue: v.BaseIssue<unknown>): boolean =>
  issue.type === 'strict_object' && issue.expected === 'never';
