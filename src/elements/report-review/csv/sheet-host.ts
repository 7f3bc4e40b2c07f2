import type { LitElement } from 'lit';
import type { Locale } from '../../../base/locale.js';
import type { Session } from '../../../stores/session.js';

/** The tag whose reports go through a spreadsheet. */
export interface SheetHost extends LitElement {
  readonly session: Session | undefined;
  readonly locale: Locale;
  /** The one task whose reports are reviewed; empty for all. */
  readonly taskId: string;
}
