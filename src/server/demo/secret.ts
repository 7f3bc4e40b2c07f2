import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the demo keeps beside its data. */
export interface Kept {
  /** Signs the demo's tokens. */
  secret: string;
  /** When the demo was first started: the moment from which its story counts. */
  begun: string;
}

/** What an earlier start kept in `directory`, else made anew, for the eyes of its owner alone. */
export async function keep(directory: string): Promise<Kept> {
  const file = join(directory, 'demo.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Kept;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const kept = {
    secret: randomBytes(32).toString('base64url'),
    begun: new Date().toISOString(),
  };
  await mkdir(directory, { recursive: true });
  // Renamed when it is whole, so that a start that dies here leaves nothing half written.
  await writeFile(`${file}.part`, JSON.stringify(kept), { mode: 0o600 });
  await rename(`${file}.part`, file);
  return kept;
}
