import type { Hono } from 'hono';
import * as v from 'valibot';
import { id } from '../../contract/values.js';
import type { Database } from '../database/database.js';
import { readSite } from '../database/in-site.js';
import { byteRange, type ByteRange } from '../files/byte-range.js';
import { disposition } from '../files/file-name.js';
import type { FileStore } from '../files/file-store.js';
import type { Links, Signed } from '../files/links.js';
import { Refusal } from '../problems.js';
import { readFile } from '../queries/attachment.js';

const linkSchema = v.object({
  id,
  site: v.string(),
  expires: v.pipe(v.string(), v.regex(/^\d{1,12}$/), v.transform(Number)),
  signature: v.string(),
});

type File = NonNullable<Awaited<ReturnType<typeof readFile>>>;

/** What signed links lead to. No token: a tag that shows a picture cannot send one. */
export function fileRoutes(app: Hono, { kysely }: Database, files: FileStore, links: Links): void {
  app.get('/files/:id', async ({ req }) => {
    const link = await trusted(links, { ...req.query(), id: req.param('id') });
    const { site } = link;
    const file = await readSite(kysely, site, (transaction) =>
      readFile(transaction, site, link.id),
    );
    if (!file) throw new Refusal('not-found');
    const range = unchanged(file, req.header('If-Range'))
      ? byteRange(req.header('Range'), file.size)
      : undefined;
    const bytes = await files.read({ site, key: file.key }, range);
    const headers = { ...headersOf(file, link), ...(range && headersOfPart(range, file)) };
    return new Response(bytes, { status: range ? 206 : 200, headers });
  });
}

/** The bytes of an id never change. */
const tagOf = ({ id }: File): string => `"${id}"`;

const unchanged = (file: File, tag = tagOf(file)): boolean => tag === tagOf(file);

/** So that a download that broke off can go on (RFC 9110, 14.4). */
const headersOfPart = ({ first, last }: ByteRange, { size }: File) => ({
  'Content-Length': String(last + 1 - first),
  'Content-Range': `bytes ${first}-${last}/${size}`,
});

/** Whatever is wrong with a link, it leads nowhere. */
async function trusted(links: Links, given: Record<string, string>): Promise<Signed> {
  const parsed = v.safeParse(linkSchema, given);
  if (!parsed.success) throw new Refusal('not-found');
  const { signature, ...link } = parsed.output;
  if (!(await links.holds(link, signature))) throw new Refusal('not-found');
  return link;
}

/**
 * Whatever the bytes are, they run nothing: their type is the one that they were found to have,
 * no browser guesses another, and opened by themselves they are in a sandbox. A picture may be
 * shown on the pages of other origins, which is what it is for.
 */
function headersOf(file: File, { expires }: Signed) {
  const { name, type, size, width } = file;
  const left = Math.floor(expires - Date.now() / 1_000) - 1;
  return {
    'Content-Type': type ?? 'application/octet-stream',
    'Content-Length': String(size),
    'Accept-Ranges': 'bytes',
    ETag: tagOf(file),
    'Content-Disposition': disposition(width === null ? 'attachment' : 'inline', name),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': `private, max-age=${Math.max(left, 0)}`,
  };
}
