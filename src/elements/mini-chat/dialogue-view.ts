import type { LitElement } from 'lit';
import type { ApiError } from '../../api/api-error.js';
import type { Locale } from '../../base/locale.js';
import type { Author } from '../../contract/message.js';
import type {
  ConversationSnapshot,
  ConversationStore,
} from '../../stores/dialogue/conversation.js';
import type { Session } from '../../stores/session.js';

export interface DialogueHost extends LitElement {
  readonly locale: Locale;
  readonly layout: 'chat' | 'table';
}

/** What the dialogue asks its tag for. */
export interface DialogueRequests {
  /** Whether the message was taken; else it stays in the composer. */
  send(text: string, replyTo: string | null, attachments: readonly string[]): boolean;
  resend(id: string): void;
  /** Something that was asked for did not happen. */
  fail(problem: ApiError): void;
}

/** What is talked about, and by whom. */
export interface DialogueView {
  readonly session: Session;
  readonly reportId: string;
  readonly store: ConversationStore;
  readonly snapshot: ConversationSnapshot;
  readonly me: Author | null;
}
