import { deflateRawSync, gzipSync } from 'node:zlib';
import { limits } from '../../../src/contract/limits.js';
import { pictures } from '../../support/uploads.js';
import type { Random } from '../races/race.js';

/** A file that means harm, by what it holds and by what it is called. */
export interface HostileFile {
  kind: string;
  bytes: Buffer;
  /** What the sender says that it is. */
  type: string;
  disposition: string;
}

/** What every script here says to the console of whoever runs it. */
export const canary = 'canary-5e1d';
const sing = `console.log("${canary}")`;
const script = `<script>${sing}</script>`;
const html = `<!doctype html><title>x</title>${script}`;
const onload = `onload='${sing}'`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${onload}>${script}</svg>`;

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const picture = (type: string): Buffer => Buffer.from(pictures[type]?.bytes ?? []);
const [png, jpeg, gif] = [picture('image/png'), picture('image/jpeg'), picture('image/gif')];
const [webp, avif] = [picture('image/webp'), picture('image/avif')];

const withSize = (from: Buffer, at: number, width: number, height: number): Buffer => {
  const bytes = Buffer.from(from);
  bytes.writeUInt32BE(width, at);
  bytes.writeUInt32BE(height, at + 4);
  return bytes;
};

const noise = (random: Random, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)));

/** Each names the one before ten times: unfolded, the last is a billion letters. */
const entities = Array.from(
  { length: 10 },
  (_, n) => `<!ENTITY e${n} "${n === 0 ? 'x' : `&e${n - 1};`.repeat(10)}">`,
).join('');

/** A ZIP of one entry whose few bytes unpack to sixteen million, and which claims four billion. */
function swelling(): Buffer {
  const name = latin('[Content_Types].xml');
  const packed = deflateRawSync(Buffer.alloc(16_000_000));
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04\x14\0\0\0\x08\0', 'latin1');
  head.writeUInt32LE(packed.byteLength, 18);
  head.writeUInt32LE(0xffff_ffff, 22);
  head.writeUInt16LE(name.byteLength, 26);
  return Buffer.concat([head, name, packed]);
}

/** Each takes chance, so that no two files are the same. */
const contents: Record<string, (random: Random) => Buffer> = {
  'picture, then page': (random) =>
    Buffer.concat([[png, jpeg, gif, webp, avif][Math.floor(random() * 5)] ?? png, latin(html)]),
  'GIF that is a script': () => latin(`GIF89a/*\x00\x00\xff\x00,\x00*/=1;${sing};//`),
  'GIF with a size that is a script': () =>
    Buffer.concat([latin('GIF89a/*\x01\x00'), gif.subarray(10), latin(`*/=1;${sing};//`)]),
  'JPEG with a page in its comment': () =>
    Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, html.length + 2]),
      latin(html),
      jpeg.subarray(2),
    ]),
  'page, then picture': () => Buffer.concat([latin(html), png]),
  'BMP that is a script': () => latin(`BM=1;${sing};/*`),
  'PDF, then page': () => latin(`%PDF-1.7\n${html}`),
  'PDF that is a script': () => latin(`%PDF-1.7\n%/*\n${script}`),
  'sound that is a script': () => latin(`RIFF/*\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0*/=1;${sing};//`),
  'archive that swells': () => swelling(),
  'archive behind a picture': () => Buffer.concat([gif, latin('PK\x03\x04\x14\x00'), latin(html)]),
  'SVG with script': () => latin(svg),
  'SVG behind a prologue': () => latin(`<?xml version="1.0"?>\n<!-- ${'x'.repeat(300)} -->${svg}`),
  'SVG in UTF-16': () => Buffer.from(`\ufeff${svg}`, 'utf16le'),
  'SVG, packed': () => gzipSync(svg),
  'SVG that swells': () => latin(`<?xml version="1.0"?><!DOCTYPE svg [${entities}]>${svg}`),
  'SVG behind white space': (random) => latin(' \n\t'.repeat(Math.floor(random() * 500)) + svg),
  'XHTML and XSLT': () =>
    latin(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`),
  page: () => latin(html),
  'page behind a byte order mark': () => Buffer.from(`\ufeff${html}`),
  'page behind NUL': () => latin(`\0\0\0\0${html}`),
  script: () => latin(sing),
  program: (random) => Buffer.concat([latin('MZ\x90\0'), noise(random, 500)]),
  'half a picture': (random) => {
    const whole = [png, jpeg, webp, avif][Math.floor(random() * 4)] ?? png;
    return whole.subarray(0, 1 + Math.floor(random() * 40));
  },
  'picture with broken bytes': (random) => {
    const bytes = Buffer.from([png, jpeg, gif, webp, avif][Math.floor(random() * 5)] ?? png);
    for (let times = 0; times < 8; times += 1)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    return bytes;
  },
  'picture without a size': () => withSize(png, 16, 0, 0),
  'picture of a billion pixels': () => withSize(png, 16, 60_000, 60_000),
  'AVIF with boxes in circles': (random) =>
    Buffer.concat([avif.subarray(0, 32), noise(random, 9_000)]),
  noise: (random) => noise(random, 1 + Math.floor(random() * 4_000)),
  'too much': (random) =>
    Buffer.alloc(limits.attachmentBytes + 1 + Math.floor(random() * 9_999), png),
  nothing: () => Buffer.alloc(0),
};

const types = [
  ...['image/png', 'image/svg+xml', 'text/html', 'application/xhtml+xml', 'text/javascript'],
  ...['application/octet-stream', 'image/png; charset=x', 'multipart/form-data', '*/*', ''],
];

const encoded = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;

const dispositions: Record<string, string> = {
  plain: encoded('cat.png'),
  'CR and LF': encoded('cat.png\r\nContent-Type: text/html\r\n\r\n<script>pwned</script>'),
  'CR and LF, raw escapes': "attachment; filename*=UTF-8''cat%0d%0aSet-Cookie:%20a=b.png",
  'a path upwards': encoded('../../../../etc/passwd'),
  'a path of Windows': encoded('..\\..\\windows\\system32\\cat.exe'),
  'a path in quotes': 'attachment; filename="../../cat.html"',
  'right to left': encoded('cat\u202egnp.exe'),
  'isolates and marks': encoded('\u2066\u200fcat\u2069\u061c.\u202bhtml'),
  'control characters': encoded('c\0a\u0007t\u001b[31m\u007f\u0085.png'),
  'line separators': encoded('cat\u2028.\u2029png'),
  quotes: encoded('cat"; filename="evil.html'),
  'quotes, escaped': 'attachment; filename="cat\\"; filename=\\"evil.html"',
  markup: encoded('<img src=x onerror=alert(1)>.svg'),
  'a long name': encoded(`${'漢😀'.repeat(500)}.html`),
  'a device of Windows': encoded('COM1.png'),
  'a device of Windows, bare': encoded('nul'),
  'a stream of Windows': encoded('cat.png::$DATA'),
  'a bomb by its name': encoded('42.zip'),
  'two endings': encoded('cat.png.html'),
  'spaces before the ending': encoded(`cat.png${' '.repeat(200)}.exe`),
  'only dots': encoded('...'),
  'only marks': encoded('\u202e\u2066\r\n'),
  'a folder': encoded('folder/'),
  'two names': "attachment; filename=a.png; filename*=UTF-8''b.html",
  'inline asked for': "inline; filename*=UTF-8''cat.html",
  'bytes that are no UTF-8': "attachment; filename*=UTF-8''cat%c0%ae%c0%ae%2f.png",
  'half a character': "attachment; filename*=UTF-8''%ED%A0%80.png",
  'half an escape': "attachment; filename*=UTF-8''cat%",
  'no name': 'attachment',
};

const anyOf = <Item>(items: readonly Item[], random: Random): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to choose from.');
  return item;
};

/** So many files: each content and each name in turn, paired as chance has it. */
export function* hostileFiles(count: number, random: Random): Generator<HostileFile> {
  const kinds = Object.entries(contents);
  const names = Object.entries(dispositions);
  for (let made = 0; made < count; made += 1) {
    const [content, bytes] = kinds[made % kinds.length] ?? anyOf(kinds, random);
    // A step that shares no factor with the number of contents brings every pair about in time.
    const [called, disposition] = names[(made * 7 + Math.floor(random() * 3)) % names.length] ?? [];
    yield {
      kind: `${content}, called ${called}`,
      bytes: bytes(random),
      type: anyOf(types, random),
      disposition: disposition ?? '',
    };
  }
}
