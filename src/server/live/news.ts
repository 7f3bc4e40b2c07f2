import type { SiteTransaction } from '../database/in-site.js';
import { selectMessages, toMessage } from '../queries/message.js';
import { readBalance, selectEntries, toEntry } from '../queries/points.js';
import { selectReaders } from '../queries/readers.js';
import { selectReports, toSummary } from '../queries/report.js';
import { selectTasks, toTask } from '../queries/task.js';
import type { News } from './audience.js';
import type { Notice, SiteNotice } from './notice.js';

type Read<Type extends Notice['type']> = (
  transaction: SiteTransaction,
  notice: Extract<SiteNotice, { type: Type }>,
) => Promise<News | null>;

/** Reads from the tables what a notice only names. Null if it is not there. */
export function readNews(transaction: SiteTransaction, notice: SiteNotice): Promise<News | null> {
  switch (notice.type) {
    case 'message':
      return message(transaction, notice);
    case 'report':
      return report(transaction, notice);
    case 'task':
      return task(transaction, notice);
    case 'points':
      return points(transaction, notice);
    case 'read':
      return read(transaction, notice);
    case 'typing':
      return typing(transaction, notice);
    case 'looking':
      return looking(transaction, notice);
  }
}

const message: Read<'message'> = async (transaction, { site, id }) => {
  const row = await selectMessages(transaction, site)
    .innerJoin('report', (join) =>
      join.onRef('report.site', '=', 'message.site').onRef('report.id', '=', 'message.report_id'),
    )
    .where('message.id', '=', id)
    .select('report.member_id')
    .executeTakeFirst();
  return row ? { event: { type: 'message', data: toMessage(row) }, about: row.member_id } : null;
};

const report: Read<'report'> = async (transaction, { site, id }) => {
  const nobody = { site, id: null };
  const row = await selectReports(transaction, nobody)
    .where('report.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return { event: { type: 'report', data: toSummary(row, nobody) }, about: row.member_id };
};

const task: Read<'task'> = async (transaction, { site, id }) => {
  const row = await selectTasks(transaction, site).where('task.id', '=', id).executeTakeFirst();
  if (!row) return null;
  const { version, status } = row;
  return { event: { type: 'task', data: { id, version, status, task: toTask(row) } }, about: null };
};

const points: Read<'points'> = async (transaction, { site, id }) => {
  const row = await selectEntries(transaction, site).where('ledger.id', '=', id).executeTakeFirst();
  if (!row) return null;
  const { member_id: member } = row;
  const balance = await readBalance(transaction, site, member);
  return {
    event: { type: 'points', data: { member, balance, entry: toEntry(row) } },
    about: member,
  };
};

const read: Read<'read'> = async (transaction, { site, report, member }) => {
  const row = await selectReaders(transaction, site, report)
    .where('reader.id', '=', member)
    .executeTakeFirst();
  // Who wrote without having read anything has moved no mark.
  if (!row || row.seq === 0) return null;
  const { id, name, picture, role, seq } = row;
  return {
    event: { type: 'read', data: { report, member, seq, reader: { id, name, picture, role } } },
    about: row.member_id,
  };
};

/** Whose report it is, and who does something there. */
const selectBeside = (transaction: SiteTransaction, site: string, report: string, member: string) =>
  transaction
    .selectFrom('report')
    .innerJoin('member', 'member.site', 'report.site')
    .where('report.site', '=', site)
    .where('report.id', '=', report)
    .where('member.id', '=', member)
    .select(['report.member_id', 'member.id', 'member.name', 'member.picture']);

const typing: Read<'typing'> = async (transaction, { site, report, member }) => {
  const row = await selectBeside(transaction, site, report, member).executeTakeFirst();
  if (!row) return null;
  const { member_id: about, id, name } = row;
  return { event: { type: 'typing', data: { report, member: { id, name } } }, about };
};

const looking: Read<'looking'> = async (transaction, { site, report, member, looking }) => {
  const row = await selectBeside(transaction, site, report, member).executeTakeFirst();
  if (!row) return null;
  const { member_id: about, ...reviewer } = row;
  return { event: { type: 'looking', data: { report, member: reviewer, looking } }, about };
};
