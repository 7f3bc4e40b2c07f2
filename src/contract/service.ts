import * as v from 'valibot';
import { attachmentLimitsSchema } from './attachment.js';

/** What a backend can do beyond the core. The tags do without what is false. */
export const capabilitiesSchema = v.object({
  /** `GET /live`. Without it the tags poll. */
  live: v.boolean(),
  points: v.boolean(),
  /** `PUT /points/corrections/{id}`. */
  corrections: v.boolean(),
  /** `GET /points/board`, on the site of whoever asks. */
  board: v.optional(v.boolean()),
  /** The limits of attachments, if there are any. */
  attachments: v.union([v.literal(false), attachmentLimitsSchema]),
  withdrawal: v.boolean(),
  /** `q` of a dialogue. */
  search: v.boolean(),
  typing: v.boolean(),
  /** `GET /reports/counts`. */
  counts: v.optional(v.boolean()),
  /** `PUT /reports/{id}/look`. */
  looking: v.optional(v.boolean()),
  /** `mine` of `GET /tasks`. */
  mine: v.optional(v.boolean()),
  /** `PUT /tasks/{id}/position`, and the sort `order` of tasks. */
  order: v.optional(v.boolean()),
  /** `opensAt`, `examples` and `reasons` of a task, and placeholders in its link. */
  taskDetails: v.optional(v.boolean()),
  /** `GET /insights`. */
  insights: v.boolean(),
  /** `PUT /tasks/{id}/opening`. */
  openings: v.optional(v.boolean()),
  /** `GET /export/…`. */
  export: v.boolean(),
});

/** What answers at the endpoint. `contract` is 1; a client refuses any other. */
export const serviceSchema = v.object({
  name: v.string(),
  contract: v.literal(1),
  capabilities: capabilitiesSchema,
});
export type Service = v.InferOutput<typeof serviceSchema>;
