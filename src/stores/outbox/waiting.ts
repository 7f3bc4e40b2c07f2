import { ApiError, type ErrorCode } from '../../api/api-error.js';
import type { MessageRequest } from '../../contract/message.js';
import type { Unsent } from './outbox-entries.js';

/** What somebody has written, and to whom. */
interface Written {
  /** The message's own id: it stays when the server's copy takes this one's place. */
  readonly id: string;
  readonly report: string;
  readonly text: string;
  readonly replyTo: string | null;
  /** The ids of the files that go along. */
  readonly attachments: readonly string[];
}

/** A message that waits. A refused one holds back those behind it. */
export type Waiting = Written & Unsent;

type Unsure = Omit<Written, 'attachments'> & Partial<Written>;

/** A message as it lies on the shelf, for this page, for others and for later ones. */
export interface Kept extends Unsure {
  /** Why the server refused it for good. */
  readonly refused?: ErrorCode;
}

/** What was put on the shelf before files could go along says nothing of them. */
export const written = ({ id, report, text, replyTo, attachments = [] }: Unsure): Written => ({
  ...{ id, report, text, replyTo, attachments },
});

export const toKept = (entry: Waiting): Kept =>
  entry.state === 'refused' && entry.problem
    ? { ...written(entry), refused: entry.problem.code }
    : written(entry);

/** As it was already known, if the shelf tells nothing else. */
export const fromKept = (kept: Kept, known: Waiting | undefined): Waiting => {
  const state = kept.refused ? 'refused' : 'waiting';
  if (known?.state === state) return known;
  const problem = kept.refused ? new ApiError(kept.refused) : null;
  return { ...written(kept), state, problem };
};

/** What goes over the wire, the same at each attempt. */
export const requestOf = ({ text, replyTo, attachments }: Written): MessageRequest => ({
  ...{ text, replyTo },
  ...(attachments.length > 0 && { attachments: [...attachments] }),
});
