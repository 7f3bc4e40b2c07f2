import type { SiteTransaction } from '../database/in-site.js';
import type { Note, Span } from './notes.js';

/** One look at the figures of a site, at one moment. */
export interface Look {
  transaction: SiteTransaction;
  site: string;
  /** What happened lately and is not in the sums. */
  notes: readonly Note[];
  /** The period that was asked for. */
  span: Span;
}
