import type { ReactiveControllerHost } from 'lit';
import { ApiError } from '../../api/api-error.js';

/** What became of the attempts to send, each by the place that its text stands in. */
export class Delivery {
  readonly #outcomes = new Map<string, 'sending' | ApiError>();
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  isSending(place: string): boolean {
    return this.#outcomes.get(place) === 'sending';
  }

  /** Why the last attempt failed; null after a success, and before the first. */
  failure(place: string): ApiError | null {
    const outcome = this.#outcomes.get(place);
    return outcome === 'sending' ? null : (outcome ?? null);
  }

  /** Runs an attempt. @throws {ApiError} */
  async run<Answer>(place: string, send: () => Promise<Answer>): Promise<Answer> {
    this.#tell(place, 'sending');
    try {
      const answer = await send();
      this.#tell(place, undefined);
      return answer;
    } catch (error) {
      const failure = ApiError.from(error);
      this.#tell(place, failure);
      throw failure;
    }
  }

  #tell(place: string, outcome: 'sending' | ApiError | undefined): void {
    if (outcome) this.#outcomes.set(place, outcome);
    else this.#outcomes.delete(place);
    this.#host.requestUpdate();
  }
}
