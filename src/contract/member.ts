import * as v from 'valibot';

/** What somebody may do on a site. A token without a role is a member's. */
export const roleSchema = v.picklist(['member', 'reviewer', 'owner']);
export type Role = v.InferOutput<typeof roleSchema>;

/** Somebody as others see them. `id` is the token's `sub`. */
export const personSchema = v.object({
  id: v.string(),
  name: v.string(),
  picture: v.nullable(v.string()),
});
export type Person = v.InferOutput<typeof personSchema>;

/** The bearer of the token. `points` is the balance: the sum of their ledger entries. */
export const meSchema = v.object({
  ...personSchema.entries,
  role: roleSchema,
  points: v.number(),
});
export type Me = v.InferOutput<typeof meSchema>;
