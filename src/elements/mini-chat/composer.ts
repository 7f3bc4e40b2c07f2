import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { formatNumber } from '../../base/format.js';
import { crossIcon, replyIcon, sendIcon } from '../../base/icons.js';
import { speak, type Locale } from '../../base/locale.js';
import { composerWords } from '../../locales/en/composer.js';
import { limits } from '../../contract/limits.js';
import type { TextMessage } from '../../contract/message.js';
import type { Session } from '../../stores/session.js';
import { Draft } from './draft.js';
import { quoteWords } from './message-parts.js';
import { Part } from './part.js';

export { composerStyles } from './composer.styles.js';

/** What the composer shows beside what is typed. */
export interface ComposerView {
  readonly session: Session;
  readonly reportId: string;
  /** The message that is answered. */
  readonly reply: TextMessage | null;
  readonly locale: Locale;
  readonly layout: 'chat' | 'table';
}

/** What the composer asks for. */
export interface ComposerRequests {
  /** Whether the text was taken; else it stays in the field. */
  send(text: string): boolean;
  cancelReply(): void;
}

/** Characters left from which on they are counted aloud. */
const few = 500;
const lines = 6;

/** Where a message is written. What is typed renders this part alone. */
export class Composer extends Part {
  readonly #requests: ComposerRequests;
  #view: ComposerView | undefined;
  #draft: Draft | undefined;

  constructor(requests: ComposerRequests) {
    super();
    this.root.className = 'composer';
    this.root.part = 'composer';
    this.#requests = requests;
  }

  show(view: ComposerView): void {
    const former = this.#view;
    this.#view = view;
    this.draw();
    if (former?.session !== view.session || former.reportId !== view.reportId) {
      void this.#open(view);
    }
  }

  focus(): void {
    this.#field?.focus({ preventScroll: true });
  }

  get #field(): HTMLTextAreaElement | null {
    return this.find('textarea');
  }

  get #text(): string {
    return this.#field?.value ?? '';
  }

  get #isTooLong(): boolean {
    return this.#text.length > limits.messageText;
  }

  get #isBlank(): boolean {
    return this.#text.trim() === '';
  }

  /** Another dialogue has another draft. What is typed before it is there wins. */
  async #open({ session, reportId }: ComposerView): Promise<void> {
    const draft = (this.#draft = new Draft(session, reportId));
    this.#fill('');
    const kept = await draft.recall();
    if (kept && draft === this.#draft && this.#text === '') this.#fill(kept);
  }

  #fill(text: string): void {
    if (!this.#field) return;
    this.#field.value = text;
    this.draw();
  }

  #typed = (): void => {
    this.#draft?.write(this.#text);
    this.draw();
  };

  #submit = (event: Event): void => {
    event.preventDefault();
    this.focus();
    if (this.#isBlank || this.#isTooLong || !this.#requests.send(this.#text.trim())) return;
    this.#fill('');
    this.#draft?.write('');
  };

  #key = (event: KeyboardEvent): void => {
    // Safari ends a composition before the key that ended it, and marks that key with 229.
    const isComposing = event.isComposing || event.keyCode === 229;
    if (isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) this.#submit(event);
    if (event.key === 'Escape' && this.#view?.reply) {
      event.stopPropagation();
      this.#requests.cancelReply();
    }
  };

  protected override template(): TemplateResult {
    const { locale, layout } = this.#view!;
    const text = this.#text;
    return html`
      <form @submit=${this.#submit} @keydown=${this.#key}>
        ${this.#reply()}
        <label class=${layout === 'table' ? 'label' : 'sr-only'} for="text"
          >${locale.term('leaveReply')}</label
        >
        <div class="write">
          <textarea
            id="text"
            class="field"
            part="field"
            rows=${Math.min(lines, text.split('\n').length)}
            placeholder=${locale.term('writeMessage')}
            .enterKeyHint=${'send'}
            aria-describedby="keys count"
            aria-invalid=${this.#isTooLong ? 'true' : 'false'}
            @input=${this.#typed}
          ></textarea>
          <button
            class="dispatch"
            part="send"
            type="submit"
            aria-label=${locale.term('send')}
            aria-disabled=${this.#isBlank || this.#isTooLong ? 'true' : 'false'}
          >
            ${sendIcon()}
          </button>
        </div>
        <p class="hint">
          <span id="keys" class="keys">${locale.term('sendKeys')}</span>${this.#count(text.length)}
        </p>
      </form>
    `;
  }

  #count(length: number): TemplateResult {
    const { locale } = this.#view!;
    const left = limits.messageText - length;
    const number = formatNumber(Math.abs(left), locale.lang());
    return html`<span
      id="count"
      class=${left < 0 ? 'number wrong' : 'number'}
      role=${ifDefined(left < 0 ? 'alert' : undefined)}
      >${left < few ? locale.term(left < 0 ? 'charactersOver' : 'charactersLeft', number) : nothing}</span
    >`;
  }

  #reply(): unknown {
    const { reply, locale } = this.#view!;
    if (!reply) return nothing;
    return html`<div class="replying" part="replying">
      ${replyIcon()}
      <p>${quoteWords(reply, locale)}</p>
      <button
        class="button quiet square"
        type="button"
        aria-label=${locale.term('cancelReply')}
        @click=${() => this.#requests.cancelReply()}
      >
        ${crossIcon()}
      </button>
    </div>`;
  }
}

speak(composerWords);
