import type { Locale } from '../../../base/locale.js';
import type { Session } from '../../../stores/session.js';

/** What is talked about, and in which words. */
export interface ToolsView {
  readonly session: Session;
  readonly reportId: string;
  readonly locale: Locale;
}
