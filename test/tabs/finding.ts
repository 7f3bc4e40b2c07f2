import type { Scene } from './scene.js';

/** What was wrong, and what was measured. */
export interface Finding {
  readonly complaints: readonly string[];
  readonly figures: string;
}

export type Scenario = (scene: Scene) => Promise<Finding>;

export const numbered = (count: number, what: string): string[] =>
  Array.from({ length: count }, (_, index) => `${what} ${String(index + 1).padStart(3, '0')}`);

export const unless = (holds: boolean, complaint: string): string[] => (holds ? [] : [complaint]);

/** A promise that the test resolves. */
export const gate = () => {
  let open = (): void => {};
  const closed = new Promise<void>((resolve) => (open = resolve));
  return { closed, open };
};
