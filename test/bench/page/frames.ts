const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

function post(resolve: () => void): void {
  waiting.push(resolve);
  channel.port2.postMessage(0);
}

/** The next task. */
export const task = (): Promise<void> => new Promise(post);

/** The first task after the next frame has been rendered. */
export const frame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => post(resolve)));

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function settle(milliseconds = 120): Promise<void> {
  await frame();
  await sleep(milliseconds);
  await frame();
}

const dot = document.createElement('div');
dot.style.cssText = 'position:fixed;right:0;bottom:0;width:2px;height:2px';
document.documentElement.append(dot);

/** After idle frames the next one comes late; frames with something to paint keep them coming. */
async function warmUp(): Promise<void> {
  for (const color of ['#fff', '#eee', '#fff']) {
    dot.style.background = color;
    await frame();
  }
}

/** Milliseconds from the action to the first rendered frame that passes; null if none does. */
export async function until(
  action: () => unknown,
  passes: () => unknown,
  timeout = 20_000,
): Promise<number | null> {
  await warmUp();
  const start = performance.now();
  void action();
  for (;;) {
    await frame();
    const passed = performance.now() - start;
    if (passes()) return passed;
    if (passed > timeout) return null;
  }
}
