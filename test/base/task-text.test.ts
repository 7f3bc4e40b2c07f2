import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { filledLink } from '../../src/base/task-link.js';
import { blocksOf } from '../../src/base/task-text.js';

test('finds lists as people type them, and leaves the lines between them', () => {
  const text = 'Please:\n\n- one\n- two\n\n* three\n\nThen\nsend it.\n1. first\n2) second\n';
  assert.deepEqual(blocksOf(text), [
    'Please:',
    { start: null, items: ['one', 'two', 'three'] },
    'Then\nsend it.',
    { start: 1, items: ['first', 'second'] },
  ]);
  assert.deepEqual(blocksOf('4. four\n5. five'), [{ start: 4, items: ['four', 'five'] }]);
});

test('takes no single line, no dash inside one and no year for a list', () => {
  for (const text of ['- a dash\nand more', 'so - and\nso - too', '2024. A year\n2025. Another'])
    assert.deepEqual(blocksOf(text), [text]);
});

test('loses no word, whatever is written', () => {
  const line = fc.oneof(
    fc.constantFrom('', '- a', '* b', '1. c', '2) d', ' - e', '-', '1.'),
    fc.string(),
  );
  const words = (text: string) => text.match(/[^\s\-*\u2022\u2013.)\d]+/gu) ?? [];
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n');
      const kept = blocksOf(text).flatMap((block) =>
        typeof block === 'string' ? block : block.items,
      );
      assert.deepEqual(words(kept.join('\n')), words(text));
    }),
  );
});

test('fills the places of a link, each encoded', () => {
  const url = 'https://partner.example/{member}/go?ref={report}&of={member}#{other}';
  assert.equal(
    filledLink(url, { member: 'mia/../?a=b&c#é', report: '0190' }),
    'https://partner.example/mia%2F..%2F%3Fa%3Db%26c%23%C3%A9/go?ref=0190&of=mia%2F..%2F%3Fa%3Db%26c%23%C3%A9#{other}',
  );
  assert.equal(filledLink(url, { member: 'mia' }), null);
  assert.equal(filledLink('https://example.org/', {}), 'https://example.org/');
  for (const bad of ['javascript:alert(1)//https://', 'data:text/html,{member}', '//example.org'])
    assert.equal(filledLink(bad, { member: 'mia' }), null);
});
