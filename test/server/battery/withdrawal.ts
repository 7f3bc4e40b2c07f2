import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { AttachmentLink } from '../../../src/contract/attachment.js';
import { limits } from '../../../src/contract/limits.js';
import type { MessagePage, TextMessage } from '../../../src/contract/message.js';
import type { Report } from '../../../src/contract/report.js';
import { dialogue, refuses, say, Site, type OpenBackend } from '../../support/site.js';

const secret = 'The key lies under the mat.';

const pathOf = ({ report, id }: TextMessage) => `/reports/${report}/messages/${id}`;

/** What a sender takes back. */
export const withdrawals = (backend: () => OpenBackend): void => {
  describe('withdrawal', () => {
    const open = async () => {
      const site = new Site(backend());
      const [mia, rui] = [await site.mia(), await site.rui()];
      const task = await site.newTask({ limit: 2 });
      return { site, mia, rui, task, report: await site.newReport(task) };
    };
    /** The database's clock is the one that counts: what it says of the sending is changed. */
    const age = (message: TextMessage, seconds: number) =>
      backend().query(
        `update message set sent_at = clock_timestamp() - $2::text::interval where id = $1::uuid`,
        [message.id, `${seconds} seconds`],
      );

    test('a marked line stays, and of the text nothing, for anybody, anywhere', async () => {
      const { site, mia, rui, report } = await open();
      const question = await say(rui, report.id, 'Where is it?');
      const said = await say(mia, report.id, secret, question.id);
      const reply = await say(rui, report.id, 'Thank you.', said.id);
      assert.equal(said.withdrawnAt, null);
      const withdrawn = (await mia.delete<TextMessage>(pathOf(said))).body;
      assert.ok(withdrawn.withdrawnAt && withdrawn.withdrawnAt >= said.sentAt);
      assert.deepEqual(withdrawn, { ...said, text: '', withdrawnAt: withdrawn.withdrawnAt });
      for (const reader of [mia, rui]) {
        const lines = await dialogue(reader, report.id);
        assert.deepEqual(lines.slice(1), [question, withdrawn, reply]);
        const found = await reader.get<MessagePage>(`/reports/${report.id}/messages?q=mat`);
        assert.deepEqual(found.body.items, []);
        for (const path of ['/reports', `/reports/${report.id}`]) {
          assert.ok(!(await reader.get(path)).text.includes(secret));
        }
      }
      assert.ok(!(await site.dump()).includes('mat'));
      assert.equal((await say(mia, report.id, 'On.')).seq, 5);
    });

    test('withdrawing again changes nothing, and answers the same', async () => {
      const { site, mia, report } = await open();
      const said = await say(mia, report.id, secret);
      const first = (await mia.delete<TextMessage>(pathOf(said))).body;
      const before = await site.dump();
      assert.deepEqual((await mia.delete<TextMessage>(pathOf(said))).body, first);
      assert.equal(await site.dump(), before);
      // However late it is asked again: it is done.
      await age(said, 2 * limits.withdrawalSeconds);
      const late = (await mia.delete<TextMessage>(pathOf(said))).body;
      assert.equal(late.withdrawnAt, first.withdrawnAt);
    });

    test('five minutes long, by the clock of the database', async () => {
      const { site, mia, report } = await open();
      const [young, old] = [await say(mia, report.id, 'Young.'), await say(mia, report.id, 'Old.')];
      await age(young, limits.withdrawalSeconds - 20);
      await age(old, limits.withdrawalSeconds + 1);
      assert.ok((await mia.delete(pathOf(young))).ok);
      const before = await site.dump();
      refuses(await mia.delete(pathOf(old)), 'forbidden');
      assert.equal(await site.dump(), before);
    });

    test('own text messages alone', async () => {
      const { site, mia, rui, task, report } = await open();
      const other = await site.newReport(task);
      const [hers, his] = [await say(mia, report.id, 'Hers.'), await say(rui, report.id, 'His.')];
      const [system] = await dialogue(mia, report.id);
      const before = await site.dump();
      for (const caller of [rui, await site.olga()]) {
        refuses(await caller.delete(pathOf(hers)), 'forbidden');
      }
      refuses(await mia.delete(pathOf(his)), 'forbidden');
      refuses(await mia.delete(`/reports/${report.id}/messages/${system?.id}`), 'forbidden');
      for (const path of [
        `/reports/${other.id}/messages/${hers.id}`,
        `/reports/${uuid()}/messages/${hers.id}`,
        `/reports/${report.id}/messages/${uuid()}`,
      ]) {
        refuses(await mia.delete(path), 'not-found');
      }
      refuses(await (await site.noa()).delete(pathOf(hers)), 'not-found');
      // Who spoke as a reviewer and comes as a member no longer sees the dialogue.
      refuses(await (await site.as('rui', 'member')).delete(pathOf(his)), 'not-found');
      assert.equal(await site.dump(), before);
    });

    test('what was sent may be sent again; anything else is a conflict', async () => {
      const { site, mia, rui, report } = await open();
      const question = await say(rui, report.id, 'Where is it?');
      const said = await say(mia, report.id, secret, question.id);
      const withdrawn = await mia.delete(pathOf(said));
      const before = await site.dump();
      const body = { text: secret, replyTo: question.id };
      assert.equal((await mia.put(pathOf(said), body)).text, withdrawn.text);
      for (const changed of [
        { text: `${secret} ` },
        { text: ' ' + secret },
        { replyTo: null },
        { replyTo: said.id },
      ]) {
        refuses(await mia.put(pathOf(said), { ...body, ...changed }), 'id-conflict');
      }
      refuses(await rui.put(pathOf(said), body), 'id-conflict');
      assert.equal(await site.dump(), before);
    });

    test('a text that begins with a byte order mark is known again', async () => {
      const { mia, report } = await open();
      const said = await say(mia, report.id, '\ufeffHello.');
      const withdrawn = await mia.delete(pathOf(said));
      assert.equal((await mia.put(pathOf(said), { text: '\ufeffHello.' })).text, withdrawn.text);
      refuses(await mia.put(pathOf(said), { text: 'Hello.' }), 'id-conflict');
    });

    test('what was attached goes with it, and its links lead nowhere', async () => {
      const { site, mia, rui, report } = await open();
      const before = await site.dump();
      const attachments = [uuid(), uuid()];
      for (const upload of attachments) {
        await mia.putRaw(`/attachments/${upload}`, `A plan of the mat: ${upload}.`, {
          'content-type': 'text/plain',
          'content-disposition': 'attachment; filename="mat.txt"',
        });
      }
      const path = `/reports/${report.id}/messages/${uuid()}`;
      const body = { text: secret, attachments };
      const said = (await mia.put<TextMessage>(path, body)).body;
      assert.deepEqual(
        said.attachments.map(({ id }) => id),
        attachments,
      );
      const links = attachments.map((id) => `/attachments/${id}`);
      const { url } = (await rui.get<AttachmentLink>(links[0] ?? '')).body;
      const link = `/${url.replace(/^.*(?=files\/)/, '')}`;
      assert.equal((await site.send(link, {})).status, 200);
      const withdrawn = await mia.delete<TextMessage>(path);
      assert.deepEqual(withdrawn.body.attachments, []);
      assert.equal((await mia.put(path, body)).text, withdrawn.text);
      for (const other of [[], attachments.slice(0, 1), attachments.toReversed()]) {
        refuses(await mia.put(path, { ...body, attachments: other }), 'id-conflict');
      }
      assert.equal((await site.send(link, {})).status, 404);
      for (const reader of [mia, rui]) {
        for (const gone of links) refuses(await reader.get(gone), 'not-found');
      }
      const added = (await site.dump()).split('\n').filter((line) => !before.includes(line));
      // The line itself, and the report that counts it.
      assert.equal(added.length, 2, added.join('\n'));
    });

    test('nothing becomes read or unread by it', async () => {
      const { mia, rui, report } = await open();
      const said = await say(mia, report.id, secret);
      await rui.put(`/reports/${report.id}/read`, { seq: 1 });
      const figures = async () => {
        const asked = [mia, rui].map((person) => person.get<Report>(`/reports/${report.id}`));
        const bodies = (await Promise.all(asked)).map(({ body }) => body);
        return bodies.map(({ readSeq, lastSeq, version }) => [readSeq, lastSeq, version]);
      };
      const before = await figures();
      assert.deepEqual(before[1], [1, 2, 1]);
      assert.ok((await mia.delete(pathOf(said))).ok);
      assert.deepEqual(await figures(), before);
    });

    test('many at once are one withdrawal', async () => {
      const { mia, report } = await open();
      for (let round = 0; round < 5; round += 1) {
        const said = await say(mia, report.id, secret);
        const many = Array.from({ length: 12 }, (_, index) =>
          index % 3 ? mia.delete(pathOf(said)) : mia.put(pathOf(said), { text: secret }),
        );
        const answers = await Promise.all(many);
        const final = (await mia.delete(pathOf(said))).text;
        for (const [index, answer] of answers.entries()) {
          assert.ok(answer.ok, answer.toString());
          if (index % 3) assert.equal(answer.text, final);
        }
      }
      assert.equal((await dialogue(mia, report.id)).length, 6);
    });
  });
};
