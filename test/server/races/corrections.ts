import { v7 as uuid } from 'uuid';
import type { LedgerEntry, PointsPage } from '../../../src/contract/points.js';
import { person, type Answer, type Person } from '../../support/people.js';
import { Site } from '../../support/site.js';
import { each, unexpected, type Outcome, type Race } from './race.js';

interface Scene extends Race {
  site: Site;
  violations: string[];
}

/**
 * Each correction three times at once, over all processes, and of every fourth another one under
 * its id; in between approvals of the same members. Somebody reads all the while.
 */
export async function raceCorrections(
  race: Race,
  { corrections, members }: { corrections: number; members: number },
): Promise<Outcome> {
  const site = new Site(race.cluster);
  const scene: Scene = { ...race, site, violations: [] };
  const owners = await ownersOf(scene);
  const people = await Promise.all(
    Array.from({ length: members }, (_, index) => site.as(`member ${index}`)),
  );
  for (const each of people) await each.get('/me');
  const task = await site.newTask({ points: 7, limit: 1_000 });
  let isOver = false;
  const reading = readAlong(scene, people, () => isOver);
  await each(Array.from({ length: corrections }), 12, async (_, index) => {
    const member = people[index % members]!;
    if (index % 5 === 0) await site.decide(await site.newReport(task, member), 'approved');
    await release(scene, owners, member, index);
  });
  isOver = true;
  const samples = await reading;
  const books = await readBooks(scene, corrections);
  return {
    violations: [...scene.violations, ...books],
    figures: { corrections, members, servers: race.cluster.servers.length, samples },
  };
}

/** One owner, at each process. */
const ownersOf = ({ cluster, site }: Scene): Promise<Person[]> =>
  Promise.all(
    cluster.servers.map((_, index) =>
      person(cluster.to(index), { sub: 'olga', site: site.name, role: 'owner' }),
    ),
  );

async function release(
  { violations, random }: Scene,
  owners: Person[],
  member: Person,
  index: number,
): Promise<void> {
  const path = `/points/corrections/${uuid()}`;
  const points = Math.floor(random() * 200) + 1;
  const body = { member: member.id, points: random() < 0.5 ? points : -points, reason: 'Raced.' };
  const bodies = [body, body, body, ...(index % 4 ? [] : [{ ...body, points: 999 }])];
  const answers = await Promise.all(
    bodies.map((each, turn) =>
      owners[(turn + index) % owners.length]!.put<LedgerEntry>(path, each),
    ),
  );
  violations.push(...judge(answers));
}

/** One of two bodies is let in; who sent that is told the same, and the others of the conflict. */
function judge(answers: Answer<LedgerEntry>[]): string[] {
  const won = answers.filter(({ ok }) => ok);
  const told = new Set(won.map(({ text }) => text));
  const wrong = unexpected(
    answers.filter(({ ok }) => !ok),
    ['id-conflict'],
  );
  if (won.length !== 3 && won.length !== 1) wrong.push(`${won.length} of one body accepted`);
  if (told.size !== 1) wrong.push(`One request, ${told.size} answers: ${[...told].join(' ')}`);
  return wrong;
}

/** What a reader is told at any moment is whole: the newest balance is the balance. */
async function readAlong(scene: Scene, people: Person[], isOver: () => boolean): Promise<number> {
  let samples = 0;
  while (!isOver()) {
    for (const reader of people) {
      const page = (await reader.get<PointsPage>('/points?limit=50')).body;
      scene.violations.push(...judgePage(reader.id, page));
      samples += 1;
    }
    scene.violations.push(...(await judgeSums(scene)));
  }
  return samples;
}

function judgePage(member: string, { balance, items }: PointsPage): string[] {
  const balances = [balance, ...items.map((entry) => entry.balance! - entry.points)];
  const right = items.every((entry, index) => entry.balance === balances[index]);
  return right ? [] : [`Told ${member}: balance ${balance}, ${JSON.stringify(items.slice(0, 3))}`];
}

/** Every sum that is kept, against the ledger, in one statement and so at one moment. */
async function judgeSums({ cluster, site }: Scene): Promise<string[]> {
  const rows = await cluster.query(
    `select l.member_id, sum(l.points)::text as booked, count(*)::text as entries,
      t.points::text as balance, t.entries::text as counted,
      (select sum(m.points) from points_month m
        where (m.site, m.member_id) = (t.site, t.member_id))::text as months
    from ledger l left join points_tally t on (t.site, t.member_id) = (l.site, l.member_id)
    where l.site = $1 group by l.member_id, t.site, t.member_id`,
    [site.name],
  );
  return rows.flatMap((row) =>
    row.booked === row.balance && row.booked === row.months && row.entries === row.counted
      ? []
      : [`The balance is not the sum: ${JSON.stringify(row)}`],
  );
}

async function readBooks(scene: Scene, corrections: number): Promise<string[]> {
  const { cluster, site } = scene;
  const twice = await cluster.query(
    `select id, count(*)::int as times from ledger where site = $1 group by id having count(*) > 1`,
    [site.name],
  );
  const wrong = await cluster.query(
    `select member_id, seq, balance from (select *,
        row_number() over entries as place, sum(points) over entries as due
      from ledger where site = $1
      window entries as (partition by member_id order by seq, booked_at)) numbered
    where seq <> place or balance <> due limit 3`,
    [site.name],
  );
  const [ledger] = await cluster.query(
    `select count(distinct id)::int as corrections from ledger
    where site = $1 and kind = 'correction'`,
    [site.name],
  );
  return [
    ...twice.map(({ id, times }) => `${String(id)} is booked ${String(times)} times`),
    ...wrong.map((row) => `A running balance or its number is wrong: ${JSON.stringify(row)}`),
    ...(await judgeSums(scene)),
    ...(ledger?.corrections === corrections ? [] : [`${String(ledger?.corrections)} corrections`]),
  ];
}
