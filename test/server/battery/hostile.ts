import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Attachment } from '../../../src/contract/attachment.js';
import { limits } from '../../../src/contract/limits.js';
import type { Person } from '../../support/people.js';
import { refuses, Site, type Backend } from '../../support/site.js';
import { bytesOf, follow, linkTo, send } from '../../support/uploads.js';
import { hostileFiles, type HostileFile } from '../attachments/hostile-files.js';
import { randomOf, seed } from '../races/race.js';

const count = 300;

/** What tells a picture by its first bytes, written down a second time and otherwise. */
const beginnings: Record<string, RegExp> = {
  'image/png': /^\x89PNG\r\n\x1a\n/,
  'image/jpeg': /^\xff\xd8\xff/,
  'image/gif': /^GIF8[79]a/,
  'image/webp': /^RIFF[^]{4}WEBP/,
  'image/avif': /^[^]{4}ftypavi[fs]/,
};

/** What a download may be called: of these a browser runs none. */
const neverRun =
  /^(application\/(octet-stream|pdf|zip|vnd\.(openxml|oasis)[\w.-]+)|(audio|video)\/\w+|image\/hei[cf])$/;

/** Pictures by their first bytes, and still not to be shown. */
const neverShown = /^picture (without a size|of a billion)/;

const deceiving = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}/\\]/u;

/** Whether it gives a name at all: one that cannot be read is refused before the bytes are. */
const named = (disposition: string): boolean => !/^attachment$|%$|%c0|%ED/.test(disposition);

/** The name that a browser would save it under. */
const savedAs = (header: string): string =>
  decodeURIComponent(/filename\*=UTF-8''([^;\s]+)$/.exec(header)?.[1] ?? '');

function checkName(name: string): void {
  assert.ok(name.length >= 1 && name.length <= 120 && name.isWellFormed(), name);
  assert.doesNotMatch(name, deceiving);
  assert.doesNotMatch(name, /^[\s.]|[\s.]$|\s\s/);
  assert.doesNotMatch(name, /^(com1|nul)(\.|$)/i);
}

async function checkServed(file: HostileFile, answer: Attachment, response: Response) {
  const header = (name: string) => response.headers.get(name) ?? '';
  const shown = answer.width !== undefined;
  assert.equal(response.status, 200);
  assert.equal(header('content-type'), answer.type);
  assert.equal(header('x-content-type-options'), 'nosniff');
  assert.equal(header('content-security-policy'), "sandbox; default-src 'none'");
  assert.equal(header('cross-origin-resource-policy'), 'cross-origin');
  assert.match(header('cache-control'), /^private, max-age=\d+$/);
  const kind = shown ? 'inline' : 'attachment';
  const disposition = header('content-disposition');
  assert.match(
    disposition,
    new RegExp(`^${kind}; filename="[\\w .-]*"; filename\\*=UTF-8''[^;\\s]+$`),
  );
  assert.equal(savedAs(disposition), answer.name);
  checkName(answer.name);
  assert.match(answer.type, shown ? /^image\/(png|jpeg|gif|webp|avif)$/ : neverRun);
  assert.ok(!shown || !neverShown.test(file.kind));
  if (shown) assert.match(file.bytes.toString('latin1'), beginnings[answer.type] ?? /$^/);
  assert.ok((await bytesOf(response)).equals(file.bytes));
}

/** Files that mean harm: refused, or kept and served so that they can do none. */
export const hostile = (backend: () => Backend): void => {
  describe('hostile files', () => {
    test(`${count} of them`, async (t) => {
      const site = new Site(backend());
      const outcomes = { pictures: 0, downloads: 0, refused: 0 };
      const suspects: string[] = [];
      let index = 0;
      for (const file of hostileFiles(count, randomOf(seed))) {
        // Nobody may have so many waiting.
        const sender: Person = await site.as(`sender-${Math.floor(index++ / 20)}`, 'member');
        try {
          outcomes[await judge(sender, file)] += 1;
        } catch (error) {
          suspects.push(`${file.kind}, said to be "${file.type}": ${String(error)}`);
        }
      }
      t.diagnostic(`seed ${seed}; ${index} files: ${JSON.stringify(outcomes)}`);
      assert.deepEqual(suspects, []);
      assert.equal(index, count);
      for (const [outcome, times] of Object.entries(outcomes)) assert.ok(times > 9, outcome);
    });

    async function judge(
      sender: Person,
      { type, disposition, ...file }: HostileFile,
    ): Promise<'pictures' | 'downloads' | 'refused'> {
      const headers = { 'content-type': type };
      const answer = await send(sender, file.bytes, { disposition, headers });
      if (!answer.ok) {
        const { code } = answer.problem;
        refuses(answer, code === 'too-large' ? code : 'invalid');
        assert.equal(code === 'too-large', file.kind.startsWith('too much') && named(disposition));
        assert.ok(!/cat|canary|pwned|etc/.test(answer.text), answer.text);
        return 'refused';
      }
      const response = await follow(sender, await linkTo(sender, answer.body.id));
      await checkServed({ type, disposition, ...file }, answer.body, response);
      return answer.body.width === undefined ? 'downloads' : 'pictures';
    }

    test('what is refused leaves nothing behind', async () => {
      const site = new Site(backend());
      const mia = await site.mia();
      const before = await site.dump();
      const refused: string[] = [];
      for (const { kind, bytes, disposition } of hostileFiles(count, randomOf(seed))) {
        const harmless = bytes.byteLength <= limits.attachmentBytes && bytes.byteLength > 0;
        if (harmless && !/called (no name|half|bytes)/.test(kind)) continue;
        refused.push((await send(mia, bytes, { disposition })).problem.code);
      }
      assert.ok(refused.length > 30);
      assert.deepEqual([...new Set(refused)].sort(), ['invalid', 'too-large']);
      assert.equal(await site.dump(), before);
    });
  });
};
