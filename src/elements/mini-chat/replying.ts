import type { LitElement } from 'lit';
import type { TextMessage } from '../../contract/message.js';
import type { Composer } from './composer/composer.js';
import type { InPlace } from './rows/layout.js';
import type { MessageLog } from './log/message-log.js';

interface ReplyingHost extends LitElement {
  readonly layout: 'chat' | 'table';
}

/** Which message is answered, and where the composer and the focus go for that. */
export class Replying {
  readonly #host: ReplyingHost;
  readonly #log: MessageLog;
  readonly #composer: () => Composer | undefined;
  #message: TextMessage | null = null;
  #turn = 0;

  constructor(host: ReplyingHost, log: MessageLog, composer: () => Composer | undefined) {
    this.#host = host;
    this.#log = log;
    this.#composer = composer;
  }

  /** The message that is answered. */
  get message(): TextMessage | null {
    return this.#message;
  }

  /** In the table, a reply is written under what it answers. */
  get inPlace(): InPlace | undefined {
    const isTable = this.#host.layout === 'table';
    const composer = this.#composer()?.root;
    return isTable && this.#message && composer
      ? { key: `composer ${this.#turn}`, replyTo: this.#message.id, composer }
      : undefined;
  }

  async begin(message: TextMessage | null): Promise<void> {
    this.#answer(message);
    await this.#host.updateComplete;
    if (this.inPlace) this.#log.bring(this.inPlace.key);
    this.#composer()?.focus();
  }

  /** After an answer; without a message, whatever it was that was answered. */
  end(): void {
    if (this.inPlace) void this.#leave();
    if (this.#message) this.#answer(null);
  }

  cancel(): void {
    if (this.inPlace) void this.#leave(this.#message?.id);
    else this.#composer()?.focus();
    this.#answer(null);
  }

  /** Another dialogue answers nothing of the former one. */
  forget(): void {
    if (this.#message) this.#answer(null);
  }

  /** Each answer has a row of its own: the former one's may not have left yet. */
  #answer(message: TextMessage | null): void {
    this.#message = message;
    this.#turn += 1;
    this.#host.requestUpdate();
  }

  /** The composer goes back to the end. The focus goes with it, or to the message `id`. */
  async #leave(id = ''): Promise<void> {
    // The update begins with the caller's next step.
    await Promise.resolve();
    await this.#host.updateComplete;
    const control = this.#log.rowOf(id)?.querySelector<HTMLElement>('[data-action=reply]');
    if (control) control.focus();
    else this.#composer()?.focus();
  }
}
