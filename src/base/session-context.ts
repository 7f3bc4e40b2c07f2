import { createContext } from '@lit/context';
import type { Session } from '../stores/session.js';

/** What a `task-provider` hands to the tags inside it. */
export interface Provided {
  /** Undefined while the provider has no endpoint. */
  readonly session: Session | undefined;
  /** Where a visitor signs in; undefined if the host did not say. */
  readonly signInUrl: string | undefined;
  /** A BCP 47 language for all tags inside; undefined follows the page. */
  readonly locale: string | undefined;
}

/** Shared by every copy of the library on a page. */
export const sessionContext = createContext<Provided>(Symbol.for('taskchat.session'));
