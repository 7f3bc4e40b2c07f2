import type { Kysely } from 'kysely';
import { inSite } from '../database/in-site.js';
import type { Tables } from '../database/tables.js';
import type { FileStore, Place } from './file-store.js';

/**
 * The same store, but nothing that it removes is left in it for ever. The database notes each
 * place whose row goes, and the note goes when the bytes have: a process that dies in between, or
 * a store out of reach, leaves the note for the next upload of the site. `remove` never rejects.
 */
export const withSureRemoval = (kysely: Kysely<Tables>, files: FileStore): FileStore => ({
  write: (place, pieces) => files.write(place, pieces),
  read: (place, range) => files.read(place, range),
  async remove(places) {
    const removals = places.map(async (place) => {
      await files.remove([place]);
      await forget(kysely, place);
    });
    await Promise.allSettled(removals);
  },
});

const forget = (kysely: Kysely<Tables>, { site, key }: Place) =>
  inSite(kysely, site, (transaction) =>
    transaction
      .deleteFrom('file_leftover')
      .where('site', '=', site)
      .where('key', '=', key)
      .execute(),
  );
