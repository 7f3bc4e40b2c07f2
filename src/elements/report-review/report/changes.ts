import type { LitElement } from 'lit';
import { Later } from '../../../base/later.js';
import { Shown } from '../../../base/shown.js';
import type { ReportSummary, Round } from '../../../contract/report.js';
import type { changedText } from './changed-text.js';

/** What a revision has changed, and whether the reviewer wants to see that. */
export interface ChangesView {
  readonly isShown: boolean;
  readonly toggle: () => void;
  /** The text with its changes marked. */
  readonly text: unknown;
}

interface ChangesHost extends LitElement {
  readonly locale: { lang(): string };
}

/** Marks in a revised text what has changed since the round before. */
export class Changes {
  readonly #host: ChangesHost;
  readonly #mark: Later<typeof changedText>;
  readonly #shown = new Shown();
  #drawn: unknown;
  #isShown = true;

  constructor(host: ChangesHost) {
    this.#host = host;
    this.#mark = new Later(host, async () => (await import('./changed-text.js')).changedText);
  }

  /** Undefined while there is nothing to compare with. */
  of(
    { round, text }: ReportSummary,
    rounds: readonly Round[] | undefined,
  ): ChangesView | undefined {
    const before = rounds?.findLast(({ n }) => n < round);
    if (!before || before.text === text) return undefined;
    const marked = this.#marked(before.text, text);
    if (!marked) return undefined;
    const isShown = this.#isShown;
    return { isShown, toggle: () => this.#toggle(), text: isShown && marked };
  }

  /** Compared once, however often it is drawn. */
  #marked(before: string, after: string): unknown {
    const mark = this.#mark.piece;
    const lang = this.#host.locale.lang();
    if (this.#shown.isOther(mark, before, after, lang)) this.#drawn = mark?.(before, after, lang);
    return this.#drawn;
  }

  #toggle(): void {
    this.#isShown = !this.#isShown;
    this.#host.requestUpdate();
  }
}
