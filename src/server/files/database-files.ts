import type { Kysely } from 'kysely';
import { inSite, readSite } from '../database/in-site.js';
import type { Tables } from '../database/tables.js';
import { pieceBytes } from './intake.js';
import type { FileStore, Place } from './file-store.js';

/**
 * Keeps files in the database, piece by piece. Each piece is a transaction of its own, so that a
 * slow sender or reader never holds a connection; they go with the row of the attachment.
 */
export function databaseFiles(kysely: Kysely<Tables>): FileStore {
  return {
    async write({ site, key }, pieces) {
      let n = 0;
      for await (const bytes of pieces) {
        const piece = { site, key, n: n++, bytes };
        await inSite(kysely, site, (transaction) =>
          transaction.insertInto('attachment_piece').values(piece).execute(),
        );
      }
    },
    async read(place, { first, last } = { first: 0, last: Infinity }) {
      let n = Math.floor(first / pieceBytes);
      return new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            const start = n * pieceBytes;
            const bytes = start <= last ? await readPiece(kysely, place, n) : undefined;
            if (!bytes) return controller.close();
            n += 1;
            controller.enqueue(bytes.subarray(Math.max(first - start, 0), last + 1 - start));
          },
        },
        // Read when it is asked for, and not sooner.
        { highWaterMark: 0 },
      );
    },
    remove: () => Promise.resolve(),
  };
}

const readPiece = (
  kysely: Kysely<Tables>,
  { site, key }: Place,
  n: number,
): Promise<Uint8Array | undefined> =>
  readSite(kysely, site, async (transaction) => {
    const row = await transaction
      .selectFrom('attachment_piece')
      .where('site', '=', site)
      .where('key', '=', key)
      .where('n', '=', n)
      .select('bytes')
      .executeTakeFirst();
    return row?.bytes;
  });
