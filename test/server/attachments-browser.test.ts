import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Attachment } from '../../src/contract/attachment.js';
import type { Person, Send } from '../support/people.js';
import { Site } from '../support/site.js';
import { startServer, type StartedServer } from '../support/start-server.js';
import { linkTo, pictures, send, upload } from '../support/uploads.js';
import { hostileFiles } from './attachments/hostile-files.js';
import { HostSite, type Weaken } from './attachments/host-site.js';
import { onChromium } from './attachments/on-chromium.js';
import { Opener, ways, type Way } from './attachments/opener.js';
import { randomOf, seed } from './races/race.js';

const count = 300;

/** Of those that are served with a fault: each kind once, and more. */
const weakenedCount = 40;

/** Faults of a server, and in which ways its files then run. */
const faults: [name: string, runs: Way[], weaken: Weaken][] = [
  [
    'the bytes may be taken for anything',
    ['script'],
    (headers) => headers.delete('x-content-type-options'),
  ],
  ['the type is what somebody said', ['script'], (headers) => type(headers, 'text/javascript')],
  [
    'a page is shown in place, outside of the sandbox',
    ['by itself', 'iframe'],
    (headers) => {
      type(headers, 'text/html');
      headers.delete('content-disposition');
      headers.delete('content-security-policy');
    },
  ],
  [
    'a page is shown in place, and only the sandbox holds it',
    [],
    (headers) => {
      type(headers, 'text/html');
      headers.delete('content-disposition');
    },
  ],
];
const type = (headers: Headers, value: string): void => headers.set('content-type', value);

await onChromium('files in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taskchat-files-'));
  let server: StartedServer;
  let host: HostSite;
  let site: Site;
  /** Everything hostile that was taken. */
  const taken: { sender: Person; file: Attachment }[] = [];
  const direct = (link: string): string => `${server.url}/${link}`;

  before(async () => {
    server = await startServer({ dataDirectory: folder });
    host = await HostSite.open(server.url);
    const toServer: Send = (path, init) => fetch(`${server.url}${path}`, init);
    site = new Site({ send: toServer, dump: () => assert.fail('Nobody looks.') });
    let index = 0;
    for (const { bytes, type, disposition } of hostileFiles(count, randomOf(seed))) {
      const sender = await site.as(`sender-${Math.floor(index++ / 20)}`, 'member');
      const answer = await send(sender, bytes, { disposition, headers: { 'content-type': type } });
      if (!answer.ok) continue;
      taken.push({ sender, file: answer.body });
    }
  });
  after(async () => {
    await host.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  /** Each test asks anew: on a slow machine the links of the one before are over. */
  const links = () =>
    Promise.all(
      taken.map(async ({ sender, file }) => [(await linkTo(sender, file.id)).url, file] as const),
    );

  const openedBy = async (work: (opener: Opener) => Promise<void>): Promise<void> => {
    const opener = await Opener.launch(host.page);
    try {
      await work(opener);
    } finally {
      await opener.close();
    }
  };

  test(`of ${count} hostile ones none runs, however its link is opened`, (t) =>
    openedBy(async (opener) => {
      const files = await links();
      const addresses = files.map(([link]) => direct(link));
      for (const way of ways) await opener.open(way, addresses);
      const figures = `${files.length} taken, ${opener.saved.size} saved, ${opener.shown.size} shown`;
      t.diagnostic(`seed ${seed}; ${figures}; ran: ${JSON.stringify(opener.sung)}`);
      assert.deepEqual(Object.values(opener.sung), [0, 0, 0, 0]);
      for (const [link, { width, name }] of files) {
        const saved = opener.saved.get(direct(link));
        assert.equal(saved === undefined, width !== undefined, name);
        assert.doesNotMatch(saved ?? '', /[\p{Cc}\p{Bidi_Control}/\\]/u);
      }
      assert.ok(files.length > count / 2 && opener.shown.size > 0);
    }));

  for (const [name, runs, weaken] of faults) {
    test(`where ${name}, ${runs.length > 0 ? 'they run' : 'none runs'}`, (t) =>
      openedBy(async (opener) => {
        host.weaken = weaken;
        const some = (await links()).slice(0, weakenedCount);
        const addresses = some.map(([link]) => host.weakened(link));
        for (const way of ways) await opener.open(way, addresses);
        t.diagnostic(`ran: ${JSON.stringify(opener.sung)}`);
        for (const way of ways) assert.equal(opener.sung[way] > 0, runs.includes(way), way);
      }));
  }

  test('a picture is shown in a page of another site, in the size that was told', () =>
    openedBy(async (opener) => {
      const mia = await site.mia();
      for (const { bytes, width, height } of Object.values(pictures)) {
        const { url } = await linkTo(mia, (await upload(mia, bytes)).id);
        await opener.open('img', [direct(url)]);
        assert.deepEqual(opener.shown.get(direct(url)), [width, height]);
      }
    }));
});
