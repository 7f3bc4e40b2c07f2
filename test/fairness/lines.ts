import type pg from 'pg';
import type { Findings } from './findings.js';

/** Dialogues whose `seq` does not run from 1 to the report's last without a gap. */
const gaps = `
  select r.id, r.last_seq, count(m.id)::int as lines, min(m.seq) as first, max(m.seq) as last
  from report r left join message m on m.site = r.site and m.report_id = r.id
  where r.site = $1
  group by r.id, r.last_seq
  having (count(m.id), count(distinct m.seq), min(m.seq), max(m.seq))
    is distinct from (r.last_seq, r.last_seq, 1, r.last_seq)`;

/** Decisions that are not told by exactly one line, with the same words and the points. */
const untold = `
  select d.report_id, d.round, d.verdict, count(m.id)::int as lines
  from decision d
  join report r on r.site = d.site and r.id = d.report_id
  left join message m on m.site = d.site and m.report_id = d.report_id and m.round = d.round
    and m.happening = d.verdict and m.author_id = d.reviewer_id
    and m.reason is not distinct from d.reason
    and m.points = case d.verdict when 'approved' then r.score else 0 end
  where d.site = $1
  group by d.report_id, d.round, d.id, d.verdict having count(m.id) <> 1`;

/** Reports with more lines, or fewer, than they had rounds and decisions. */
const unlikeSteps = `
  with line as (
    select report_id, count(*) as lines from message where site = $1 group by 1
  ), step as (
    select report_id, count(*) as steps from (
      select report_id from round where site = $1
      union all select report_id from decision where site = $1
    ) as steps group by 1
  )
  select report_id, lines::int, steps::int
  from line full join step using (report_id) where lines is distinct from steps`;

/** The dialogues against the reports, when all is over. */
export async function checkLines(
  database: pg.Pool,
  site: string,
  findings: Findings,
): Promise<void> {
  for (const query of [gaps, untold, unlikeSteps]) {
    const { rows } = await database.query(query, [site]);
    findings.lines.push(...rows.map((row) => JSON.stringify(row)));
  }
}
