import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** The database role that requests run as: neither owner of a table nor superuser. */
export const serverRole = 'taskchat_server';

/**
 * Creates the role unless the cluster has it, and lets `login` take it on. Roles belong to the
 * whole cluster, where migrations of other databases may do the same at the same moment.
 */
export async function ensureServerRole(owner: Kysely<Tables>, login: string): Promise<void> {
  await sql
    .raw(
      `do $$ begin
         if not exists (select from pg_roles where rolname = '${serverRole}') then
           create role ${serverRole} nologin;
         end if;
       exception when duplicate_object or unique_violation then null;
       end $$`,
    )
    .execute(owner);
  const { rows } = await sql<{ member: boolean; grant: string }>`
    select pg_has_role(${login}, ${serverRole}, 'member') as member,
      format('grant %I to %I', ${serverRole}::text, ${login}::text) as grant`.execute(owner);
  if (rows[0]?.member) return;
  await sql
    .raw(
      `do $$ begin ${rows[0]?.grant}; exception when duplicate_object or unique_violation then null;
       end $$`,
    )
    .execute(owner);
}

/** Refuses a connection that could get round the role's limits. */
export async function checkServerRole(database: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string; mighty: boolean }>`
    select rolname as name, rolsuper or rolbypassrls as mighty
    from pg_roles where rolname = current_user`.execute(database);
  const role = rows[0];
  if (role?.name !== serverRole || role.mighty) {
    throw new Error(`The server must run as the plain role ${serverRole}, not as ${role?.name}.`);
  }
}
