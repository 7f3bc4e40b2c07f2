import { spawn } from 'node:child_process';

/** The demo under development: the page's file is built anew, and the server restarts, on change. */
const commands = [
  ['vite', 'build', '--mode', 'page', '--watch'],
  ['tsx', 'watch', '--clear-screen=false', 'src/server/command.ts', '--demo'],
];

const children = commands.map(([program = '', ...args]) =>
  spawn(program, args, { stdio: 'inherit' }),
);

for (const child of children) {
  // One without the other would look alive and show stale work.
  child.once('exit', (code) => {
    for (const other of children) other.kill();
    process.exitCode ??= code ?? 1;
  });
}
