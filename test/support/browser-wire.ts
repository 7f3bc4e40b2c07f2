import { v7 as uuid } from 'uuid';
import type { WireReport } from './wire.js';

/** A test's own way to the real server: what a page sends over it really travels, or really not. */
export class BrowserWire {
  readonly #base = `${globalThis.taskchatTest.wire}/${uuid()}`;
  readonly endpoint = `${this.#base}/api/v1`;

  /** `cut`: nothing gets through. `held`: files get stuck on their way from here on. */
  async turn(state: 'open' | 'cut' | 'held'): Promise<WireReport> {
    const answer = await fetch(`${this.#base}/${state}`, { method: 'POST' });
    return (await answer.json()) as WireReport;
  }
}
