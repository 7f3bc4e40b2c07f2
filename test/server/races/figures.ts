import { sql } from 'kysely';
import { CompiledQuery } from 'kysely';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { Insights } from '../../../src/contract/insights.js';
import type { Report } from '../../../src/contract/report.js';
import type { Task } from '../../../src/contract/task.js';
import { inSite, readSite, type SiteTransaction } from '../../../src/server/database/in-site.js';
import { openPostgres } from '../../../src/server/database/postgres.js';
import type { Database } from '../../../src/server/database/database.js';
import { readInsights } from '../../../src/server/insights/insights.js';
import { recount, type Asked } from '../../support/recount.js';
import { decision, Site } from '../../support/site.js';
import type { Outcome, Race, Random } from './race.js';

/** Each with its two latest changes of clocks, which lie in the period of all. */
const zones = {
  'Europe/Berlin': ['2025-10-26T01:00Z', '2026-03-29T01:00Z'],
  'America/Havana': ['2025-11-02T05:00Z', '2026-03-08T05:00Z'],
  'America/Santiago': ['2025-09-07T04:00Z', '2026-04-05T03:00Z'],
  'Australia/Lord_Howe': ['2025-10-04T15:30Z', '2026-04-04T15:00Z'],
  'Asia/Kathmandu': [],
} as const;
const names = Object.keys(zones) as (keyof typeof zones)[];
const changes = Object.values(zones).flat();
const first = Date.parse('2025-09-01');
const days = 240;
const day = 86_400_000;

export interface Play {
  /** Looks at the figures, each at a moment of its own. */
  looks: number;
  /** What is done wrong, to see that it is found. */
  fault?: 'no-note' | 'torn-read' | 'fixed-clock' | 'late-lost';
}

const oneOf = <Item>(items: readonly Item[], random: Random): Item =>
  items[Math.floor(random() * items.length)]!;

/** Half of all happens within a day and a half of a change of clocks. */
const momentOf = (random: Random): Date =>
  random() < 0.5
    ? new Date(Date.parse(oneOf(changes, random)) + (random() - 0.5) * 3 * day)
    : new Date(first + random() * days * day);

/** Reports of former times, each in a transaction that takes its time. */
async function backdate(client: pg.Client, site: string, task: Task, random: Random) {
  const [id, opened] = [uuid(), momentOf(random)];
  const decided = new Date(opened.getTime() + Math.exp(random() * 14) * 1_000);
  const verdict = oneOf(['approved', 'approved', 'rejected', 'changes'], random);
  const run = (text: string, ...more: unknown[]) => client.query(text, [site, id, ...more]);
  await client.query('begin');
  await run(
    `insert into report (site, id, task_id, task_name, score, member_id, submitted_at)
     values ($1, $2, $3, 'Task', 7, 'mia', $4)`,
    task.id,
    opened,
  );
  await run(
    `insert into round (site, report_id, n, kind, text, opened_by, opened_at)
     values ($1, $2, 1, 'submitted', 'Done.', 'mia', $3)`,
    opened,
  );
  await client.query('select pg_sleep($1)', [random() * 0.02]);
  await run(
    `insert into decision (site, report_id, round, id, verdict, reason, reviewer_id, decided_at)
     values ($1, $2, 1, $2, $3, 'Said.', $4, $5)`,
    verdict,
    oneOf(['rui', 'olga'], random),
    decided,
  );
  if (verdict === 'approved') {
    await run(
      `insert into ledger (site, id, member_id, kind, points, report_id, booked_at)
       values ($1, $2, 'mia', 'approval', 7, $2, $3)`,
      decided,
    );
  } else if (verdict === 'rejected') {
    await client.query(
      `insert into ledger (site, id, member_id, kind, points, reason, booked_at, corrected_by)
       values ($1, $2, 'mia', 'correction', -3, 'Said.', $3, 'olga')`,
      [site, uuid(), decided],
    );
  }
  await client.query(random() < 0.05 ? 'rollback' : 'commit');
}

/** Somebody's day: a task is opened and reported, and the report decided, revised or reopened. */
async function live(site: Site, task: Task, random: Random): Promise<void> {
  const [mia, rui] = [await site.mia(), await site.rui()];
  await mia.put(`/tasks/${task.id}/opening`, {});
  const path = `/reports/${uuid()}`;
  const report = (await mia.put<Report>(path, { taskId: task.id, text: 'Done.' })).body;
  const verdict = oneOf(['approved', 'rejected', 'changes'] as const, random);
  await rui.put(`${path}/rounds/${report.round}/decision`, decision(verdict));
  if (verdict === 'changes') await mia.put(`${path}/rounds/2`, { text: 'Better.' });
  if (verdict === 'rejected') await rui.put(`${path}/reopenings/${uuid()}`, {});
  if (verdict !== 'approved') await rui.put(`${path}/rounds/2/decision`, decision('approved'));
}

