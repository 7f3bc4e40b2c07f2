/** Milliseconds after which a browser that cannot tell whether it is idle is taken to be. */
const moment = 200;

/** Calls when the browser has nothing better to do. Safari cannot tell. */
export const whenIdle = (work: () => void): unknown =>
  'requestIdleCallback' in window ? requestIdleCallback(work) : setTimeout(work, moment);
