import { limits } from '../contract/limits.js';
import type { LiveEvent } from '../contract/live.js';
import type { Person } from '../contract/member.js';
import { Observable } from './observable.js';
import type { Session } from './session.js';

/** A reviewer beside the asker, and what they are looking at. */
export interface Looker {
  readonly report: string;
  readonly member: Person;
}

export interface PresenceSnapshot {
  readonly lookers: readonly Looker[];
}

/** Milliseconds for which a report is open before that is told: who leafs through tells nobody. */
const patience = 400;

/** Milliseconds after which it is told again, before the others take it to be over. */
const pace = (limits.lookingSeconds * 2_000) / 3;

const isOf = (one: Looker) => (other: Looker) =>
  one.report === other.report && one.member.id === other.member.id;

/** Which reports other reviewers are looking at: hints, kept nowhere, that end by themselves. */
export class Presence extends Observable<PresenceSnapshot> {
  readonly #session: Session;
  readonly #ends = new Map<Looker, ReturnType<typeof setTimeout>>();
  #leave = (): void => {};
  #report: string | null = null;
  #isTold = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session) {
    super({ lookers: [] });
    this.#session = session;
  }

  /** Tells the others what the asker is looking at; null for nothing any more. */
  look(report: string | null): void {
    if (report === this.#report) return;
    clearTimeout(this.#timer);
    if (this.#isTold) void this.#tell(this.#report, false);
    this.#report = report;
    this.#isTold = false;
    if (report) this.#timer = setTimeout(() => this.#hint(), patience);
  }

  protected override started(): void {
    this.#leave = this.#session.connection.listen((event) => this.#hear(event));
  }

  protected override stopped(): void {
    this.look(null);
    this.#leave();
    for (const looker of this.snapshot.lookers) this.#remove(looker);
  }

  #hint(): void {
    clearTimeout(this.#timer);
    this.#isTold = true;
    void this.#tell(this.#report, true);
    this.#timer = setTimeout(() => this.#hint(), pace);
  }

  async #tell(report: string | null, looking: boolean): Promise<void> {
    const { service } = this.#session.connection.snapshot;
    if (!report || !service?.capabilities.looking) return;
    const client = await this.#session.client();
    client.lookAtReport(report, looking);
  }

  #hear({ type, data }: LiveEvent): void {
    if (type !== 'looking') return;
    const { looking, ...looker } = data;
    const known = this.snapshot.lookers.find(isOf(looker));
    if (known) this.#remove(known);
    if (!looking) return;
    this.#ends.set(
      looker,
      setTimeout(() => this.#remove(looker), limits.lookingSeconds * 1_000),
    );
    this.patch({ lookers: [...this.snapshot.lookers, looker] });
    // Who has just come does not know yet who was there before.
    if (!known && looker.report === this.#report && this.#isTold) this.#hint();
  }

  #remove(looker: Looker): void {
    clearTimeout(this.#ends.get(looker));
    if (!this.#ends.delete(looker)) return;
    this.patch({ lookers: this.snapshot.lookers.filter((other) => other !== looker) });
  }
}

export const presenceOf = (session: Session): Presence =>
  session.store('presence', () => new Presence(session));
