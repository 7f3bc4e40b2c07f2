import { html, nothing, type LitElement } from 'lit';
import type { ReportOutbox, WaitingReport } from '../stores/report-outbox/report-outbox.js';
import type { Session } from '../stores/session.js';
import { clockIcon, warningIcon } from './icons.js';
import { Later } from './later.js';
import type { Locale } from './locale.js';
import { StoreController } from './store-controller.js';

interface MarkedHost extends LitElement {
  readonly session: Session | undefined;
}

/** By the session, which has it sent from here whether or not a tag shows it. */
const fetchOutbox = async () =>
  (await import('../stores/report-outbox/report-outbox.js')).reportOutboxOf;

/** The reports that wait to be sent, for a tag that shows where others stand. */
export class WaitingMarks {
  readonly #outbox: StoreController<ReportOutbox>;

  constructor(host: MarkedHost) {
    const later = new Later(host, fetchOutbox);
    this.#outbox = new StoreController(host, (session) =>
      session.connection.snapshot.visitor ? undefined : later.piece?.(session),
    );
  }

  /** The same list as long as nothing has changed in it. */
  get entries(): readonly WaitingReport[] {
    return this.#outbox.snapshot?.entries ?? none;
  }

  /** That one of these waits, or was refused. */
  badge(isMeant: (entry: WaitingReport) => boolean, locale: Locale): unknown {
    const entry = this.entries.find(isMeant);
    if (!entry) return nothing;
    return entry.state === 'refused'
      ? html`<span class="badge rejected">${warningIcon()}${locale.term('reportUnsent')}</span>`
      : html`<span class="badge">${clockIcon()}${locale.term('reportWaits')}</span>`;
  }
}

const none: readonly WaitingReport[] = [];
