import type { SiteTransaction } from '../database/in-site.js';
import type { Format } from './format.js';
import type { ExportPage, Place, Source } from './source.js';

/** Rows that are read at once: what a process holds of an export, however long it is. */
const pageRows = 500;

export type Read = <Result>(
  work: (transaction: SiteTransaction) => Promise<Result>,
) => Promise<Result>;

/** A file in pieces. Each page is read when the one before is gone, and no transaction waits. */
async function* pieces<Row extends object>(
  read: Read,
  site: string,
  { columns, page }: Source<Row>,
  { head, lines, end }: Format,
): AsyncGenerator<string, void> {
  yield head(columns);
  let count = 0;
  let place: Place | null = null;
  do {
    const from: Place | null = place;
    const next: ExportPage<Row> = await read((transaction) =>
      page(transaction, site, from, pageRows),
    );
    count += next.rows.length;
    yield lines(columns, next.rows);
    place = next.last;
  } while (place);
  yield end(count);
}

/**
 * A file as it is read. Nothing is read ahead of a slow reader, and nothing after one who has gone.
 * When something fails the stream does, so that nobody takes what has come for the whole.
 */
export function exportStream<Row extends object>(
  read: Read,
  site: string,
  source: Source<Row>,
  format: Format,
  onError: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const file = pieces(read, site, source, format);
  const encoder = new TextEncoder();
  let isLeft = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { value, done } = await file.next();
          // Whoever has gone while a page was read wants it no more.
          if (isLeft) return;
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          onError(error);
          throw error;
        }
      },
      async cancel() {
        isLeft = true;
        await file.return();
      },
    },
    { highWaterMark: 0 },
  );
}
