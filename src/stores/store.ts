import { Loader, type Snapshot } from './loader.js';
import type { Session } from './session.js';

/** Facts of a session: they load while somebody listens, and hear the session's news. */
export abstract class Store<S extends Snapshot> extends Loader<S> {
  protected readonly session: Session;
  #leave = (): void => {};

  constructor(session: Session, initial: S) {
    super(initial);
    this.session = session;
  }

  /** Whether a visitor without a token may see these facts. */
  protected get forVisitors(): boolean {
    return false;
  }

  protected override started(): void {
    if (this.session.connection.snapshot.visitor && !this.forVisitors) return;
    this.#leave = this.session.connection.listen((event) => this.hear(event));
    super.started();
  }

  protected override stopped(): void {
    this.#leave();
    super.stopped();
  }
}
