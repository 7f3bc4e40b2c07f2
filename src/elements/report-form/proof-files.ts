import { nothing, type LitElement } from 'lit';
import type { Attaching } from '../../base/files/attaching.js';
import { addStyles, Later } from '../../base/later.js';
import type { Locale } from '../../base/locale.js';
import { SentFiles } from '../../base/files/sent-files.js';
import type { Attachment } from '../../contract/attachment.js';
import type { Session } from '../../stores/session.js';
import type { DraftPlace } from './report-draft.js';

interface ProofHost extends LitElement {
  readonly locale: Locale;
  readonly session: Session | undefined;
}

/** The files that go along with a report, and those that a report has. */
export class ProofFiles {
  readonly #attaching: Later<Attaching>;
  readonly #sent: SentFiles;

  constructor(host: ProofHost) {
    this.#attaching = new Later(host, async () => {
      const { Attaching, fileStyles, fileTrayStyles } =
        await import('../../base/files/attaching.js');
      addStyles(host, fileStyles, fileTrayStyles);
      return new Attaching(host, () => host.requestUpdate());
    });
    this.#sent = new SentFiles(host);
  }

  /** The button and the tray of the report that is written in this place. */
  picking({ session, key }: DraftPlace): { readonly button: unknown; readonly tray: unknown } {
    const attaching = this.#attaching.piece;
    attaching?.show({ session, place: key });
    return { button: attaching?.button() ?? nothing, tray: attaching?.tray() ?? nothing };
  }

  /** What was sent along. */
  sent(attachments: readonly Attachment[]): unknown {
    return this.#sent.of(attachments);
  }

  /** What is picked here, by its ids. */
  get ids(): readonly string[] {
    return this.#attaching.piece?.items.map(({ id }) => id) ?? [];
  }

  /** Whether some of it is not at the server yet. */
  get areOnTheirWay(): boolean {
    return this.#attaching.piece?.items.some(({ state }) => state !== 'uploaded') ?? false;
  }

  /** Whether somebody has to decide about a file first; it then has the focus. */
  get isBlocked(): boolean {
    const attaching = this.#attaching.piece;
    if (!attaching?.isBlocked) return false;
    attaching.focusBlocked();
    return true;
  }
}
