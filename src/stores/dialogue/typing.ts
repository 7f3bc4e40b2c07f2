import { limits } from '../../contract/limits.js';
import type { LiveEvent } from '../../contract/live.js';
import { Observable } from '../observable.js';
import type { Session } from '../session.js';

export interface Typist {
  readonly id: string;
  readonly name: string;
}

export interface TypingSnapshot {
  /** Who is writing at this moment, the asker left out. */
  readonly people: readonly Typist[];
}

/** Milliseconds between two hints of the same typing. */
const pause = (limits.typingPause + 1) * 1000;

/** Who is writing in one dialogue: hints, kept nowhere, that end by themselves. */
export class Typing extends Observable<TypingSnapshot> {
  readonly #session: Session;
  readonly #report: string;
  readonly #ends = new Map<string, ReturnType<typeof setTimeout>>();
  #leave = (): void => {};
  #told = 0;

  constructor(session: Session, report: string) {
    super({ people: [] });
    this.#session = session;
    this.#report = report;
  }

  /** Tells the others that the asker is writing. Nothing is lost if that does not arrive. */
  async hint(now = Date.now()): Promise<void> {
    const { service } = this.#session.connection.snapshot;
    if (!service?.capabilities.typing || now - this.#told < pause) return;
    this.#told = now;
    const client = await this.#session.client();
    await client.hintTyping(this.#report).catch(() => {});
  }

  protected override started(): void {
    this.#leave = this.#session.connection.listen((event) => this.#hear(event));
  }

  protected override stopped(): void {
    this.#leave();
    for (const { id } of this.snapshot.people) this.#remove(id);
  }

  #hear(event: LiveEvent): void {
    if (event.type === 'typing' && event.data.report === this.#report) this.#add(event.data.member);
    // Who has said it is no longer writing it.
    if (event.type === 'message') this.#remove(event.data.author.id);
  }

  #add(person: Typist): void {
    this.#remove(person.id);
    const end = setTimeout(() => this.#remove(person.id), limits.typingSeconds * 1000);
    this.#ends.set(person.id, end);
    this.patch({ people: [...this.snapshot.people, person] });
  }

  #remove(id: string): void {
    clearTimeout(this.#ends.get(id));
    if (!this.#ends.delete(id)) return;
    this.patch({ people: this.snapshot.people.filter((person) => person.id !== id) });
  }
}

export const typingOf = (session: Session, report: string): Typing =>
  session.store(`typing ${report}`, () => new Typing(session, report));
