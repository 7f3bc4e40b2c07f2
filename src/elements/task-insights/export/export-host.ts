import type { LitElement } from 'lit';
import type { Locale } from '../../../base/locale.js';
import type { Session } from '../../../stores/session.js';

/** The tag that files are made from. */
export interface ExportHost extends LitElement {
  readonly session: Session | undefined;
  readonly locale: Locale;
}
