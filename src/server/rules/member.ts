import type { Kysely } from 'kysely';
import type { Asker } from '../authentication.js';
import { inSite } from '../database/in-site.js';
import type { Tables } from '../database/tables.js';

/** People remembered, at most. Who is forgotten is only written down once more. */
const most = 10_000;

/**
 * Makes everybody who shows a valid token known to their site, and keeps name and picture as the
 * token says. Who was met with the same name and picture costs no query.
 */
export function meeting(kysely: Kysely<Tables>): (asker: Asker) => Promise<void> {
  const met = new Map<string, string>();
  return async ({ site, id, name, picture }) => {
    const key = JSON.stringify([site, id]);
    const looks = JSON.stringify([name, picture]);
    if (met.get(key) === looks) return;
    await inSite(kysely, site, (transaction) =>
      transaction
        .insertInto('member')
        .values({ site, id, name, picture })
        .onConflict((conflict) =>
          conflict
            .columns(['site', 'id'])
            .doUpdateSet({ name, picture })
            .where((eb) =>
              eb.or([
                eb('member.name', 'is distinct from', name),
                eb('member.picture', 'is distinct from', picture),
              ]),
            ),
        )
        .execute(),
    );
    if (met.size >= most) met.clear();
    met.set(key, looks);
  };
}
