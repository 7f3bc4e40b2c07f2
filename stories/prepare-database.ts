import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openPglite } from '../src/server/database/pglite.js';

/** Where Storybook finds what it serves beside the stories. */
const folder = '.cache/stories';

/** Writes an empty, migrated database: a page of stories that makes its own waits twice as long. */
const dataDirectory = await mkdtemp(join(tmpdir(), 'taskchat-stories-'));
const database = await openPglite({ dataDirectory });
await database.close();
const pglite = await PGlite.create({ dataDir: dataDirectory });
const dump = await pglite.dumpDataDir('gzip');
await pglite.close();
await rm(dataDirectory, { recursive: true });
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'database.tar.gz'), await dump.bytes());
