import { css, html, nothing, type LitElement, type TemplateResult } from 'lit';
import { Attaching, fileStyles, fileTrayStyles } from '../../../base/files/attaching.js';
import { sendIcon } from '../../../base/icons.js';
import { speak, type Locale } from '../../../base/locale.js';
import { composerWords } from '../../../locales/en/composer.js';
import { limits } from '../../../contract/limits.js';
import type { TextMessage } from '../../../contract/message.js';
import type { Session } from '../../../stores/session.js';
import { above, charactersLeft, isCounted } from './composer-parts.js';
import { composerStyles as ownStyles } from './composer.styles.js';
import { Draft } from './draft.js';
import { grow } from './growing.js';
import { Part } from '../part.js';

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
}

/** What the composer asks for. */
export interface ComposerRequests {
  /** Whether the text was taken, with the ids of its files; else all stays where it is. */
  send(text: string, attachments: readonly string[]): boolean;
  cancelReply(): void;
}

type Host = LitElement & { readonly locale: Locale; readonly layout: 'chat' | 'table' };

/** Where a message is written. What is typed renders this part alone, and only what it changes. */
export class Composer extends Part {
  readonly #host: Host;
  readonly #requests: ComposerRequests;
  #view: ComposerView | undefined;
  #draft: Draft | undefined;
  #kept: Promise<unknown> | undefined;
  #attaching: Attaching | undefined;
  #drawn = '';

  /** It can be seen before the dialogue is there. */
  constructor(host: Host, root: HTMLElement, requests: ComposerRequests) {
    super(root);
    this.root.part = 'composer';
    this.root.addEventListener('focusout', () => void this.keep());
    this.#host = host;
    this.#requests = requests;
    this.draw();
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

  /** Keeps at once what is typed. */
  async keep(): Promise<void> {
    await this.#draft?.keep();
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

  get #isEmpty(): boolean {
    return this.#text.trim() === '' && !this.#attaching?.items.length;
  }

  get #cannotGo(): boolean {
    return this.#isEmpty || this.#isTooLong || Boolean(this.#attaching?.isBlocked);
  }

  /** Another dialogue has another draft. What is typed before it is there wins. */
  async #open({ session, reportId }: ComposerView): Promise<void> {
    const before = (this.#kept = Promise.all([this.#kept, this.#draft?.keep()]));
    const draft = (this.#draft = new Draft(session, placeOf(reportId)));
    this.#fill('');
    await before;
    const text = await draft.recall();
    if (text && draft === this.#draft && this.#text === '') this.#fill(text);
  }

  #fill(text: string): void {
    if (!this.#field) return;
    this.#field.value = text;
    this.#changed();
  }

  #typed = (): void => {
    this.#draft?.write(this.#text);
    this.#changed();
  };

  /** Most keys change nothing but the text. */
  #changed(): void {
    grow(this.#field!);
    if (this.#effect !== this.#drawn) this.draw();
  }

  /** What the text changes around itself. */
  get #effect(): string {
    const { length } = this.#text;
    return `${this.#cannotGo} ${isCounted(length) && length}`;
  }

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
    void this.keep();
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
    const { locale, layout } = this.#host;
    const tray = this.#attaching?.tray();
    const reply = this.#view?.reply;
    this.#drawn = this.#effect;
    // Each space between the tags would be a node of its own.
    // prettier-ignore
    return html`<form @submit=${this.#submit} @keydown=${this.#key}
      >${above({ reply, tray, locale, layout, cancel: this.#requests.cancelReply })}<div class="write"
        >${this.#attaching?.button()}<textarea
          id="text"
          class="field"
          part="field"
          rows="1"
          aria-label=${layout === 'chat' ? locale.term('leaveReply') : nothing}
          placeholder=${locale.term('writeMessage')}
          .enterKeyHint=${'send'}
          aria-describedby="keys count"
          aria-invalid=${this.#isTooLong ? 'true' : 'false'}
          @input=${this.#typed}
        ></textarea
        ><button
          class="dispatch"
          part="send"
          type="submit"
          aria-label=${locale.term('send')}
          aria-disabled=${this.#cannotGo ? 'true' : 'false'}
        >${sendIcon()}</button
      ></div
      ><p class="hint"
        ><span id="keys" class="keys" .textContent=${locale.term('sendKeys')}></span
        >${charactersLeft(this.#text.length, locale)}</p
    ></form>`;
  }
}

/** What is begun in a dialogue, text and files, is kept under this. */
const placeOf = (reportId: string): string => `message ${reportId}`;

speak(composerWords);
