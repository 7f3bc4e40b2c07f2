import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { limits } from '../../../src/contract/limits.js';
import type { Page } from '../../../src/contract/page.js';
import type { Report } from '../../../src/contract/report.js';
import type { Task } from '../../../src/contract/task.js';
import { decision, dialogue, say, Site, taskRequest, type Backend } from '../../support/site.js';

/** What breaks text on its way: marks of order, joiners, BOM, separators, escapes, markup. */
const awkward = [
  ...['\u0001', '\u001f', '\u007f', '\u0085', '\ufeff', '\ufffe', '\uffff', '\u2028', '\u2029'],
  ...[
    '\u202e',
    '\u200d',
    '\u00ad',
    'e\u0301',
    'é',
    '👩‍👩‍👧‍👦',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '\r\n',
    '\r',
    '\t',
    '\\u0000',
    '\\',
    "'",
    '"',
  ],
  ...['%00', '%s', '$1', '{}', '<script>', '&amp;', '--', '{"a":1}', '\u{10ffff}', '𝕏'],
];

/** Any text that the contract allows, the awkward more often than chance would have it. */
const anyText = (most: number) =>
  fc
    .array(fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: 'binary', maxLength: 20 })), {
      maxLength: 12,
    })
    .map((parts) => parts.join('').replaceAll('\0', '').slice(0, most))
    .filter((text) => text.isWellFormed() && text.trim() !== '');

/** Text comes back exactly as it was sent, from every place that keeps one. */
export const roundTrip = (backend: () => Backend): void => {
  describe('round trip', () => {
    test('messages, reports, reasons, names and descriptions', async () => {
      const site = new Site(backend());
      const [mia, rui, olga] = [await site.mia(), await site.rui(), await site.olga()];
      const property = fc.asyncProperty(
        anyText(limits.taskName),
        anyText(1_000),
        async (name, text) => {
          const path = `/tasks/${uuid()}`;
          await olga.put(path, taskRequest({ name, description: text }));
          const task = (await mia.get<Task>(path)).body;
          assert.deepEqual([task.name, task.description], [name, text]);
          const report = await site.newReport(task, mia, text);
          await say(mia, report.id, text);
          const round = `/reports/${report.id}/rounds/1/decision`;
          await rui.put(round, decision('rejected', text));
          const read = (await mia.get<Report>(`/reports/${report.id}`)).body;
          assert.deepEqual([read.task.name, read.text, read.decision?.reason], [name, text, text]);
          const [, message] = await dialogue(rui, report.id);
          assert.equal(message?.kind === 'text' && message.text, text);
        },
      );
      await fc.assert(property, { numRuns: 40 });
    });

    test('the longest texts the contract allows, in the widest characters', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const wide = (most: number) => '漢'.repeat(most);
      const task = await site.newTask({
        name: wide(limits.taskName),
        description: wide(limits.taskDescription),
      });
      const report = await site.newReport(task, mia, wide(limits.reportText));
      await say(mia, report.id, wide(limits.messageText));
      const read = (await mia.get<Report>(`/reports/${report.id}`)).body;
      assert.equal(read.text, wide(limits.reportText));
      assert.equal((await dialogue(mia, report.id)).length, 2);
    });

    test('names and ids of people, in tokens and in queries', async () => {
      const site = new Site(backend());
      const task = await site.newTask({ limit: 100 });
      const rui = await site.rui();
      for (const sub of [
        "o'neil",
        'ünï',
        'a/b?c=d&e#f',
        '100%',
        'auth0|12',
        '{}',
        'x'.repeat(255),
      ]) {
        const report = await site.newReport(task, await site.as(sub));
        assert.equal(report.member.id, sub);
        const path = `/reports?member=${encodeURIComponent(sub)}`;
        const { items } = (await rui.get<Page<Report>>(path)).body;
        assert.deepEqual(
          items.map(({ id }) => id),
          [report.id],
        );
      }
    });
  });
};
