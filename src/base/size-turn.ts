let turn: Promise<void> | undefined;

/**
 * The turn of the observers of sizes, until it is over; undefined outside of it. WebKit runs in it
 * what waits for an answer of the network, and what that draws changes sizes once more: the page
 * is then told of a "ResizeObserver loop".
 */
export const sizeTurn = (): Promise<void> | undefined => turn;

let over = (): void => {};
let channel: MessageChannel | undefined;

/** One channel for all: each list that grows has a turn, and a channel costs more than a message. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    over = resolve;
    if (!channel) {
      channel = new MessageChannel();
      channel.port1.onmessage = () => over();
    }
    channel.port2.postMessage(null);
  });

/** An observer of sizes; in its turn no tag is drawn. */
export const watchSizes = (look: () => void): ResizeObserver =>
  new ResizeObserver(() => {
    turn ??= nextTask().then(() => (turn = undefined));
    look();
  });
