import type { ApiError, ErrorCode } from '../api/api-error.js';

/** Every failure that a person is told of, for the host: composed, bubbling, not cancelable. */
export class TaskchatErrorEvent extends Event {
  static readonly eventName = 'taskchat-error';
  /** A stable code: the contract's, or `network`, `timeout`, `token-unavailable` and so on. */
  readonly code: ErrorCode;

  constructor(readonly error: ApiError) {
    super(TaskchatErrorEvent.eventName, { bubbles: true, composed: true });
    this.code = error.code;
  }
}

declare global {
  interface HTMLElementEventMap {
    'taskchat-error': TaskchatErrorEvent;
  }
}
