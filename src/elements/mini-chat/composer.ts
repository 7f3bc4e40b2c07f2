import { css, html, type LitElement, type TemplateResult } from 'lit';
import { Attaching, fileStyles, fileTrayStyles } from '../../base/attaching.js';
import { sendIcon } from '../../base/icons.js';
import { speak, type Locale } from '../../base/locale.js';
import { composerWords } from '../../locales/en/composer.js';
import { limits } from '../../contract/limits.js';
import type { TextMessage } from '../../contract/message.js';
import type { Session } from '../../stores/session.js';
import { answered, charactersLeft } from './composer-parts.js';
import { composerStyles as ownStyles } from './composer.styles.js';
import { Draft } from './draft.js';
import { Part } from './part.js';

export const composerStyles = css`
  ${fileStyles}
  ${fileTrayStyles}
  ${ownStyles}
`;

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
  /** Whether the text was taken, with the ids of its files; else all stays where it is. */
  send(text: string, attachments: readonly string[]): boolean;
  cancelReply(): void;
}

/** Lines that the field shows at most. */
const lines = 6;

type Host = LitElement & { readonly locale: Locale };

/** Where a message is written. What is typed renders this part alone. */
export class Composer extends Part {
  readonly #requests: ComposerRequests;
  #view: ComposerView | undefined;
  #draft: Draft | undefined;
  #attaching: Attaching | undefined;

  constructor(requests: ComposerRequests) {
    super();
    this.root.className = 'composer';
    this.root.part = 'composer';
    this.#requests = requests;
  }

  show(view: ComposerView): void {
    const former = this.#view;
    this.#view = view;
    this.#attaching ??= new Attaching(this.#host, () => this.draw());
    this.#attaching.show({ session: view.session, place: placeOf(view.reportId) });
    this.draw();
    if (former?.session !== view.session || former.reportId !== view.reportId) {
      void this.#open(view);
    }
  }

  focus(): void {
    this.#field?.focus({ preventScroll: true });
  }

  /** The tag that this part was put into. */
  get #host(): Host {
    return (this.root.getRootNode() as ShadowRoot).host as Host;
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

  get #isEmpty(): boolean {
    return this.#text.trim() === '' && !this.#attaching?.items.length;
  }

  get #cannotGo(): boolean {
    return this.#isEmpty || this.#isTooLong || Boolean(this.#attaching?.isBlocked);
  }

  /** Another dialogue has another draft. What is typed before it is there wins. */
  async #open({ session, reportId }: ComposerView): Promise<void> {
    const draft = (this.#draft = new Draft(session, placeOf(reportId)));
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
    const { items = [], isBlocked = false } = this.#attaching ?? {};
    if (isBlocked) return this.#attaching?.focusBlocked();
    this.focus();
    if (this.#cannotGo) return;
    const ids = items.map(({ id }) => id);
    if (!this.#requests.send(this.#text.trim(), ids)) return;
    this.#attaching?.take();
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
    const { locale, layout, reply } = this.#view!;
    const text = this.#text;
    return html`
      <form @submit=${this.#submit} @keydown=${this.#key}>
        ${answered(reply, locale, () => this.#requests.cancelReply())} ${this.#attaching?.tray()}
        <label class=${layout === 'table' ? 'label' : 'sr-only'} for="text"
          >${locale.term('leaveReply')}</label
        >
        <div class="write">
          ${this.#attaching?.button()}
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
            aria-disabled=${this.#cannotGo ? 'true' : 'false'}
          >
            ${sendIcon()}
          </button>
        </div>
        <p class="hint">
          <span id="keys" class="keys">${locale.term('sendKeys')}</span
          >${charactersLeft(text.length, locale)}
        </p>
      </form>
    `;
  }
}

/** What is begun in a dialogue, text and files, is kept under this. */
const placeOf = (reportId: string): string => `message ${reportId}`;

speak(composerWords);
