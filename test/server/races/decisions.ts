import { isDeepStrictEqual } from 'node:util';
import type { Report } from '../../../src/contract/report.js';
import type { Answer, Person } from '../../support/people.js';
import { person } from '../../support/people.js';
import { decision, Site } from '../../support/site.js';
import { each, shuffled, unexpected, type Outcome, type Race, type Random } from './race.js';

const verdicts = ['approved', 'rejected', 'changes'] as const;
const members = 20;

/** Reviewers who disagree about each report, released together over all processes. */
export async function raceDecisions(
  { cluster, random }: Race,
  { reports, reviewers }: { reports: number; reviewers: number },
): Promise<Outcome> {
  const site = new Site(cluster);
  const submitted = await submitAll(site, reports);
  const jury: Person[] = [];
  for (let index = 0; index < reviewers; index += 1) {
    const claims = { sub: `reviewer ${index}`, site: site.name, role: 'reviewer' } as const;
    jury.push(await person(cluster.to(index), claims));
  }
  const violations: string[] = [];
  const winners = new Map<string, string>();
  await each(submitted, 4, async (report) => {
    const answers = await release(report, jury, random);
    violations.push(...judge(report, answers));
    const winner = answers.find((answer) => answer.ok);
    if (winner) winners.set(report.id, winner.body.decision?.id ?? '');
  });
  const books = await readBooks(cluster, site.name, winners);
  const figures = { reports, reviewers, decided: winners.size, approved: books.approved };
  return { violations: [...violations, ...books.violations], figures };
}

async function submitAll(site: Site, count: number): Promise<Report[]> {
  const task = await site.newTask({ points: 7, limit: 1_000 });
  const reports: Report[] = [];
  await each(Array.from({ length: count }), 8, async (_item, index) => {
    reports.push(await site.newReport(task, await site.as(`member ${index % members}`)));
  });
  return reports;
}

/** Nobody may know who comes first: neither the order nor the verdicts are the same twice. */
function release(report: Report, jury: Person[], random: Random): Promise<Answer<Report>[]> {
  const path = `/reports/${report.id}/rounds/1/decision`;
  const sent = shuffled(jury, random).map((reviewer, index) => {
    const verdict = verdicts[index < 2 ? index : Math.floor(random() * 3)] ?? 'approved';
    return reviewer.put<Report>(path, decision(verdict));
  });
  return Promise.all(sent);
}

function judge(report: Report, answers: Answer<Report>[]): string[] {
  const won = answers.filter((answer) => answer.ok);
  const lost = answers.filter((answer) => !answer.ok);
  const stands = won[0]?.body.decision;
  const wrong = unexpected(lost, ['already-decided', 'already-approved']);
  if (won.length !== 1) wrong.push(`${won.length} decisions accepted on ${report.id}`);
  for (const answer of lost) {
    if (!isDeepStrictEqual(answer.problem.decision, stands)) {
      wrong.push(`A loser was told another decision: ${answer.toString()}`);
    }
  }
  return wrong;
}

/** The tables against the answers: one decision each, one line each, points for the approved. */
async function readBooks(
  { query }: Race['cluster'],
  site: string,
  winners: Map<string, string>,
): Promise<{ violations: string[]; approved: number }> {
  const rows = await query(
    `select r.id, r.status, r.score, r.last_seq,
      array(select d.id::text from decision d where (d.site, d.report_id) = (r.site, r.id)) as decisions,
      (select max(d.verdict) from decision d where (d.site, d.report_id) = (r.site, r.id)) as verdict,
      (select count(*) from message m where (m.site, m.report_id) = (r.site, r.id))::int as lines,
      (select coalesce(sum(points), 0) from ledger l
        where (l.site, l.report_id) = (r.site, r.id))::int as booked
    from report r where site = $1`,
    [site],
  );
  const violations = rows.flatMap((row) => {
    const { id, decisions } = row as { id: string; decisions: string[] };
    const status = row.verdict === 'changes' ? 'awaiting' : row.verdict;
    const right =
      isDeepStrictEqual(decisions, [winners.get(id)]) &&
      row.status === status &&
      row.lines === 2 &&
      row.last_seq === 2 &&
      row.booked === (status === 'approved' ? row.score : 0);
    return right ? [] : [`In the tables: ${JSON.stringify(row)}`];
  });
  const approved = rows.filter(({ status }) => status === 'approved');
  const due = approved.reduce((sum, { score }) => sum + Number(score), 0);
  const [ledger] = await query('select sum(points)::int as sum from ledger where site = $1', [
    site,
  ]);
  if (Number(ledger?.sum) !== due) violations.push(`Booked ${String(ledger?.sum)}, due ${due}`);
  return { violations, approved: approved.length };
}
