import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import type { Message } from '../../src/contract/message.js';
import {
  conversationOf,
  isSent,
  stateOf,
  type Line,
} from '../../src/stores/dialogue/conversation.js';
import { Lines } from '../../src/stores/dialogue/lines.js';
import { reportsOf } from '../../src/stores/reports-store.js';
import { typingOf } from '../../src/stores/dialogue/typing.js';
import { withdrawMessage } from '../../src/stores/dialogue/withdrawal.js';
import { arrived, newSite, newTask, ready, submit, until, Visit } from './backend.js';

const textOf = (line: Line): string => {
  if (!isSent(line)) return `${line.state}: ${line.text}`;
  return line.kind === 'text' ? line.text : line.happening.type;
};

/** Two people before one dialogue, each with its store ready. */
const dialogue = async () => {
  const site = newSite();
  const task = await newTask(site);
  const mia = await arrived(new Visit(site, 'mia', 'member'));
  const rui = await arrived(new Visit(site, 'rui', 'reviewer'));
  const report = await submit(mia.session, task.id, 'Done.');
  const [hers, his] = [mia, rui].map(({ session }) => conversationOf(session, report.id)) as [
    ReturnType<typeof conversationOf>,
    ReturnType<typeof conversationOf>,
  ];
  mia.watch(hers);
  rui.watch(his);
  await Promise.all([until(hers, ready), until(his, ready)]);
  return { site, report, mia, rui, hers, his };
};

const texts = (store: { snapshot: { items: readonly Line[] } }) => store.snapshot.items.map(textOf);

test('an own message shows at once and is replaced in place', async () => {
  const { mia, hers, his } = await dialogue();
  const held = mia.wire.hold(/^PUT .*messages/);
  const sent = hers.send('Hello');
  await until(hers, ({ items }) => items.length === 2);
  const waiting = hers.snapshot.items[1];
  assert.equal(stateOf(waiting!), 'waiting');
  const { release } = await held;
  await until(his, ({ items }) => items.length === 2);
  release();
  const message = await sent;
  assert.equal(message.id, waiting!.id);
  assert.deepEqual(texts(hers), ['submitted', 'Hello']);
  assert.deepEqual(texts(his), ['submitted', 'Hello']);
});

test('it is never doubled and never gone when the news overtake the answer', async () => {
  const { mia, hers, his } = await dialogue();
  const seen: string[][] = [];
  mia.watch(hers, () => seen.push(hers.snapshot.items.map(({ id }) => id)));
  const held = mia.wire.hold(/^PUT .*messages/);
  const sent = hers.send('Hello');
  const { release } = await held;
  await until(hers, ({ items }) => isSent(items[1]!));
  await his.send('Hello yourself');
  await until(hers, ({ items }) => items.length === 3);
  release();
  const { id } = await sent;
  const shown = seen.slice(seen.findIndex((ids) => ids.includes(id)));
  assert.ok(shown.length > 2);
  for (const ids of shown) assert.equal(ids.filter((other) => other === id).length, 1);
  assert.deepEqual(texts(hers), ['submitted', 'Hello', 'Hello yourself']);
});

test('what is typed while the server is away is sent in order when it is back', async () => {
  const { mia, hers, his } = await dialogue();
  mia.wire.cut();
  void hers.send('one');
  void hers.send('two');
  const last = hers.send('three');
  await until(hers, ({ items }) => items.some((line) => !isSent(line) && line.problem));
  assert.deepEqual(texts(hers), ['submitted', 'waiting: one', 'waiting: two', 'waiting: three']);
  mia.wire.mend();
  await last;
  await until(his, ({ items }) => items.length === 4);
  assert.deepEqual(texts(his), ['submitted', 'one', 'two', 'three']);
  assert.deepEqual(texts(hers), texts(his));
});

test('a refused message holds back those behind it until it is discarded', async () => {
  const { hers } = await dialogue();
  const refused = hers.send('   ');
  const behind = hers.send('after it');
  await assert.rejects(refused, { code: 'invalid' });
  assert.deepEqual(texts(hers), ['submitted', 'refused:    ', 'waiting: after it']);
  const [, line] = hers.snapshot.items;
  await hers.discard(line?.id ?? '');
  await behind;
  assert.deepEqual(texts(hers), ['submitted', 'after it']);
});

