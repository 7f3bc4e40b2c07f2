import type { ExpressionBuilder } from 'kysely';
import type { ReportCountsQuery } from '../../contract/report.js';
import type { Asker } from '../authentication.js';
import type { Tables } from '../database/tables.js';
import { containing } from './cursor.js';

type Reports = ExpressionBuilder<Tables, 'report'>;

/** Whether the words are in the name of the task, that of the member, or the current proof. */
function contains(eb: Reports, words: string) {
  const pattern = containing(words);
  const member = eb
    .selectFrom('member')
    .whereRef('member.site', '=', 'report.site')
    .whereRef('member.id', '=', 'report.member_id')
    .where('member.name', 'ilike', pattern)
    .select('member.id');
  const proof = eb
    .selectFrom('round')
    .whereRef('round.site', '=', 'report.site')
    .whereRef('round.report_id', '=', 'report.id')
    .whereRef('round.n', '=', 'report.round')
    .where('round.text', 'ilike', pattern)
    .select('round.n');
  return eb.or([eb('report.task_name', 'ilike', pattern), eb.exists(member), eb.exists(proof)]);
}

/** The reports that the asker may see, of one task, of one member, with certain words. */
export const among =
  ({ site, id, role }: Asker, { task, member, q }: ReportCountsQuery) =>
  (eb: Reports) =>
    eb.and([
      eb('report.site', '=', site),
      ...(role === 'member' ? [eb('report.member_id', '=', id)] : []),
      ...(task ? [eb('report.task_id', '=', task)] : []),
      ...(member === undefined ? [] : [eb('report.member_id', '=', member)]),
      ...(q ? [contains(eb, q)] : []),
    ]);
