import type { LitElement, ReactiveController } from 'lit';
import { ApiError } from '../../../api/api-error.js';
import { fetchOnce, Later } from '../../../base/later.js';
import { whenIdle } from '../../../base/when-idle.js';
import type { Locale } from '../../../base/locale.js';
import { StoreController } from '../../../base/store-controller.js';
import type { Report, ReportSummary } from '../../../contract/report.js';
import type {
  Batch,
  Decisions,
  decisionsOf,
  DecisionsSnapshot,
} from '../../../stores/decisions/decisions.js';
import type { Judged, Taken } from '../../../stores/decisions/held.js';
import type { Session } from '../../../stores/session.js';

interface Code {
  readonly decisionsOf: typeof decisionsOf;
}

/** Nothing is decided while it is fetched, and then nothing waits for it. */
const fetchCode = (): Promise<Code> => import('../../../stores/decisions/decisions.js');

/** Seconds in which a decision can be taken back, at most. */
const most = 30;

interface HoldingHost extends LitElement {
  readonly session: Session | undefined;
  readonly locale: Locale;
  readonly undoSeconds: number;
}

/** A decision that was held, and did not come to stand. */
export interface Lost {
  readonly report: ReportSummary;
  readonly problem: ApiError;
}

/** The decisions that can still be taken back, and those that were lost after the reviewer had gone on. */
export class Holding implements ReactiveController {
  lost: readonly Lost[] = [];
  readonly #host: HoldingHost;
  readonly #code: Later<Code>;
  readonly #decisions: StoreController<Decisions>;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: HoldingHost) {
    this.#host = host;
    this.#code = new Later(host, fetchCode);
    this.#decisions = new StoreController(host, (session) => this.#code.here?.decisionsOf(session));
    host.addController(this);
  }

  /** How long a decision is held; 0 sends it at once. */
  get seconds(): number {
    return Math.min(Math.max(this.#host.undoSeconds || 0, 0), most);
  }

  /** That it can be taken back, and how; nothing where it is sent at once. */
  get words(): string {
    return this.seconds > 0 ? this.#host.locale.term('saidHeld', this.seconds) : '';
  }

  /** The last one last. */
  get batches(): readonly Batch[] {
    return this.#decisions.snapshot?.batches ?? [];
  }

  /** Whether there is something to be told of what was decided a moment ago. */
  get isTold(): boolean {
    return this.batches.length > 0 || this.lost.length > 0 || this.sending.all > 1;
  }

  /** How far what is on its way has come. */
  get sending(): DecisionsSnapshot['sending'] {
    return this.#decisions.snapshot?.sending ?? { sent: 0, all: 0 };
  }

  /** What is decided here, and the server does not know yet. */
  get open(): DecisionsSnapshot['open'] | undefined {
    return this.#decisions.snapshot?.open;
  }

  /** Whether the round that is shown is one of them. */
  holds({ id, round }: ReportSummary): boolean {
    return this.open?.get(id)?.report.round === round;
  }

  /** As {@link Decisions.take}, with the seconds that the host has set. */
  async take(session: Session, judged: readonly Judged[]): Promise<readonly Promise<Report>[]> {
    const code = await fetchOnce(fetchCode).catch((cause: unknown) => {
      throw new ApiError('network', { cause });
    });
    this.#host.requestUpdate();
    return code.decisionsOf(session).take(judged, this.seconds);
  }

  undo(): readonly Taken[] {
    return this.#decisions.store?.undo() ?? [];
  }

  lose(report: ReportSummary, problem: ApiError): void {
    this.lost = [...this.lost, { report, problem }];
    this.#host.requestUpdate();
  }

  /** The reviewer knows what became of it. */
  forget(lost: Lost): void {
    this.lost = this.lost.filter((each) => each !== lost);
    this.#host.requestUpdate();
  }

  /** Also for what an earlier page has left to be sent. */
  hostConnected(): void {
    whenIdle(() => void this.#code.fetch());
  }

  /** As long as something is held, the seconds that are left are told. */
  hostUpdated(): void {
    if (this.batches.length === 0) return this.hostDisconnected();
    this.#timer ??= setInterval(() => this.#host.requestUpdate(), 1_000);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