test('earlier lines are added page by page', async () => {
  const { site, report, rui } = await dialogue();
  for (let n = 1; n <= 120; n += 1) {
    await (await rui.session.client()).sendMessage(report.id, uuid(), { text: `${n}` });
  }
  const noa = await arrived(new Visit(site, 'noa', 'reviewer'));
  await (await noa.session.client()).markRead(report.id, 121);
  const store = noa.watch(conversationOf(noa.session, report.id));
  await until(store, ready);
  assert.equal(store.snapshot.items.length, 50);
  assert.ok(store.snapshot.earlier);
  await store.loadEarlier();
  await Promise.all([store.loadEarlier(), store.loadEarlier()]);
  assert.ok(!store.snapshot.earlier);
  const expected = ['submitted', ...Array.from({ length: 120 }, (_, n) => `${n + 1}`)];
  assert.deepEqual(texts(store), expected);
});

test('it opens with all that is unread, however far back that begins', async () => {
  const { site, report, rui } = await dialogue();
  for (let n = 1; n <= 120; n += 1) {
    await (await rui.session.client()).sendMessage(report.id, uuid(), { text: `${n}` });
  }
  const noa = await arrived(new Visit(site, 'noa', 'reviewer'));
  await (await noa.session.client()).markRead(report.id, 3);
  const store = noa.watch(conversationOf(noa.session, report.id));
  const { items, readSeq } = await until(store, ready);
  assert.equal(readSeq, 3);
  const first = items.findIndex((line) => isSent(line) && line.seq === 4);
  assert.ok(first >= 0);
  assert.equal(items.length - first, 118);
});

test('what could not be had at the opening can still be had', async () => {
  const { site, report, rui } = await dialogue();
  for (let n = 1; n <= 60; n += 1) {
    await (await rui.session.client()).sendMessage(report.id, uuid(), { text: `${n}` });
  }
  const noa = await arrived(new Visit(site, 'noa', 'reviewer'));
  // More often than one request is asked again.
  for (let n = 0; n < 5; n += 1) noa.wire.loseAnswer(/^GET .*before=/);
  const store = noa.watch(conversationOf(noa.session, report.id));
  await until(store, ready);
  while (store.snapshot.earlier) await store.loadEarlier();
  assert.equal(store.snapshot.items.length, 61);
});

test('reading is marked forward only, and the lists learn of it', async () => {
  const { mia, his, hers } = await dialogue();
  const list = mia.watch(reportsOf(mia.session));
  await until(list, ready);
  await his.send('one');
  await his.send('two');
  await until(list, ({ items }) => items[0]?.lastSeq === 3);
  hers.markRead(2);
  hers.markRead(3);
  hers.markRead(1);
  await until(list, ({ items }) => items[0]?.readSeq === 3);
  assert.equal(hers.snapshot.readSeq, 3);
  assert.equal(mia.wire.count(/^PUT .*read/), 1);
});

/** A live stream that doubles, swaps and loses what it is given. */
const fate = fc.constantFrom('pass', 'double', 'swap', 'lose');

test('doubled, reordered and lost news make no difference', async () => {
  const { report, mia, rui, hers } = await dialogue();
  let said = 1;
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { minLength: 2, maxLength: 8 }), async (fates) => {
      const rest = [...fates];
      const kept: string[] = [];
      mia.wire.tamper = (piece) => {
        if (!piece.startsWith('event: message')) return [piece];
        const is = rest.shift();
        if (is === 'lose') return [];
        if (is === 'swap') kept.push(piece);
        if (is === 'swap') return [];
        return [piece, ...kept.splice(0), ...(is === 'double' ? [piece] : [])];
      };
      for (let n = 0; n <= fates.length; n += 1) {
        said += 1;
        await (await rui.session.client()).sendMessage(report.id, uuid(), { text: `${said}` });
      }
      await until(hers, ({ items }) => items.length === said);
      const seqs = hers.snapshot.items.map((line) => isSent(line) && line.seq);
      assert.deepEqual(
        seqs,
        Array.from({ length: said }, (_, n) => n + 1),
      );
    }),
    { numRuns: 15 },
  );
});

