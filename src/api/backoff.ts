const shortest = 500;
const longest = 30_000;

/** Calls back when the page comes online or into view, until the signal ends it. */
export const onWake = (listener: () => void, signal: AbortSignal): void => {
  globalThis.addEventListener?.('online', listener, { signal });
  globalThis.document?.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && listener(),
    { signal },
  );
};

/** The pauses between attempts: half a second, doubling to half a minute, half of it by chance. */
export class Backoff {
  #attempt = 0;

  /** After a success. */
  reset(): void {
    this.#attempt = 0;
  }

  /**
   * Resolves after the pause, when the signal aborts, or as soon as the page comes online or into
   * view. `seconds`, when the server named them, are waited for in any case.
   */
  wait(signal: AbortSignal, seconds = 0): Promise<void> {
    const pause = Math.min(longest, shortest * 2 ** this.#attempt++);
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const over = new AbortController();
      const end = (): void => {
        clearTimeout(timer);
        over.abort();
        resolve();
      };
      const timer = setTimeout(end, Math.max(seconds * 1000, (pause * (1 + Math.random())) / 2));
      signal.addEventListener('abort', end, { signal: over.signal });
      if (!seconds) onWake(end, over.signal);
    });
  }
}
