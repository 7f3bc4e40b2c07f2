import type { Me } from '../../src/contract/member.js';
import type { PointsPage } from '../../src/contract/points.js';
import type { Person } from '../support/people.js';
import type { Scene } from './scene.js';

type Entries = ReadonlyMap<string, number>;

const sum = (entries: Entries): number => [...entries.values()].reduce((all, one) => all + one, 0);

async function readLedger({ database, site }: Scene, member: string): Promise<Entries> {
  const { rows } = await database.query<{ id: string; points: number }>(
    'select id, points from ledger where site = $1 and member_id = $2',
    [site.name, member],
  );
  return new Map(rows.map(({ id, points }) => [id, points]));
}

/**
 * What a member is told of their points lies between the ledger before and after: nobody takes
 * points away here, so a balance only ever grows.
 */
export async function checkBalance(scene: Scene, member: Person): Promise<void> {
  const before = await readLedger(scene, member.id);
  const { points } = (await member.get<Me>('/me')).body;
  const page = (await member.get<PointsPage>('/points?limit=200')).body;
  const after = await readLedger(scene, member.id);
  const balances = [sum(before), points, page.balance, sum(after)];
  const isGrowing = balances.every((balance, index) => balance >= (balances[index - 1] ?? 0));
  const told = new Map(page.items.map((entry) => [entry.id, entry.points]));
  const isWhole =
    page.next !== null ||
    (sum(told) === page.balance && [...before.keys()].every((id) => told.has(id)));
  const isKnown = [...told].every(([id, each]) => after.get(id) === each);
  if (isGrowing && isWhole && isKnown) return;
  const words = `${member.id}: ledger, /me, /points, ledger again: ${balances.join(', ')}`;
  scene.findings.balances.push(`${words}; ${told.size} entries told, ${after.size} there`);
}
