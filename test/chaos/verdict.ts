import { isSent } from '../../src/stores/dialogue/conversation.js';
import { emptyVerdict, type Verdict as VerdictBy } from '../support/verdict.js';
import type { Testimony } from './chat.js';

/** A line of a dialogue as the table has it. */
export interface Row {
  readonly id: string;
  readonly report: string;
  readonly seq: number;
  readonly author: string;
  /** Null for a step of the report's life. */
  readonly text: string | null;
}

/** What somebody typed into one chat, and what they saw there. */
export interface Account {
  readonly person: string;
  readonly report: string;
  readonly typed: readonly string[];
  readonly complaints: readonly string[];
  /** Of the page that they typed in. */
  readonly typing: Testimony;
  /** Of the same page loaded anew. */
  readonly anew: Testimony;
}

export const kinds = ['lost', 'doubled', 'out of order', 'altered', 'unequal', 'seen'] as const;
export type Kind = (typeof kinds)[number];

export type Verdict = VerdictBy<Kind>;

/** The author and the number, by which a text is known even when it is altered. */
const nameOf = (text: string): string => text.slice(0, text.indexOf(':'));

/** Holds what was typed, what is in the table, and what was on the screens against each other. */
export function judge(rows: readonly Row[], accounts: readonly Account[]): Verdict {
  const verdict = emptyVerdict(kinds);
  for (const account of accounts) {
    const lines = rows.filter(({ report }) => report === account.report);
    judgeTable(lines, account, verdict);
    for (const complaint of account.complaints)
      verdict.seen.push(`${account.person}: ${complaint}`);
    judgeScreen(lines, account.person, account.typing, verdict);
    judgeScreen(lines, account.person, account.anew, verdict);
  }
  for (const report of new Set(rows.map((row) => row.report))) {
    const lines = rows.filter((row) => row.report === report);
    for (const [index, { seq }] of lines.entries()) {
      if (seq !== index + 1) verdict['out of order'].push(`${seq} at place ${index + 1}`);
    }
  }
  return verdict;
}

/** What one person typed is in the table: all of it, once, in this order, as it was. */
function judgeTable(lines: readonly Row[], { person, typed }: Account, verdict: Verdict): void {
  const kept = lines.flatMap(({ author, text }) => (author === person && text ? [text] : []));
  const places = new Map<string, number[]>();
  for (const [index, text] of kept.entries()) {
    places.set(nameOf(text), [...(places.get(nameOf(text)) ?? []), index]);
  }
  let last = -1;
  for (const text of typed) {
    const [place, ...others] = places.get(nameOf(text)) ?? [];
    if (place === undefined) {
      verdict.lost.push(`${nameOf(text)} is not in the table`);
      continue;
    }
    if (others.length > 0)
      verdict.doubled.push(`${nameOf(text)} is there ${1 + others.length} times`);
    if (kept[place] !== text) verdict.altered.push(`${kept[place]} in place of ${text}`);
    if (place < last) verdict['out of order'].push(`${nameOf(text)} stands too early`);
    last = Math.max(last, place);
  }
  const foreign = [...places.keys()].length - new Set(typed.map(nameOf)).size;
  if (foreign > 0) verdict.altered.push(`${foreign} messages of ${person} that nobody typed`);
}

/** What one person sees is the table: in the store, and row by row on the screen. */
function judgeScreen(
  lines: readonly Row[],
  person: string,
  testimony: Testimony,
  verdict: Verdict,
): void {
  const say = (kind: Kind, words: string) => verdict[kind].push(`${person}: ${words}`);
  for (const fault of testimony.faults) say('seen', fault);
  const known = new Set(testimony.lines.map(({ id }) => id));
  for (const { id, seq } of lines) if (!known.has(id)) say('lost', `line ${seq} never came`);
  const inTable = lines.map(({ id, seq, text }) => [id, seq, text]);
  const inStore = testimony.lines.map((line) =>
    isSent(line)
      ? [line.id, line.seq, line.kind === 'text' ? line.text : null]
      : [line.id, line.state, line.text],
  );
  compare(inTable, inStore, (words) => say('unequal', `in the store ${words}`));
  const words = lines.map(({ id, text }) => [id, text]);
  compare(words, testimony.screen, (difference) => say('unequal', `on screen ${difference}`));
}

function compare(
  one: readonly unknown[],
  other: readonly unknown[],
  tell: (words: string) => void,
): void {
  const place = one.findIndex(
    (item, index) => JSON.stringify(item) !== JSON.stringify(other[index]),
  );
  if (place < 0 && one.length === other.length) return;
  const at = place < 0 ? one.length : place;
  tell(
    `${other.length} lines for ${one.length}; at place ${at + 1} ` +
      `${JSON.stringify(other[at])} for ${JSON.stringify(one[at])}`,
  );
}
