let turn: Promise<void> | undefined;

/**
 * The turn of the observers of sizes, until it is over; undefined outside of it. WebKit runs in it
 * what waits for an answer of the network, and what that draws changes sizes once more: the page
 * is then told of a "ResizeObserver loop".
 */
export const sizeTurn = (): Promise<void> | undefined => turn;

const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** An observer of sizes; in its turn no tag is drawn. */
export const watchSizes = (look: () => void): ResizeObserver =>
  new ResizeObserver(() => {
    turn ??= nextTask().then(() => (turn = undefined));
    look();
  });
