import { ApiError } from '../../api/api-error.js';
import { Backoff } from '../../api/backoff.js';
import { inTurn, tabName, whileAwake } from '../../api/tabs.js';
import { coalesced } from '../coalesced.js';
import type { Session } from '../session.js';

/** Milliseconds in which what is on screen is asked for. */
const moment = 100;

/** What is sent in turns, each lane by itself. */
export interface Errand {
  /** What tells these turns from others'. */
  readonly name: string;
  /** The page begins, or is back: until the signal aborts it can hear the other tabs. */
  readonly begin: (awake: AbortSignal) => Promise<void>;
  /**
   * Sends what a lane holds, until nothing is left or an attempt fails.
   * @returns why that failed, if another may succeed
   */
  readonly send: (lane: string, awake: AbortSignal) => Promise<ApiError | null>;
  /** It will be tried again. */
  readonly failed: (lane: string, problem: ApiError) => void;
}

/**
 * The tabs of one identity take turns at each lane: whoever has that of a lane sends what is on the
 * shelf, until nothing is left, an attempt fails, or the tab dies. Without locks they may send the
 * same at the same time, and the server takes it once, by its id.
 */
export class Turns {
  readonly #session: Session;
  readonly #errand: Errand;
  readonly #backoff = new Backoff();
  readonly #pumps = new Map<string, () => void>();
  #awake = AbortSignal.abort();
  #pause = new AbortController();

  constructor(session: Session, errand: Errand) {
    this.#session = session;
    this.#errand = errand;
  }

  /** From here on, until the session ends. */
  start(): void {
    whileAwake(this.#session.signal, (awake) => {
      this.#awake = awake;
      awake.addEventListener('abort', () => this.wake());
      void this.#errand.begin(awake);
    });
  }

  /** Does what can be done only when it is known whose tokens these are. */
  async identified(work: () => Promise<void>): Promise<void> {
    const backoff = new Backoff();
    const awake = this.#awake;
    while (!awake.aborted) {
      try {
        return await work();
      } catch {
        await backoff.wait(this.#pause.signal);
      }
    }
  }

  /** There is something in this lane. */
  pump(lane: string): void {
    const pump = this.#pumps.get(lane) ?? coalesced(() => this.#send(lane));
    this.#pumps.set(lane, pump);
    pump();
  }

  /** Whoever waits for the next attempt goes on at once. */
  wake(): void {
    this.#pause.abort();
    this.#pause = new AbortController();
  }

  /**
   * The backend can be heard again: what waits makes its next attempt. What was kept is looked for
   * a moment later, since what is on screen is asked for now.
   */
  back(look: () => void): void {
    this.wake();
    setTimeout(look, moment);
  }

  /** After a success. */
  succeeded(): void {
    this.#backoff.reset();
  }

  async #send(lane: string): Promise<void> {
    const awake = this.#awake;
    while (!awake.aborted) {
      const problem = await this.#turn(lane, awake).catch(ApiError.from);
      if (!problem) return;
      this.#errand.failed(lane, problem);
      await this.#backoff.wait(this.#pause.signal, problem.retryAfter);
    }
  }

  async #turn(lane: string, awake: AbortSignal): Promise<ApiError | null | undefined> {
    const name = tabName(this.#errand.name, [...(await this.#session.identity()), lane]);
    return inTurn(name, awake, () => this.#errand.send(lane, awake));
  }
}
