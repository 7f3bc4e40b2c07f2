import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { limits } from '../../src/contract/limits.js';
import { openCluster, type Cluster } from '../support/cluster.js';
import { onPostgres } from '../support/on-postgres.js';
import type { Person } from '../support/people.js';
import { Site } from '../support/site.js';
import { upload } from '../support/uploads.js';
import { RawUpload } from './attachments/raw-upload.js';

const most = limits.attachmentBytes;

/** A gigabyte stands for a body without an end. */
const endless = 1_073_741_824;

/** What the server may take for a third of a gigabyte that is on its way to it. */
const mostMegabytes = 200;

/** What a server may still take off the line after it has said that it is too much. */
const slack = 100_000_000;

onPostgres('uploads on a bare socket', () => {
  let cluster: Cluster;
  before(async () => (cluster = await openCluster({ processes: 1 })));
  after(() => cluster.close());

  const begin = async (sender: Person, ...length: string[]): Promise<RawUpload> => {
    const port = cluster.servers[0]?.port ?? assert.fail('No server.');
    return RawUpload.begin({ port, sender, length });
  };

  const sizes = async ({ name }: Site): Promise<unknown[]> => {
    const rows = await cluster.query('select size from attachment where site = $1', [name]);
    return rows.map(({ size }) => size);
  };

  /** What is given up is gone a moment after its sender. */
  async function nothingIsLeft(site: Site): Promise<void> {
    for (let times = 0; (await sizes(site)).length > 0; times += 1) {
      assert.ok(times < 1_000, 'Something of it is kept.');
      await wait(20);
    }
    const pieces = 'select n from attachment_piece where site = $1';
    assert.deepEqual(await cluster.query(pieces, [site.name]), []);
  }

  for (const [name, length, status] of [
    ['beyond the limit', [`Content-Length: ${most + 1}`], 413],
    ['beyond all numbers', [`Content-Length: ${'9'.repeat(30)}`], 400],
    ['below zero', ['Content-Length: -1'], 400],
    ['of no number', ['Content-Length: many'], 400],
    ['said twice', ['Content-Length: 10', 'Content-Length: 11'], 400],
    ['said in two ways', ['Content-Length: 10', 'Transfer-Encoding: chunked'], 400],
  ] as const) {
    test(`a length ${name} is refused, and an endless body cut`, async () => {
      const site = new Site(cluster);
      const sending = await begin(await site.mia(), ...length);
      await sending.answered();
      await sending.pour(endless);
      // What follows the length that was said is taken for a request of its own.
      assert.equal((await sending.closed())[0], status);
      assert.ok(sending.sent < slack, `${sending.sent} bytes were taken`);
      await nothingIsLeft(site);
    });
  }

  test('no length at all is cut at the limit', async () => {
    const site = new Site(cluster);
    const sending = await begin(await site.mia(), 'Transfer-Encoding: chunked');
    await sending.pour(endless, { chunked: true });
    assert.deepEqual(await sending.closed(), [413]);
    assert.ok(sending.sent > most && sending.sent < most + slack, `${sending.sent} bytes`);
    await nothingIsLeft(site);
  });

  test('no length and no chunks is an empty file', async () => {
    const site = new Site(cluster);
    const sending = await begin(await site.mia(), 'Connection: close');
    assert.deepEqual(await sending.closed(), [422]);
    await nothingIsLeft(site);
  });

  test('more said than sent leaves nothing', async () => {
    const site = new Site(cluster);
    const sending = await begin(await site.mia(), `Content-Length: ${most}`);
    await sending.pour(600_000);
    while ((await sizes(site)).length === 0) await wait(20);
    await sending.break();
    await nothingIsLeft(site);
  });

  test('less said than sent is a file of the length that was said, and the rest is cut', async () => {
    const site = new Site(cluster);
    const sending = await begin(await site.mia(), 'Content-Length: 10');
    await sending.pour(10);
    await sending.answered();
    await sending.pour(endless);
    assert.equal((await sending.closed())[0], 200);
    assert.ok(sending.sent < slack, `${sending.sent} bytes were taken`);
    const hasty = await begin(await site.mia(), 'Content-Length: 10');
    await hasty.pour(endless);
    await hasty.closed();
    assert.deepEqual([...new Set(await sizes(site))], [10]);
  });

  test('memory stays flat, however much is on its way', async (t) => {
    const [senders, each] = [4, 9];
    const site = new Site(cluster);
    await upload(await site.mia());
    const memory = new Memory(cluster.servers[0]?.pid ?? 0);
    const sendings = await Promise.all(
      Array.from({ length: senders * each }, async (_, index) => {
        const sender = await site.as(`sender-${index % senders}`, 'member');
        const sending = await begin(sender, `Content-Length: ${most}`, 'Connection: close');
        await sending.pour(most - 1);
        return sending;
      }),
    );
    const megabytes = memory.end();
    for (const sending of sendings) await sending.pour(1);
    const answers = await Promise.all(sendings.map((sending) => sending.closed()));
    t.diagnostic(`${(sendings.length * most) / 1e6} MB on their way took ${megabytes} MB`);
    for (const statuses of answers) assert.deepEqual(statuses, [200]);
    assert.ok(megabytes < mostMegabytes, `${megabytes} MB`);
  });
});

/** How much memory a process takes more than at first, at most. */
class Memory {
  readonly #pid: number;
  readonly #first: number;
  readonly #timer: NodeJS.Timeout;
  #peak = 0;

  constructor(pid: number) {
    this.#pid = pid;
    this.#first = this.#now();
    this.#timer = setInterval(() => this.#look(), 20);
  }

  #look(): void {
    this.#peak = Math.max(this.#peak, this.#now());
  }

  /** Linux alone says it: proc_pid_status(5). */
  #now(): number {
    const status = readFileSync(`/proc/${this.#pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_000;
  }

  end(): number {
    this.#look();
    clearInterval(this.#timer);
    return Math.round(this.#peak - this.#first);
  }
}
