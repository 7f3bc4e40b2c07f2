import { formatDate, formatNumber, isolated } from '../../../base/format.js';
import { speak, type Locale } from '../../../base/locale.js';
import { problemSentence } from '../../../base/problem-words.js';
import type { Decision, Verdict } from '../../../contract/decision.js';
import { sheetOutcomeWords } from '../../../locales/en/sheet-outcomes.js';
import type { Group, Outcome, SheetLine } from '../../../stores/sheet/sheet-line.js';

const willBe = {
  approved: 'willBeApproved',
  rejected: 'willBeRejected',
  changes: 'willBeChanges',
} as const satisfies Record<Verdict, string>;

const already = {
  approved: 'alreadyApproved',
  rejected: 'alreadyRejected',
  changes: 'alreadyChanges',
} as const satisfies Record<Verdict, string>;

const was = { approved: 'approved', rejected: 'rejected', changes: 'wasChanges' } as const;

/** Those of which there is nothing more to be said. */
const plain = {
  unchecked: 'lineUnsent',
  blank: 'lineBlank',
  'no-report': 'lineNoReport',
  'no-round': 'lineNoRound',
  'no-reason': 'lineNoReason',
  'extra-cells': 'lineExtraCells',
  'bad-quotes': 'lineBadQuotes',
  missing: 'lineMissing',
  own: 'lineOwn',
  sending: 'lineSending',
  prevented: 'linePrevented',
} as const;

function settled({ verdict, reviewer, decidedAt }: Decision, locale: Locale): string {
  const day = formatDate(decidedAt, locale.lang());
  return locale.term(already[verdict], isolated(reviewer.name), day);
}

/** What becomes of a line, or became of it. */
export function outcomeWords(outcome: Outcome, locale: Locale): string {
  const number = (value: number): string => formatNumber(value, locale.lang());
  switch (outcome.kind) {
    case 'ready':
      return locale.term(willBe[outcome.verdict]);
    case 'done':
      return locale.term(was[outcome.verdict]);
    case 'settled':
      return settled(outcome.decision, locale);
    case 'unknown-verdict':
      return locale.term('lineUnknownVerdict', isolated(outcome.word));
    case 'long-reason':
      return locale.term('lineLongReason', number(outcome.over));
    case 'repeated':
      return locale.term('lineRepeated', number(outcome.row));
    case 'contradicted':
      return locale.term('lineContradicted', number(outcome.row));
    case 'revised':
      return locale.term('lineRevised', number(outcome.round));
    case 'other-round':
      return locale.term('lineOtherRound', number(outcome.round));
    case 'failed':
      return problemSentence(outcome.code, locale);
    default:
      return locale.term(plain[outcome.kind]);
  }
}

/** The same in a file, where nothing keeps names from the words around them. */
export function savedWords({ outcome }: SheetLine, hasRun: boolean, locale: Locale): string {
  const isUnsent = hasRun && outcome.kind === 'ready';
  const words = isUnsent ? locale.term('lineUnsent') : outcomeWords(outcome, locale);
  return words.replace(/[\u2068\u2069]/g, '');
}

/** How many there are of each group; what has no words of its own is unclear. */
const counted: Readonly<Record<Group, string>> = {
  'ready approved': 'manyWillBeApproved',
  'ready rejected': 'manyWillBeRejected',
  'ready changes': 'manyWillBeChanges',
  'done approved': 'manyApproved',
  'done rejected': 'manyRejected',
  'done changes': 'manyChanges',
  sending: 'manySending',
  blank: 'manyBlank',
  settled: 'manySettled',
  revised: 'manyRevised',
  missing: 'manyMissing',
  own: 'manyOwn',
  'no-reason': 'manyWithoutReason',
  repeated: 'manyRepeated',
  contradicted: 'manyContradicted',
  unclear: 'manyUnclear',
  failed: 'manyFailed',
};

/** The groups in the order in which they are told. */
export const shownGroups: readonly Group[] = Object.keys(counted);

/** The group that a line is shown in. */
export const shownGroup = (group: Group): Group => (group in counted ? group : 'unclear');

/** `decider` is who has decided all that was decided already, if that was one person. */
export function groupWords(group: Group, count: number, decider: string, locale: Locale): string {
  const number = formatNumber(count, locale.lang());
  return group === 'settled' && decider
    ? locale.term('manySettledBy', number, isolated(decider))
    : locale.term(counted[group] as 'manyUnclear', number);
}

speak(sheetOutcomeWords);
