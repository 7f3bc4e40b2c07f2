import { lockDirectory } from '../../../src/server/node/directory-lock.js';

// Told a directory, it locks it, says how that went, and keeps it until it dies.
process.on('message', (directory: string) => {
  lockDirectory(directory, () => {}, lost).then(
    () => process.send?.('locked'),
    (error: unknown) => process.send?.(String(error)),
  );
});
process.once('disconnect', () => process.exit());
process.send?.('ready');

function lost(): void {
  process.send?.('lost');
  process.exit(1);
}
