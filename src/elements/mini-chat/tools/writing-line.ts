import { html, nothing } from 'lit';
import { formatter, isolated } from '../../../base/format.js';
import { keysButton } from '../../../base/keys-button.js';
import type { Locale } from '../../../base/locale.js';
import { typingOf, type Typing, type TypingSnapshot } from '../../../stores/dialogue/typing.js';
import { dots } from './dots.js';
import { Part } from '../part.js';
import type { ToolsView } from './tools-view.js';

function wordsFor({ people }: TypingSnapshot, locale: Locale): string {
  if (people.length > 2) return locale.term('severalWriting');
  const list = formatter(Intl.ListFormat, locale.lang());
  return locale.term(
    'writing',
    list.format(people.map(({ name }) => isolated(name))),
    people.length,
  );
}

/**
 * Who is writing, and the way to the list of keys; its room is there also while nobody writes. It is
 * no live region: a hint that comes and goes would talk over what somebody reads or writes, and the
 * message that follows is announced.
 */
export class WritingLine extends Part {
  readonly #showKeys: () => unknown;
  #locale: Locale | undefined;
  #typing: Typing | undefined;
  #leave = (): void => {};

  constructor(root: HTMLElement, showKeys: () => unknown) {
    super(root);
    this.#showKeys = showKeys;
  }

  show({ session, reportId, locale }: ToolsView): void {
    const typing = typingOf(session, reportId);
    this.#locale = locale;
    if (typing !== this.#typing) {
      this.disconnect();
      this.#typing = typing;
      this.connect();
    }
    this.draw();
  }

  /** Tells the others that somebody writes here. */
  hint(): void {
    void this.#typing?.hint();
  }

  connect(): void {
    this.#leave();
    // A hint that goes on takes the place of the one before, in two steps of which none is seen.
    const follow = (): void => queueMicrotask(() => this.draw());
    this.#leave = this.#typing?.subscribe(follow) ?? this.#leave;
  }

  disconnect(): void {
    this.#leave();
    this.#leave = () => {};
  }

  protected override template(): unknown {
    const locale = this.#locale!;
    const snapshot = this.#typing!.snapshot;
    const words = snapshot.people.length ? [dots(), wordsFor(snapshot, locale)] : nothing;
    // Each space between the tags would be a node of its own.
    // prettier-ignore
    return html`<p class="writing" part="writing">${words}</p
      >${keysButton(locale, this.#showKeys)}`;
  }
}
