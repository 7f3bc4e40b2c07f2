/**
 * Work of which one run is enough for many calls. A call while it runs makes it run once more
 * afterwards, so that each call is followed by a whole run.
 */
export const coalesced = (work: () => Promise<void>): (() => void) => {
  let wanted = false;
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    while (wanted) {
      wanted = false;
      await work();
    }
    running = false;
  };
  return () => {
    wanted = true;
    if (!running) void run();
  };
};