function askedAt(random: Random): Asked {
  const zone = oneOf(names, random);
  const from = Math.floor(random() * days);
  const length = Math.floor(random() * (days - from));
  const dateOf = (place: number) => new Date(first + place * day).toISOString().slice(0, 10);
  return { from: dateOf(from), to: dateOf(from + length), zone };
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** Figures and their recount, in the eyes of one transaction. */
async function compare(
  { kysely }: Database,
  site: string,
  asked: Asked,
  fault: Play['fault'],
): Promise<string[]> {
  const told = { ...asked, ...(fault === 'fixed-clock' && { zone: 'Etc/GMT+5' }) };
  const read = (transaction: SiteTransaction) =>
    readInsights(transaction, site, { ...told, task: undefined });
  const look = async (transaction: SiteTransaction, torn?: Insights) => {
    const insights = torn ?? (await read(transaction)).insights;
    const query = async (text: string, values: string[]) =>
      (await transaction.executeQuery(CompiledQuery.raw(text, values))).rows as Record<
        string,
        unknown
      >[];
    return recount(query, site, asked, insights);
  };
  if (fault !== 'torn-read') return readSite(kysely, site, look);
  return inSite(kysely, site, look);
}

/** As a migration that forgets whoever commits late. */
const loseLate = `do $$ begin
  execute replace(pg_get_functiondef('fold_insights'::regproc), 'block > added.block', 'false');
end $$`;

/**
 * Writers of the present and of the past, folders, and somebody who looks: what is told must be
 * what plain SQL counts in the same moment.
 */
export async function raceFigures(
  { cluster, random }: Race,
  { looks, fault }: Play,
): Promise<Outcome> {
  const site = new Site(cluster);
  const tasks = await Promise.all([1, 2, 3].map(() => site.newTask({ limit: 1_000 })));
  for (const person of [site.mia(), site.rui(), site.olga()]) await (await person).get('/me');
  if (fault === 'no-note') await cluster.query('alter table ledger disable trigger is_noted', []);
  if (fault === 'late-lost') await cluster.query(loseLate, []);
  const database = await openPostgres({ url: cluster.database.url });
  let [running, written, folded] = [true, 0, 0];
  const whileRunning = async (work: () => Promise<void>) => {
    while (running) await work();
  };
  const pastWriter = async () => {
    const client = new pg.Client(cluster.database.superuserUrl);
    await client.connect();
    await whileRunning(async () => {
      await backdate(client, site.name, oneOf(tasks, random), random);
      written += 1;
    });
    await client.end();
  };
  const folder = () =>
    whileRunning(async () => {
      const { rows } = await inSite(database.kysely, site.name, (transaction) =>
        sql<{
          folded: number;
        }>`select fold_insights(${1 + Math.floor(random() * 60)}) as folded`.execute(transaction),
      );
      folded += rows[0]?.folded ?? 0;
      await new Promise((resolve) => setTimeout(resolve, random() * 40));
    });
  const liveWriter = () => whileRunning(() => live(site, oneOf(tasks, random), random));
  const writers = [pastWriter(), pastWriter(), pastWriter(), liveWriter(), liveWriter(), folder()];
  const violations: string[] = [];
  for (let look = 0; look < looks; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, random() * 100));
    const now = { from: today(), to: today(), zone: oneOf(names, random) };
    const asked = random() < 0.2 ? now : askedAt(random);
    violations.push(...(await compare(database, site.name, asked, fault)));
  }
  running = false;
  await Promise.all(writers);
  violations.push(...(await atRest(site, cluster.query)));
  await database.close();
  return { violations, figures: { looks, written, folded } };
}

/** What both servers tell when nothing happens any more. */
async function atRest(site: Site, query: Race['cluster']['query']): Promise<string[]> {
  const olga = await site.olga();
  const found: string[] = [];
  for (const zone of names) {
    const asked = { from: '2025-09-01', to: '2026-04-30', zone };
    const path = `/insights?from=${asked.from}&to=${asked.to}&zone=${zone}`;
    const told = (await olga.get<Insights>(path)).body;
    found.push(...(await recount(query, site.name, asked, told)));
  }
  return found;
}
