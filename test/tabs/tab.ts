import { setTimeout as pause } from 'node:timers/promises';

/** One tab of a browser. */
export abstract class Tab {
  /** How long something may take that happens in a moment, in milliseconds. */
  patience = 120_000;

  constructor(readonly name: string) {}

  /** The value of an expression, evaluated in the page. */
  abstract evaluate<Value>(expression: string): Promise<Value>;
  abstract open(address: string): Promise<void>;
  /** As a person closes it. */
  abstract close(): Promise<void>;
  /** Its process dies, if the engine lets a test do that; else it is closed. */
  abstract crash(): Promise<void>;
  /** The browser stops it, and wakes it again; false if the engine does not let a test do that. */
  abstract freeze(frozen: boolean): Promise<boolean>;

  /** Waits until the expression is true in the page. */
  async until(expression: string): Promise<void> {
    for (const end = Date.now() + this.patience; Date.now() < end; await pause(20)) {
      if (await this.evaluate<boolean>(`Boolean(${expression})`)) return;
    }
    const state = '[tab.sent.length, tab.waiting, tab.faults, tab.online]';
    const found = await this.evaluate<string>(`JSON.stringify(globalThis.tab && ${state})`);
    throw new Error(`Tab ${this.name} waited for ${expression}, and has ${found}`);
  }

  say(report: string, texts: readonly string[], after = 0): Promise<number> {
    return this.evaluate(`tab.say(${JSON.stringify(report)}, ${JSON.stringify(texts)}, ${after})`);
  }

  /** The browser says that the network is back. */
  online(): Promise<void> {
    return this.evaluate(`void dispatchEvent(new Event('online'))`);
  }
}

/** A browser whose tabs share their storage, as those of one person do. */
export interface TabBrowser {
  newTab(name: string): Promise<Tab>;
  close(): Promise<void>;
}
