import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { piecesOf } from '../../src/base/linked-text.js';

const links = (text: string) =>
  piecesOf(text).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.href]));

test('finds http, https and mailto, and nothing else', () => {
  const text = 'See https://a.example/x?y=1#z, http://b.example or mailto:c@d.example.';
  assert.deepEqual(links(text), [
    'https://a.example/x?y=1#z',
    'http://b.example',
    'mailto:c@d.example',
  ]);
  for (const other of ['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example', '//a.example'])
    assert.deepEqual(links(other), []);
});

test('leaves punctuation and brackets that the sentence owns', () => {
  assert.deepEqual(links('(https://a.example/b).'), ['https://a.example/b']);
  assert.deepEqual(links('https://a.example/b_(c)!'), ['https://a.example/b_(c)']);
  assert.deepEqual(links('«https://a.example/é»…').length, 1);
});

test('a bidi override ends a link', () => {
  assert.deepEqual(links('https://a.example/\u202Egpj.exe'), ['https://a.example/']);
});

test('text in, the same text out, whatever it is', () => {
  const linkish = fc.array(
    fc.constantFrom('https://', 'a.b', '(', ')', '.', ' ', '<', '\u202e', 'mailto:'),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        linkish.map((parts) => parts.join('')),
      ),
      (text) => {
        const whole = piecesOf(text).map((piece) =>
          typeof piece === 'string' ? piece : piece.label,
        );
        assert.equal(whole.join(''), text);
        for (const href of links(text)) assert.match(href, /^(https?:|mailto:)/i);
      },
    ),
    { numRuns: 2_000, seed: 7 },
  );
});
