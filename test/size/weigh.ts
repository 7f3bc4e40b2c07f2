import { gzipSync } from 'node:zlib';
import { build, mergeConfig, type Rolldown, type UserConfig } from 'vite';
import { bundled } from '../../vite.config.js';

export interface Weight {
  /** Bytes of what is fetched before the first paint, gzip. */
  bytes: number;
  /** Chunks that are fetched only when needed, and so not counted. */
  later: { name: string; bytes: number }[];
}

const entry = 'weigh-entry';

/** What a page fetches that imports exactly these files. */
export async function weighImports(files: string[]): Promise<Weight> {
  const code = files.map((file) => `import ${JSON.stringify(file)};`).join('\n');
  const config = mergeConfig<UserConfig, UserConfig>(bundled, {
    plugins: [
      {
        name: 'taskchat:weigh-entry',
        // A library's entry is taken for a file, and arrives as an absolute path.
        resolveId: (id) => (id.endsWith(entry) ? entry : undefined),
        load: (id) => (id === entry ? { code, moduleSideEffects: true } : undefined),
      },
    ],
    // As a library: an app's build would add Vite's own helper that preloads chunks.
    build: {
      lib: { entry, formats: ['es'], fileName: 'weighed' },
      rolldownOptions: {
        preserveEntrySignatures: false,
        // What comes first comes as one file, also where a later chunk shares a part of it.
        output: {
          minify: true,
          codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] },
        },
      },
    },
  });
  return weighBuild(config);
}

export async function weighBuild(config: UserConfig): Promise<Weight> {
  const quiet = { configFile: false, logLevel: 'warn', build: { write: false } } as const;
  const built = await build(mergeConfig(config, quiet));
  // A library build answers with a list, one for each format.
  const outputs = [built].flat() as Rolldown.RolldownOutput[];
  const chunks = outputs.flatMap(({ output }) => output).filter((file) => file.type === 'chunk');
  const first = atFirst(chunks);
  const later = chunks.filter((chunk) => !first.has(chunk.fileName));
  return {
    bytes: [...first.values()].reduce((sum, chunk) => sum + gzipped(chunk), 0),
    later: later.map((chunk) => ({ name: chunk.name, bytes: gzipped(chunk) })),
  };
}

/** The entry and what it imports statically, however far away. */
function atFirst(chunks: Rolldown.OutputChunk[]): Map<string, Rolldown.OutputChunk> {
  const found = new Map<string, Rolldown.OutputChunk>();
  const take = (chunk: Rolldown.OutputChunk | undefined) => {
    if (!chunk || found.has(chunk.fileName)) return;
    found.set(chunk.fileName, chunk);
    for (const name of chunk.imports) take(chunks.find(({ fileName }) => fileName === name));
  };
  take(chunks.find(({ isEntry }) => isEntry));
  return found;
}

function gzipped({ code }: Rolldown.OutputChunk): number {
  return gzipSync(code, { level: 9 }).length;
}
