import type { Locale } from '../../../base/locale.js';
import type { Author } from '../../../contract/message.js';
import type { ConversationSnapshot } from '../../../stores/dialogue/conversation.js';
import type { Session } from '../../../stores/session.js';
import type { FilesOf } from '../rows/attachments.js';
import type { InPlace, Layout } from '../rows/layout.js';

/** What the log shows. */
export interface LogView {
  readonly snapshot: ConversationSnapshot;
  /** Who reads; null until it is known, and the log then shows that it loads. */
  readonly me: Author | null;
  readonly locale: Locale;
  /** How the rows stand; undefined while their code is on its way. */
  readonly layout: Layout | undefined;
  readonly inPlace: InPlace | undefined;
  readonly session: Session;
  /** Draws the files of a line; undefined while there are none, or its code is on its way. */
  readonly filesOf: FilesOf | undefined;
  /** Whether the backend lets own messages be taken back. */
  readonly withdrawal: boolean;
  /** Who will read what is written here. */
  readonly readers: string;
}
