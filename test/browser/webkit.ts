import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { WebKit } from '../browsers.js';

export interface RunningWebKit {
  port: number;
  stop(): void;
}

/** WebKit's driver on a screen of its own, since its browser has no headless mode. */
export async function startWebKit({ driver, xvfb }: WebKit): Promise<RunningWebKit> {
  const screen = spawn(
    xvfb,
    ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const display = await firstLine(screen);
  const port = await freePort();
  const environment = {
    DISPLAY: `:${display}`,
    // Its sandbox refuses to start as root and in most containers.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
  };
  const webdriver = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });
  const stop = () => {
    webdriver.kill();
    screen.kill();
  };
  process.once('exit', stop);
  await untilReady(`http://127.0.0.1:${port}/status`);
  return { port, stop };
}

async function firstLine(screen: ChildProcess): Promise<string> {
  const output = screen.stdio[3] as NodeJS.ReadableStream;
  let text = '';
  for await (const part of output) {
    text += String(part);
    if (text.includes('\n')) return text.trim();
  }
  throw new Error('Xvfb ended before it had a screen.');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answered = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await pause(100);
  }
  throw new Error(`${url} did not answer within 10 seconds.`);
}
