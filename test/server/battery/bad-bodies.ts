import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { ProblemCode } from '../../../src/contract/problem.js';
import { refuses, Site, type Backend } from '../../support/site.js';
import { canary, targets, type Target } from './targets.js';

const depth = 100_000;
const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Whole bodies that are wrong for every operation. */
const bodies: Record<string, [ProblemCode, BodyInit]> = {
  empty: ['invalid', ''],
  'not JSON': ['invalid', `{${canary}`],
  'JSON and more': ['invalid', `{} "${canary}"`],
  null: ['invalid', 'null'],
  'a list': ['invalid', `["${canary}"]`],
  'a text': ['invalid', `"${canary}"`],
  '10⁵ levels deep': ['invalid', deep],
  '10⁵ levels deep inside': ['invalid', `{"${canary}":${deep}}`],
  'not UTF-8': ['invalid', Buffer.from(`{"text":"${canary} \xff\xfe"}`, 'latin1')],
  'a broken surrogate in UTF-8': [
    'invalid',
    Buffer.from([...Buffer.from('{"text":"'), 0xed, 0xa0, 0x80, 0x22, 0x7d]),
  ],
  'too large': ['too-large', JSON.stringify({ text: canary.repeat(30_000) })],
  'too large and not JSON': ['too-large', canary.repeat(30_000)],
};

const changed = (target: Target, changes: Record<string, unknown>) =>
  JSON.stringify({ ...target.sound, ...changes });

/** One wrong thing in a body that is sound otherwise. */
const faults: Record<string, (target: Target) => string> = {
  'an unknown field': (target) => changed(target, { [canary]: canary }),
  'a field of every object': (target) => changed(target, { constructor: canary }),
  __proto__: (target) =>
    `{"__proto__":{"text":"${canary}"},${changed(target, {}).slice(1)}`.replace(',}', '}'),
  'a number for the text': (target) => changed(target, { [target.text]: 7 }),
  'null for the text': (target) => changed(target, { [target.text]: null }),
  'an object for the text': (target) => changed(target, { [target.text]: { [canary]: canary } }),
  'NUL in the text': (target) => changed(target, { [target.text]: `${canary}\0` }),
  'a lone surrogate, high': (target) => changed(target, { [target.text]: `${canary}\ud800` }),
  'a lone surrogate, low': (target) => changed(target, { [target.text]: `\udc00${canary}` }),
  'surrogates the wrong way round': (target) =>
    changed(target, { [target.text]: `\udc00\ud800${canary}` }),
  'only white space': (target) => changed(target, { [target.text]: ' \n\u00a0' }),
  'one character too many': (target) =>
    changed(target, { [target.text]: canary.padEnd(target.most + 1, 'x') }),
};

export const badBodies = (backend: () => Backend): void => {
  describe('bad bodies', () => {
    const judge = async (
      code: ProblemCode,
      bodyOf: (target: Target) => RequestInit['body'],
      headers: Record<string, string> = {},
      which: (target: Target) => boolean = () => true,
    ) => {
      const site = new Site(backend());
      const all = await targets(site);
      const before = await site.dump();
      for (const target of all.filter(which)) {
        const answer = await target.caller.putRaw(target.path, bodyOf(target), headers);
        refuses(answer, code);
        assert.ok(!answer.text.includes(canary), answer.toString());
        assert.ok(![...answer.headers.values()].join().includes(canary));
      }
      assert.equal(await site.dump(), before);
    };

    for (const [name, [code, body]] of Object.entries(bodies)) {
      test(`${name}: ${code}`, () => judge(code, () => body));
      test(`${name}, of no declared length: ${code}`, () =>
        judge(code, () => new Blob([body as BlobPart]).stream()));
    }

    for (const [name, bodyOf] of Object.entries(faults)) {
      const inText = name.includes('text') || name.includes('surrogate') || /white|many/.test(name);
      test(`${name}: invalid`, () =>
        judge('invalid', bodyOf, {}, (target) => !inText || target.text !== ''));
    }

    for (const type of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', '']) {
      test(`content type "${type}": unsupported-type`, () =>
        judge('unsupported-type', (target) => changed(target, {}), { 'content-type': type }));
    }

    test('wrong ids and wrong numbers: invalid, with the place', async () => {
      const site = new Site(backend());
      const [task, report] = await targets(site);
      const before = await site.dump();
      const wrong = [
        ...[-1, 1.5, 1e9, '50', null].map((points) => [task, 'points', points] as const),
        ...[0, 1.5, 'one'].map((limit) => [task, 'limit', limit] as const),
        ...['Active', '', 1].map((status) => [task, 'status', status] as const),
        ...[
          ...['2026-13-01T00:00:00.000Z', '2026-02-30T00:00:00.000Z', '0000-01-01T00:00:00.000Z'],
          ...['soon', 0, '2026-01-01', '+12026-01-01T00:00:00.000Z'],
        ].map((at) => [task, 'closesAt', at] as const),
        ...['javascript:alert(1)', '//example.org', 'mailto:a@b.c', 5].map(
          (url) => [task, 'url', url] as const,
        ),
        ...['', 'x', uuid().toUpperCase(), 7, null].map((id) => [report, 'taskId', id] as const),
        [report, 'attachments', [uuid()]] as const,
      ];
      for (const [target, field, value] of wrong) {
        if (!target) continue;
        const answer = await target.caller.putRaw(target.path, changed(target, { [field]: value }));
        refuses(answer, 'invalid');
        assert.ok(
          answer.problem.errors?.some(({ path }) => path === field || path.startsWith(`${field}.`)),
          answer.toString(),
        );
      }
      assert.equal(await site.dump(), before);
    });

    test('content types that say JSON are taken', async () => {
      const site = new Site(backend());
      for (const type of [
        'application/json',
        'application/json; charset=utf-8',
        'Application/JSON',
      ]) {
        for (const target of await targets(site)) {
          const headers = { 'content-type': type };
          const answer = await target.caller.putRaw(target.path, changed(target, {}), headers);
          assert.ok(answer.ok || answer.problem.code === 'stale', answer.toString());
        }
      }
    });
  });
};
