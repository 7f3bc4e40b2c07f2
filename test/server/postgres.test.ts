import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { openCluster, type Cluster } from '../support/cluster.js';
import { token } from '../support/people.js';
import { onPostgres } from '../support/on-postgres.js';
import { Site, taskRequest } from '../support/site.js';
import { battery } from './battery/battery.js';

onPostgres('on PostgreSQL, two processes in turns', () => {
  let cluster: Cluster;
  before(async () => (cluster = await openCluster()));
  after(() => cluster.close());

  battery(() => cluster);

  test('a Content-Length that lies helps nobody', async () => {
    const site = new Site(cluster);
    const before = await site.dump();
    const body = JSON.stringify(taskRequest());
    for (const [length, statuses] of [
      ['10', [400, 422]],
      ['999999999999', [413]],
      ['-1', [400]],
      ['many', [400]],
    ] as const) {
      const status = await writeRaw(site, length, body);
      assert.ok((statuses as readonly number[]).includes(status), `${length} answered ${status}`);
    }
    assert.equal(await site.dump(), before);
  });

  /** Sends bytes that no client library would. Gives the status of the first answer. */
  async function writeRaw(site: Site, length: string, body: string): Promise<number> {
    const { port, origin } = cluster.servers[0] ?? assert.fail('No server.');
    const bearer = await token({ sub: 'olga', role: 'owner', site: site.name });
    const socket = connect(port, '127.0.0.1');
    const head = [
      `PUT /api/v1/tasks/${uuid()} HTTP/1.1`,
      `Host: ${new URL(origin).host}`,
      `Authorization: Bearer ${bearer}`,
      'Content-Type: application/json',
      `Content-Length: ${length}`,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    return Number(/^HTTP\/1\.1 (\d+)/.exec(answer.toString())?.[1]);
  }
});
