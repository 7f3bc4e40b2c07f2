import { ApiError, type ErrorCode } from '../../api/api-error.js';
import type { MessageRequest } from '../../contract/message.js';

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

/** A message that the server has not yet acknowledged. */
export interface Waiting extends Written {
  /** A refused one stays until somebody retries or discards it, and holds back those behind it. */
  readonly state: 'waiting' | 'refused';
  /** Why the last attempt failed. */
  readonly problem: ApiError | null;
}

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

/** Ids grow with the time of typing: RFC 9562, version 7. */
export const inOrder = (entries: Iterable<Waiting>): Waiting[] =>
  [...entries].sort((one, other) => (one.id < other.id ? -1 : 1));
