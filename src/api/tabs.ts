/*
 * All pages of one origin share locks and channels, the host's own included: every name begins
 * with ours, and with what the pages of one version of this library understand of each other.
 */
export const tabName = (purpose: string, whose: readonly string[]): string =>
  `taskchat 1 ${purpose} ${JSON.stringify(whose)}`;

/** Whether tabs can agree on who does what. Web Locks are missing on plain http, and in Node. */
const canAgree = (): boolean =>
  Boolean(globalThis.document && globalThis.BroadcastChannel && globalThis.navigator?.locks);

/**
 * Does the work when no other tab does work of this name, and gives the name back when it is done,
 * when the signal aborts, or with the death of the tab. Without locks it begins at once.
 * @returns undefined once the signal has aborted; what was begun then ends without the name
 */
export async function inTurn<Result>(
  name: string,
  signal: AbortSignal,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  let begun = false;
  const begin = async (): Promise<Result | undefined> => {
    if (signal.aborted) return undefined;
    begun = true;
    return untilAborted(signal, work());
  };
  if (!canAgree()) return begin();
  try {
    return await navigator.locks.request(name, { signal }, begin);
  } catch (error) {
    if (signal.aborted) return undefined;
    if (begun) throw error;
    // A page in a sandbox has locks that it may not use.
    return begin();
  }
}

const untilAborted = async <Result>(
  signal: AbortSignal,
  work: Promise<Result>,
): Promise<Result | undefined> => {
  const over = new AbortController();
  const aborted = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { signal: over.signal });
  });
  return Promise.race([work, aborted]).finally(() => over.abort());
};

/**
 * Hears what other tabs say under this name, until the signal aborts.
 * @returns what says something to them, in the order of its calls
 */
export function openChannel<Notice>(
  name: string,
  signal: AbortSignal,
  hear: (notice: Notice) => void,
): (notice: Notice) => void {
  if (!canAgree() || signal.aborted) return () => {};
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => hear(data as Notice);
  signal.addEventListener('abort', () => channel.close(), { once: true });
  return (notice) => {
    if (!signal.aborted) channel.postMessage(notice);
  };
}

/** Calls when the page is left: it may come back, or never again. */
export const whenLeaving = (end: AbortSignal, leave: () => void): void =>
  globalThis.addEventListener?.('pagehide', leave, { signal: end });

/**
 * Works until the end, but not while the browser has put the page away: it would hold what others
 * wait for, and hear nothing. Each turn has a signal of its own.
 */
export function whileAwake(end: AbortSignal, work: (signal: AbortSignal) => void): void {
  let turn: AbortController | undefined;
  const sleep = (): void => {
    turn?.abort();
    turn = undefined;
  };
  const wake = (): void => {
    if (turn || end.aborted) return;
    turn = new AbortController();
    work(turn.signal);
  };
  const { document } = globalThis;
  globalThis.addEventListener?.('pagehide', sleep, { signal: end });
  globalThis.addEventListener?.('pageshow', wake, { signal: end });
  // https://wicg.github.io/page-lifecycle/
  document?.addEventListener('freeze', sleep, { signal: end });
  document?.addEventListener('resume', wake, { signal: end });
  end.addEventListener('abort', sleep);
  wake();
}
