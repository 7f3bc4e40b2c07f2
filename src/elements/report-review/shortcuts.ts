import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { asksForKeys, isField, isTaken, letterOf } from '../../base/keys.js';

export type Command = keyof typeof letters | 'next' | 'previous' | 'unpick' | 'search' | 'keys';

/** The letter of each command, as a hint on its control shows it. */
export const letters = { approve: 'A', reject: 'R', changes: 'C', undo: 'Z', pick: 'X' } as const;

/** What the letters decide. */
export const verdicts = {
  approve: 'approved',
  reject: 'rejected',
  changes: 'changes',
} as const;

const commands: Readonly<Record<string, Command>> = {
  a: 'approve',
  r: 'reject',
  c: 'changes',
  z: 'undo',
  x: 'pick',
  j: 'next',
  k: 'previous',
};

const arrows: Readonly<Record<string, Command>> = { ArrowDown: 'next', ArrowUp: 'previous' };

const isRow = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement && target.matches('[data-report]');

function commandOf(event: KeyboardEvent): Command | undefined {
  const target = event.composedPath()[0];
  if (isTaken(event) || isField(target)) return undefined;
  if (asksForKeys(event)) return 'keys';
  if (event.key === 'Escape') return 'unpick';
  if (event.key === '/') return 'search';
  return isRow(target) && arrows[event.key] ? arrows[event.key] : commands[letterOf(event)];
}

/**
 * Single keys while the focus is inside the host and not in a field (WCAG 2.1.4). `run` says
 * whether the key was of use.
 */
export class Shortcuts implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #run: (command: Command) => boolean;

  constructor(host: ReactiveControllerHost & HTMLElement, run: (command: Command) => boolean) {
    this.#host = host;
    this.#run = run;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKey);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const command = commandOf(event);
    const moves = command === 'next' || command === 'previous';
    // A key that is held down moves on, but decides only once.
    if (!command || (event.repeat && !moves)) return;
    if (this.#run(command)) event.preventDefault();
  };
}
