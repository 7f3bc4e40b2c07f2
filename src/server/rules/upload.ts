import { sql, type Selectable } from 'kysely';
import { v4 as random } from 'uuid';
import type { Attachment } from '../../contract/attachment.js';
import type { Asker } from '../authentication.js';
import type { SiteTransaction } from '../database/in-site.js';
import type { Tables } from '../database/tables.js';
import { contentOf } from '../files/content.js';
import type { FileStore, Place } from '../files/file-store.js';
import type { Intake } from '../files/intake.js';
import { Refusal } from '../problems.js';
import { begin, sweep } from './waiting.js';

type Run = <Result>(work: (transaction: SiteTransaction) => Promise<Result>) => Promise<Result>;
type Row = Selectable<Tables['attachment']>;

/** A file that somebody sends. */
export interface Upload {
  id: string;
  name: string;
  intake: Intake;
}

/**
 * Takes a file in, outside any transaction: its sender may be slow. An attempt is written down
 * first, the bytes follow it, and the first attempt that is completed has the id.
 */
export class Uploads {
  readonly #run: Run;
  readonly #asker: Asker;
  readonly #files: FileStore;

  constructor(run: Run, asker: Asker, files: FileStore) {
    this.#run = run;
    this.#asker = asker;
    this.#files = files;
  }

  async take(upload: Upload): Promise<Attachment> {
    const earlier = await this.#completed(upload.id);
    if (earlier && earlier.member_id !== this.#asker.id) throw new Refusal('id-conflict');
    if (earlier) {
      await drain(upload.intake);
      return this.#repeat(earlier, upload);
    }
    const place = await this.#begin(upload);
    try {
      await this.#files.write(place, upload.intake.pieces());
      const row = await this.#complete(place, upload);
      if (row) return toAttachment(row);
    } catch (error) {
      // What cannot be given up is swept in its time; the sender learns of the first fault.
      await this.#giveUp(place).catch(() => {});
      throw error;
    }
    await this.#giveUp(place);
    return this.#repeat(await this.#completed(upload.id), upload);
  }

  #completed(id: string): Promise<Row | undefined> {
    const { site } = this.#asker;
    return this.#run((transaction) =>
      transaction
        .selectFrom('attachment')
        .where('site', '=', site)
        .where('id', '=', id)
        .where('completed_at', 'is not', null)
        .selectAll()
        .executeTakeFirst(),
    );
  }

  /** The same file again, or another one under its id. */
  #repeat(earlier: Row | undefined, { name, intake }: Upload): Attachment {
    if (!earlier) throw new Refusal('unavailable');
    const same =
      earlier.member_id === this.#asker.id &&
      earlier.name === name &&
      earlier.size === intake.size &&
      earlier.digest?.join() === intake.digest.join();
    if (!same) throw new Refusal('id-conflict');
    return toAttachment(earlier);
  }

  async #begin({ id, name, intake }: Upload): Promise<Place> {
    const { site } = this.#asker;
    const key = random();
    const swept = await this.#run(async (transaction) => {
      const keys = await sweep(transaction, site);
      await begin(transaction, this.#asker, { key, id, name, size: intake.expected });
      return keys;
    });
    await this.#files.remove(swept.map((old) => ({ site, key: old })));
    return { site, key };
  }

  /** Undefined if another attempt has got the id meanwhile. */
  async #complete(place: Place, { intake }: Upload): Promise<Row | undefined> {
    const content = await contentOf(intake.head);
    try {
      return await this.#run((transaction) =>
        transaction
          .updateTable('attachment')
          .set({
            ...content,
            size: intake.size,
            digest: intake.digest,
            completed_at: sql`clock_timestamp()`,
          })
          .where('site', '=', place.site)
          .where('key', '=', place.key)
          .returningAll()
          .executeTakeFirstOrThrow(() => new Refusal('unavailable')),
      );
    } catch (error) {
      if (isTaken(error)) return undefined;
      throw error;
    }
  }

  async #giveUp(place: Place): Promise<void> {
    await this.#run((transaction) =>
      transaction
        .deleteFrom('attachment')
        .where('site', '=', place.site)
        .where('key', '=', place.key)
        .execute(),
    );
    await this.#files.remove([place]);
  }
}

/** PostgreSQL's `unique_violation`: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505';

async function drain(intake: Intake): Promise<void> {
  const pieces = intake.pieces();
  while (!(await pieces.next()).done);
}

const toAttachment = ({ id, name, type, size, width, height }: Row): Attachment => ({
  ...{ id, name, type: type ?? '', size },
  ...(width !== null && height !== null && { width, height }),
});