test('what was said while the stream was broken is there when it is back', async () => {
  const { mia, hers, his } = await dialogue();
  const lengths: number[] = [];
  mia.watch(hers, () => lengths.push(hers.snapshot.items.length));
  mia.wire.cut();
  await until(mia.session.connection, (snapshot) => !snapshot.online);
  await his.send('one');
  await his.send('two');
  mia.wire.mend();
  await until(hers, ({ items }) => items.length === 3);
  await until(mia.session.connection, (snapshot) => snapshot.online);
  assert.ok(!lengths.includes(0), 'nothing flickers');
});

const withdrawnIn = (store: { snapshot: { items: readonly Line[] } }) =>
  store.snapshot.items.map((line) => isSent(line) && line.kind === 'text' && !!line.withdrawnAt);

test('a withdrawn message leaves a mark, also on a screen that was cut off meanwhile', async () => {
  const { report, mia, rui, hers, his } = await dialogue();
  const first = await his.send('Where did you hang the second one?');
  const second = await his.send('Never mind.');
  await until(hers, ({ items }) => items.length === 3);
  await withdrawMessage(rui.session, report.id, second.id);
  await until(hers, () => withdrawnIn(hers)[2] === true);
  mia.wire.cut();
  await until(mia.session.connection, (snapshot) => !snapshot.online);
  await withdrawMessage(rui.session, report.id, first.id);
  mia.wire.mend();
  await until(hers, () => withdrawnIn(hers)[1] === true);
  for (const store of [hers, his]) {
    assert.deepEqual(texts(store), ['submitted', '', '']);
    assert.deepEqual(withdrawnIn(store), [false, true, true]);
  }
});

test('older news do not bring a withdrawn message back', () => {
  const message: Message = {
    ...{ kind: 'text', seq: 2, id: 'b', report: 'r', text: 'Hm.', replyTo: null, attachments: [] },
    author: { id: 'rui', name: 'Rui', picture: null, role: 'reviewer' },
    ...{ sentAt: '2026-01-01T00:00:00.000Z', withdrawnAt: null },
  };
  const withdrawn: Message = { ...message, text: '', withdrawnAt: message.sentAt };
  const page = [{ ...message, id: 'a', seq: 1 }, message];
  const orders = [
    (lines: Lines) => (lines.append(page), lines.take(withdrawn), lines.take(message)),
    (lines: Lines) => (lines.take(withdrawn), lines.take(message), lines.append(page)),
    (lines: Lines) => (lines.take(message), lines.take(withdrawn), lines.append(page)),
  ];
  for (const order of orders) {
    const lines = new Lines();
    order(lines);
    assert.deepEqual(lines.with([]).map(textOf), ['Hm.', '']);
  }
});

test('who writes is shown to the other, until the line is there', async () => {
  const { report, mia, rui, hers } = await dialogue();
  const seen = mia.watch(typingOf(mia.session, report.id));
  const own = rui.watch(typingOf(rui.session, report.id));
  await own.hint();
  await own.hint();
  assert.equal(rui.wire.count(/^PUT .*typing/), 1);
  await until(seen, ({ people }) => people.length === 1);
  assert.equal(seen.snapshot.people[0]?.name, 'rui');
  await (await rui.session.client()).sendMessage(report.id, uuid(), { text: 'Here.' });
  await until(seen, ({ people }) => people.length === 0);
  await until(hers, ({ items }) => items.length === 2);
  assert.deepEqual(own.snapshot.people, []);
});

test('how far the others have read is known, and stays known', async () => {
  const { mia, hers, his } = await dialogue();
  await hers.send('Please look.');
  await until(his, ({ items }) => items.length === 2);
  his.markRead(2);
  await until(hers, ({ readers }) => readers.some(({ id, seq }) => id === 'rui' && seq === 2));
  await hers.load();
  assert.deepEqual(
    hers.snapshot.readers.map(({ id, seq }) => [id, seq]),
    [['rui', 2]],
  );
  assert.ok(!hers.snapshot.readers.some(({ id }) => mia.session.isMe(id)));
});
