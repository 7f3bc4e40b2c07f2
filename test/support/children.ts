import type { ChildProcess } from 'node:child_process';

const children = new Map<ChildProcess, NodeJS.Signals>();

process.once('exit', () => {
  for (const [child, signal] of children) child.kill(signal);
});

/** A test that dies leaves no server behind. */
export function endWithUs(child: ChildProcess, signal: NodeJS.Signals): ChildProcess {
  children.set(child, signal);
  child.once('exit', () => children.delete(child));
  return child;
}
