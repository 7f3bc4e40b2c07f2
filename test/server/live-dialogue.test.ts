import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { limits } from '../../src/contract/limits.js';
import type { MessagePage, TextMessage } from '../../src/contract/message.js';
import { refuses, say, Site } from '../support/site.js';
import { audience, onEachBackend, type Opened } from './live/backends.js';

onEachBackend('live dialogue', (open) => {
  let backend: Opened;
  before(async () => (backend = await open()));
  after(() => backend.close());

  const listen = async () => {
    const site = new Site(backend);
    const report = await site.newReport(await site.newTask());
    const streams = await audience(site, backend.listenAt);
    /** Whoever hears this has heard all that was before it. */
    const end = async () => {
      const task = await site.newTask();
      for (const stream of Object.values(streams)) {
        await stream.until('task', ({ id }) => id === task.id);
        stream.close();
      }
    };
    return { site, report, streams, end };
  };

  test('a withdrawal is told to both sides, once, at the place of the message', async () => {
    const { site, report, streams, end } = await listen();
    const mia = await site.mia();
    const said = await say(mia, report.id, 'Under the mat.');
    await streams.rui.until('message', ({ id }) => id === said.id);
    await say(await site.rui(), report.id, 'Which mat?', said.id);
    await streams.rui.until('message', ({ seq }) => seq === 3);
    const path = `/reports/${report.id}/messages/${said.id}`;
    const withdrawn = (await mia.delete<TextMessage>(path)).body;
    assert.ok((await mia.delete(path)).ok);
    await end();
    for (const stream of [streams.mia, streams.rui, streams.olga]) {
      const heard = stream.all('message').filter(({ id }) => id === said.id);
      assert.deepEqual(heard.at(-1), withdrawn);
      assert.equal(heard.length, 2);
      const later = stream.events.slice(stream.events.findLastIndex(isOf(said.id)));
      assert.ok(!JSON.stringify(later).includes('Under'));
    }
    assert.deepEqual(streams.noa.all('message'), []);
  });

  test('that somebody writes is told to the others who see it, and kept nowhere', async () => {
    const { site, report, streams, end } = await listen();
    const [mia, rui] = [await site.mia(), await site.rui()];
    const path = `/reports/${report.id}/typing`;
    const before = await site.dump();
    assert.deepEqual((await mia.put(path, {})).body, {});
    assert.deepEqual((await rui.put(path, {})).body, {});
    assert.equal(await site.dump(), before);
    refuses(await (await site.noa()).put(path, {}), 'not-found');
    refuses(await rui.put(`/reports/${uuid()}/typing`, {}), 'not-found');
    refuses(await site.visitor().put(path, {}), 'unauthenticated');
    await end();
    const heard = (name: keyof typeof streams) =>
      streams[name].all('typing').map(({ member }) => member.id);
    assert.deepEqual(heard('mia'), ['rui']);
    assert.deepEqual(heard('rui'), ['mia']);
    assert.deepEqual(heard('olga'), ['mia', 'rui']);
    assert.deepEqual(heard('noa'), []);
    const [event] = streams.mia.all('typing');
    assert.deepEqual(event, { report: report.id, member: { id: 'rui', name: 'rui' } });
  });

  test('a flood of hints is one, and after the pause there is another', async () => {
    const { site, report, streams, end } = await listen();
    const mia = await site.mia();
    const hints = () =>
      Promise.all(Array.from({ length: 30 }, () => mia.put(`/reports/${report.id}/typing`, {})));
    for (const hint of await hints()) assert.ok(hint.ok);
    await streams.rui.until('typing');
    await hints();
    await wait(limits.typingPause * 1_000 + 100);
    await hints();
    await end();
    assert.equal(streams.rui.all('typing').length, 2);
  });

  test('who looks at a report is told to the other reviewers alone, and kept nowhere', async () => {
    const { site, report, streams, end } = await listen();
    const [mia, rui, olga] = [await site.mia(), await site.rui(), await site.olga()];
    const path = `/reports/${report.id}/look`;
    const before = await site.dump();
    assert.deepEqual((await rui.put(path, { looking: true })).body, { looking: true });
    assert.ok((await olga.put(path, { looking: true })).ok);
    assert.ok((await rui.put(path, { looking: false })).ok);
    assert.equal(await site.dump(), before);
    refuses(await mia.put(path, { looking: true }), 'forbidden');
    refuses(await rui.put(`/reports/${uuid()}/look`, { looking: true }), 'not-found');
    refuses(await site.visitor().put(path, { looking: true }), 'unauthenticated');
    await end();
    const heard = (name: keyof typeof streams) =>
      streams[name].all('looking').map(({ member, looking }) => `${member.id} ${looking}`);
    assert.deepEqual(heard('olga'), ['rui true', 'rui false']);
    assert.deepEqual(heard('rui'), ['olga true']);
    assert.deepEqual([...heard('mia'), ...heard('noa')], []);
    const [event] = streams.rui.all('looking');
    assert.deepEqual(event, {
      report: report.id,
      member: { id: 'olga', name: 'olga', picture: null },
      looking: true,
    });
  });

  test('how far each has read is told with who that is, to both sides', async () => {
    const { site, report, streams, end } = await listen();
    const [mia, rui] = [await site.mia(), await site.rui()];
    await say(mia, report.id, 'One more thing.');
    await rui.put(`/reports/${report.id}/read`, { seq: 2 });
    await say(rui, report.id, 'Thank you.');
    await mia.put(`/reports/${report.id}/read`, { seq: 3 });
    await end();
    for (const [listener, stream] of [
      [mia, streams.mia],
      [rui, streams.rui],
    ] as const) {
      const page = await listener.get<MessagePage>(`/reports/${report.id}/messages`);
      assert.equal(page.body.readers.length, 1);
      for (const { id, seq, ...looks } of page.body.readers) {
        const told = stream.all('read').findLast(({ member }) => member === id);
        assert.deepEqual(told, { report: report.id, member: id, seq, reader: { id, ...looks } });
        assert.equal(seq, 3);
      }
    }
    assert.deepEqual(streams.noa.all('read'), []);
  });
});

const isOf =
  (id: string) =>
  (event: { type: string; data: object }): boolean =>
    event.type === 'message' && 'id' in event.data && event.data.id === id;
