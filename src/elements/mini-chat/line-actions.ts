import { ApiError } from '../../api/api-error.js';
import type { Composer } from './composer/composer.js';
import type { DialogueRequests, DialogueView } from './dialogue-view.js';
import type { Action } from './rows/message-parts.js';
import type { MessageLog } from './log/message-log.js';
import type { Replying } from './replying.js';
import { textOf } from './rows/timeline.js';

/** The parts of the dialogue that an action works with. */
export interface ActionPlace {
  readonly requests: DialogueRequests;
  readonly log: MessageLog;
  readonly replying: Replying;
  readonly composer: () => Composer | undefined;
  readonly view: () => DialogueView | undefined;
}

/** What can be done in the log and with its lines. */
export class LineActions {
  readonly #place: ActionPlace;

  constructor(place: ActionPlace) {
    this.#place = place;
  }

  /** `line` is the row that the control stands in. */
  act(action: Action, line: string): void {
    const { requests, log, composer, view } = this.#place;
    switch (action) {
      case 'reply':
        return this.#reply(line);
      case 'reveal':
        return void this.#reveal(line);
      case 'withdraw':
        return void this.#withdraw(line);
      case 'resend':
        requests.resend(line);
        return composer()?.focus();
      case 'discard':
        void view()?.store.discard(line);
        return composer()?.focus();
      case 'earlier':
        log.focus();
        return void view()?.store.loadEarlier();
      case 'newest':
        log.pin();
        return log.focus();
    }
  }

  #reply(id: string): void {
    const line = this.#place.view()?.snapshot.items.find((candidate) => candidate.id === id);
    void this.#place.replying.begin((line && textOf(line)) ?? null);
  }

  async #reveal(id: string): Promise<void> {
    // The focus is also what marks the row.
    (await this.#place.log.reveal(id))?.focus({ preventScroll: true });
  }

  /** The row stays, and has the focus that the control had. */
  async #withdraw(id: string): Promise<void> {
    const { log, requests, view } = this.#place;
    const { session, reportId } = view()!;
    log.rowOf(id)?.focus({ preventScroll: true });
    const { withdrawMessage } = await import('../../stores/dialogue/withdrawal.js');
    await withdrawMessage(session, reportId, id).catch((error: unknown) => {
      requests.fail(ApiError.from(error));
    });
  }
}
