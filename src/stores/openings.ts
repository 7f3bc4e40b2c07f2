import type { Session } from './session.js';

/**
 * Tells the backend which tasks a member opens, each once a day (UTC), where it keeps figures. A
 * task that is chosen before it is known who asks is told when that is.
 */
export class Openings {
  readonly #session: Session;
  readonly #told = new Set<string>();
  #unwait = (): void => {};

  constructor(session: Session) {
    this.#session = session;
    const leave = session.selection.subscribe(() => this.#look());
    session.signal.addEventListener('abort', () => {
      leave();
      this.#unwait();
    });
    this.#look();
  }

  #look(): void {
    const { connection, selection } = this.#session;
    const { taskId } = selection.snapshot;
    this.#unwait();
    this.#unwait = () => {};
    if (!taskId) return;
    // Without the code for the way there a hint is lost, and nothing else.
    if (connection.snapshot.status === 'ready') this.#tell(taskId).catch(() => {});
    else this.#unwait = connection.subscribe(() => this.#look());
  }

  async #tell(task: string): Promise<void> {
    const { me, service } = this.#session.connection.snapshot;
    if (me?.role !== 'member' || !service?.capabilities.openings) return;
    const opening = `${task} ${new Date().toISOString().slice(0, 10)}`;
    if (this.#told.has(opening)) return;
    this.#told.add(opening);
    const client = await this.#session.client();
    client.openTask(task);
  }
}

export const openingsOf = (session: Session): Openings =>
  session.store('openings', () => new Openings(session));
