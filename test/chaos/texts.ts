import type { Random } from '../server/races/race.js';

/** Pieces that are easily altered on a way through JSON, SQL, HTML or a page. */
const pieces = [
  'The kettle is on the stove.',
  'مرحبا، كيف الحال؟',
  'שלום',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  'e\u0301 is not \u00e9',
  '<b>bold</b> <script>alert(1)</script> &amp; &lt;',
  'O\'Brien said "no"; -- drop table message',
  '\\u0041 \\n \\\\ %00 %2F ${x} {{y}}',
  'https://example.org/a?b=c&d=e#f, and (http://example.com).',
  '\u202eabc\u202c \u2066x\u2069',
  '漢字かな交じり文',
  'line one\nline two\n\nline four',
  'two  spaces   three',
  'null undefined NaN [object Object] __proto__',
];

/** The n-th message of somebody: nobody else's, and never said before. */
export function textOf(author: string, n: number, random: Random): string {
  const count = 1 + Math.floor(random() * 3);
  const chosen = Array.from(
    { length: count },
    () => pieces[Math.floor(random() * pieces.length)] ?? '',
  );
  // Now and then a long one, which is cut in another place than its head.
  const more = random() < 0.01 ? ` ${'All work and no play. '.repeat(100)}end` : '';
  return `${author} ${n}: ${chosen.join(' ')}${more}`;
}
