import type { LitElement } from 'lit';
import type { Locale } from '../../../base/locale.js';
import type { Session } from '../../../stores/session.js';

/** The tag from which tasks are taken in or saved. */
export interface TransferHost extends LitElement {
  readonly locale: Locale;
  readonly session: Session | undefined;
}
