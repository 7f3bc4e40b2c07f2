import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import type { Answer } from '../../support/people.js';
import { Site, type Backend } from '../../support/site.js';
import { targets } from './targets.js';

const odd = fc.oneof(
  fc.constantFrom<unknown>(...[null, true, -0, 1e308, 2 ** 31, 2 ** 53, 0.1, -1, '', '\ufeff']),
  fc.constantFrom<unknown>('9999-12-31T23:59:59.999Z', '0001-01-01T00:00:00.000Z', 'approved'),
  fc.constantFrom<unknown>('https://[::1]/', `http://${'a'.repeat(300)}`, uuid(), 'http://a b'),
  fc.jsonValue(),
);

const fields = [
  ...[
    'name',
    'description',
    'points',
    'status',
    'url',
    'limit',
    'quota',
    'closesAt',
    'reviewWithin',
  ],
  ...['taskId', 'text', 'attachments', 'id', 'verdict', 'reason', 'replyTo', 'seq'],
];

/** A body that is sound but for some fields, which hold anything. */
const changes = fc.dictionary(fc.constantFrom(...fields), odd, { maxKeys: 3 });

const forgedCursor = fc.tuple(
  fc.constantFrom('newest', 'oldest', 'reward', 'closing'),
  fc.oneof(
    odd,
    fc.constantFrom<unknown>('2026-02-30T00:00:00.000Z', '9999-12-31T23:59:59.999Z', 0),
  ),
  fc.oneof(odd, fc.constant<unknown>(uuid())),
);

/** Taken, or refused as the contract says; never a fault of the server's own. */
const sound = (answer: Answer<unknown>) => assert.ok(answer.status < 500, answer.toString());

/** Anything at all, in places where something is expected. */
export const fuzz = (backend: () => Backend): void => {
  describe('fuzz', () => {
    test('no body makes the server fail', async () => {
      const site = new Site(backend());
      for (const target of await targets(site)) {
        const property = fc.asyncProperty(changes, async (changed) => {
          // Where an id is the client's to choose, each body is a new thing.
          const path = target.path.replace(/[0-9a-f-]{36}$/, () => uuid());
          sound(await target.caller.put(path, { ...target.sound, ...changed }));
        });
        await fc.assert(property, { numRuns: 60 });
      }
    });

    test('no forged cursor makes the server fail', async () => {
      const site = new Site(backend());
      const rui = await site.rui();
      await site.newReport(await site.newTask());
      const property = fc.asyncProperty(forgedCursor, async (forged) => {
        const pack = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
        for (const list of ['/tasks', '/reports']) {
          sound(await rui.get(`${list}?sort=${forged[0]}&after=${pack(forged)}`));
        }
        sound(await rui.get(`/points?after=${pack(forged.slice(1))}`));
      });
      await fc.assert(property, { numRuns: 60 });
    });

    test('no query makes the server fail', async () => {
      const site = new Site(backend());
      const rui = await site.rui();
      const report = await site.newReport(await site.newTask());
      const name = fc.constantFrom(
        'q',
        'member',
        'site',
        'task',
        'status',
        'limit',
        'after',
        'before',
      );
      const property = fc.asyncProperty(name, fc.string({ unit: 'binary' }), async (key, value) => {
        const messages = `/reports/${report.id}/messages`;
        for (const list of ['/tasks', '/reports', '/points', messages]) {
          sound(await rui.get(`${list}?${new URLSearchParams({ [key]: value }).toString()}`));
        }
      });
      await fc.assert(property, { numRuns: 60 });
    });
  });
};
