import { isDeepStrictEqual } from 'node:util';
import { revised, type Encounter, type Sent } from './encounter.js';
import type { Findings } from './findings.js';
import type { History } from './history.js';

/** Holds what everybody was answered, and had seen, against what the tables tell. */
export function judgeEncounter(encounter: Encounter, history: History, findings: Findings): void {
  judgeOrder(encounter, history, findings);
  for (const decision of history.decisions) {
    const own = encounter.sent.find(({ request }) => request.id === decision.id);
    const { id } = decision.reviewer;
    const isSeen = encounter.seen.has(`${id} ${decision.round}`);
    if (own?.n === decision.round && own.reviewer === id && isSeen) continue;
    findings.unseen.push(`Sent for round ${own?.n}: ${JSON.stringify(decision)}`);
  }
  for (const sent of encounter.sent) judgeDecision(sent, history, findings);
  judgeRevision(encounter, history, findings);
}

/** A round is decided before the next one is opened, and nothing comes after an approval. */
function judgeOrder({ report }: Encounter, history: History, findings: Findings): void {
  const { rounds, decisions, steps } = history;
  const due = rounds.flatMap((_, index) => {
    const n = index + 1;
    const decided = decisions.filter(({ round }) => round === n);
    const verdicts = decided.map(({ verdict }) => `${verdict} ${n}`);
    return [`${n === 1 ? 'submitted' : 'revised'} ${n}`, ...verdicts];
  });
  const approved = decisions.find(({ verdict }) => verdict === 'approved');
  const isFinal = !approved || approved.round === rounds.length;
  if (isFinal && isDeepStrictEqual(steps, due)) return;
  findings.order.push(`${report}: ${steps.join(', ')}; due: ${due.join(', ')}`);
}

/** Accepted and in the table, or refused because another decision or the next round stands. */
function judgeDecision(sent: Sent, { rounds, decisions }: History, findings: Findings): void {
  const { n, request, answer } = sent;
  const own = decisions.find(({ id }) => id === request.id);
  if (answer.ok) {
    const told = answer.body.rounds[n - 1]?.decision;
    if (!own || !isDeepStrictEqual(told, own)) findings.told.push(answer.toString());
    return;
  }
  const { code, decision } = answer.problem;
  const standing = decisions.find((other) =>
    code === 'already-approved' ? other.verdict === 'approved' : other.round === n,
  );
  if (code === 'stale') {
    const isStale = rounds.length > n && !own && decision === undefined;
    if (!isStale) findings.unexplained.push(answer.toString());
  } else if (code !== 'already-approved' && code !== 'already-decided') {
    findings.unexplained.push(answer.toString());
  } else if (own || !isDeepStrictEqual(decision, standing)) {
    findings.told.push(`In the table ${JSON.stringify(standing)}: ${answer.toString()}`);
  }
}

/** Written as the next round, or refused because the first one is approved. */
function judgeRevision(
  { revision, member }: Encounter,
  history: History,
  findings: Findings,
): void {
  if (!revision) return;
  const second = history.rounds[1];
  if (revision.ok) {
    const isThere = isDeepStrictEqual(second, { text: revised, openedBy: member.id });
    if (!isThere) findings.told.push(`Not there: ${revision.toString()}`);
    return;
  }
  const { code, decision } = revision.problem;
  if (second || code !== 'already-approved') findings.unexplained.push(revision.toString());
  else if (!isDeepStrictEqual(decision, history.decisions[0])) {
    findings.told.push(revision.toString());
  }
}
