import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { Attachment } from '../../../src/contract/attachment.js';
import type { TextMessage } from '../../../src/contract/message.js';
import type { Page } from '../../../src/contract/page.js';
import type { Report } from '../../../src/contract/report.js';
import type { Person } from '../../support/people.js';
import { dialogue, refuses, Site, type Backend } from '../../support/site.js';
import { download, follow, linkTo, textFile, upload } from '../../support/uploads.js';

const ids = (files: readonly Attachment[]) => files.map(({ id }) => id);

const tell = (sender: Person, report: string, attachments: string[], text = '') =>
  sender.put<TextMessage>(`/reports/${report}/messages/${uuid()}`, { text, attachments });

/** Uploads in messages, reports and revisions, and who gets at them. */
export const attached = (backend: () => Backend): void => {
  describe('attachments', () => {
    test('a message carries them in their order, for both sides', async () => {
      const site = new Site(backend());
      const [mia, rui] = [await site.mia(), await site.rui()];
      const report = await site.newReport(await site.newTask());
      const [one, two] = [await upload(mia), await upload(mia, textFile('two'))];
      const path = `/reports/${report.id}/messages/${uuid()}`;
      const body = { text: '', attachments: [two.id, one.id] };
      const sent = await mia.put<TextMessage>(path, body);
      assert.deepEqual(sent.body.attachments, [two, one]);
      const before = await site.dump();
      assert.equal((await mia.put(path, body)).text, sent.text);
      refuses(await mia.put(path, { ...body, attachments: [one.id, two.id] }), 'id-conflict');
      refuses(await mia.put(path, { text: 'Without.' }), 'id-conflict');
      assert.equal(await site.dump(), before);
      for (const reader of [mia, rui]) {
        const line = (await dialogue(reader, report.id)).at(-1);
        assert.deepEqual(line?.kind === 'text' && line.attachments, [two, one]);
      }
    });

    test('reports and revisions carry them, round by round', async () => {
      const site = new Site(backend());
      const [mia, rui] = [await site.mia(), await site.rui()];
      const task = await site.newTask();
      const [first, second] = [await upload(mia), await upload(mia, textFile('more'))];
      const path = `/reports/${uuid()}`;
      const body = { taskId: task.id, text: 'See.', attachments: [first.id] };
      const report = await mia.put<Report>(path, body);
      assert.deepEqual(report.body.attachments, [first]);
      assert.equal((await mia.put(path, body)).text, report.text);
      refuses(await mia.put(path, { ...body, attachments: [] }), 'id-conflict');
      await site.decide(report.body, 'rejected');
      const revision = { text: 'Better.', attachments: [first.id, second.id] };
      const revised = await mia.put<Report>(`${path}/rounds/2`, revision);
      assert.equal((await mia.put(`${path}/rounds/2`, revision)).text, revised.text);
      refuses(await mia.put(`${path}/rounds/2`, { text: 'Better.' }), 'id-conflict');
      await site.decide(revised.body, 'rejected');
      const reopened = (await rui.put<Report>(`${path}/reopenings/${uuid()}`, {})).body;
      assert.deepEqual(
        reopened.rounds.map(({ attachments }) => attachments),
        [[first], [first, second], [first, second]],
      );
      const [listed] = (await rui.get<Page<Report>>('/reports')).body.items;
      assert.deepEqual(listed?.attachments, [first, second]);
    });

    test('what is not free to attach attaches nothing and says nothing', async () => {
      const site = new Site(backend());
      const [mia, noa, rui] = [await site.mia(), await site.noa(), await site.rui()];
      const task = await site.newTask({ limit: 9 });
      const report = await site.newReport(task);
      const other = await site.newReport(task);
      const [used, proof] = [await upload(mia), await upload(mia)];
      const [free, hers] = [await upload(mia), await upload(noa)];
      await tell(mia, report.id, [used.id]);
      const body = { taskId: task.id, text: 'See.', attachments: [proof.id] };
      const proven = (await mia.put<Report>(`/reports/${uuid()}`, body)).body;
      const foreign = await upload(await new Site(backend()).mia());
      const many = Array.from({ length: 11 }, () => uuid());
      const before = await site.dump();
      const lists = [[used], [proof], [hers], [foreign], [free, used], [free, free]].map(ids);
      for (const attachments of [...lists, [uuid()], many]) {
        refuses(await tell(mia, report.id, attachments, 'Words.'), 'invalid');
        refuses(await tell(mia, other.id, attachments, 'Words.'), 'invalid');
        const again = { ...body, attachments };
        refuses(await mia.put(`/reports/${uuid()}`, again), 'invalid');
        refuses(
          await mia.put(`/reports/${other.id}/rounds/2`, { text: '?', attachments }),
          'invalid',
        );
      }
      // A round has what an earlier one of the same report has, and nothing out of messages.
      const path = `/reports/${report.id}/rounds/2`;
      refuses(await mia.put(path, { text: '?', attachments: [used.id] }), 'invalid');
      refuses(await tell(rui, report.id, [free.id]), 'invalid');
      refuses(await tell(mia, report.id, []), 'invalid');
      assert.equal(await site.dump(), before);
      assert.deepEqual(ids(proven.attachments), [proof.id]);
    });

    test('one upload into ten messages at once goes into one', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const task = await site.newTask({ limit: 9 });
      const reports = [await site.newReport(task), await site.newReport(task)];
      const [one, two] = [await upload(mia), await upload(mia)];
      const sendings = Array.from({ length: 10 }, (_, index) => {
        const both = index % 2 ? [one.id, two.id] : [two.id, one.id];
        return tell(mia, reports[index % 2]?.id ?? '', both);
      });
      const answers = await Promise.all(sendings);
      assert.equal(answers.filter(({ ok }) => ok).length, 1);
      for (const answer of answers.filter(({ ok }) => !ok)) refuses(answer, 'invalid');
    });

    test('who may see the report gets a link; to all others it is as unknown as any', async () => {
      const site = new Site(backend());
      const [mia, noa] = [await site.mia(), await site.noa()];
      const [rui, olga] = [await site.rui(), await site.olga()];
      const report = await site.newReport(await site.newTask());
      const [proof, reply] = [await upload(mia), await upload(rui)];
      const stranger = await new Site(backend()).olga();
      const sees = async (who: Person, id: string, may: boolean) => {
        const answer = await who.get(`/attachments/${id}`);
        assert.equal(answer.ok, may, `${who.id} ${answer.toString()}`);
        if (!may) assert.equal(answer.text, (await who.get(`/attachments/${uuid()}`)).text);
      };
      for (const who of [mia, noa, rui, olga, stranger]) {
        await sees(who, proof.id, who === mia);
        await sees(who, reply.id, who === rui);
      }
      await tell(mia, report.id, [proof.id]);
      await tell(rui, report.id, [reply.id]);
      for (const who of [mia, noa, rui, olga, stranger]) {
        await sees(who, proof.id, who !== noa && who !== stranger);
        await sees(who, reply.id, who !== noa && who !== stranger);
      }
    });

    test('a withdrawn message lets go of what it carried, and may still be repeated', async () => {
      const site = new Site(backend());
      const [mia, rui] = [await site.mia(), await site.rui()];
      const report = await site.newReport(await site.newTask());
      const file = await upload(mia);
      const path = `/reports/${report.id}/messages/${uuid()}`;
      const body = { text: 'Oops.', attachments: [file.id] };
      await mia.put(path, body);
      const link = await linkTo(rui, file.id);
      assert.equal((await follow(rui, link)).status, 200);
      const withdrawn = await mia.delete<TextMessage>(path);
      assert.deepEqual(withdrawn.body.attachments, []);
      assert.equal((await follow(rui, link)).status, 404);
      for (const who of [mia, rui]) refuses(await who.get(`/attachments/${file.id}`), 'not-found');
      assert.equal((await mia.put(path, body)).text, withdrawn.text);
      refuses(await mia.put(path, { text: 'Oops.' }), 'id-conflict');
    });

    test('a link is good for a few minutes, and for its own file alone', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const [file, other] = [await upload(mia), await upload(mia)];
      const link = await linkTo(mia, file.id);
      const minutes = (Date.parse(link.expiresAt) - Date.now()) / 60_000;
      assert.ok(minutes > 4 && minutes <= 10, `${minutes} minutes`);
      const { headers } = await follow(mia, link);
      const age = /^private, max-age=(\d+)$/.exec(headers.get('cache-control') ?? '')?.[1];
      assert.ok(Number(age) < minutes * 60, `cached for ${age} s, good for ${minutes} minutes`);
      const unknown = await (await mia.send(`/files/${uuid()}`, {})).text();
      const changed = (name: string, value: string) => {
        const [path = '', query] = link.url.split('?');
        const parameters = new URLSearchParams(query);
        parameters.set(name, value);
        return `${path}?${parameters.toString()}`;
      };
      const expires = Date.parse(link.expiresAt) / 1_000;
      const signature = new URLSearchParams(link.url.split('?')[1]).get('signature') ?? '';
      for (const url of [
        link.url.replace(file.id, other.id),
        ...[link.url.split('?')[0] ?? '', `${link.url.split('?')[0]}?expires=${expires}`],
        ...[changed('site', 'test-other'), changed('site', '')],
        ...[changed('expires', `${expires + 1}`), changed('expires', '9'.repeat(12))],
        ...[changed('expires', '1e12'), changed('expires', `0${expires}`), changed('expires', '')],
        ...[changed('signature', ''), changed('signature', signature.slice(1))],
        changed(
          'signature',
          signature.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A')),
        ),
        changed('signature', '\u0000%ff{}'),
      ]) {
        const response = await mia.send(`/${url}`, {});
        const text = await response.text();
        // A number that is written otherwise is still the same number.
        if (url === changed('expires', `0${expires}`) && response.ok) continue;
        assert.equal(response.status, 404, `${url} answered ${response.status}`);
        assert.equal(text, unknown);
      }
      assert.equal((await download(mia, file.id)).status, 200);
    });
  });
};
