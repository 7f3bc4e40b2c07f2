import { join } from 'node:path';
import { build, mergeConfig, type Rolldown, type UserConfig } from 'vite';
import { bundled } from '../../vite.config.js';

export type Kind = 'chat' | 'list' | 'queue';

const root = import.meta.dirname;
const entry = 'bench-entry';

/** The files of a page with one contestant in it, by name; `entry.js` is the first. */
export async function buildPage(contestant: string, kind: Kind): Promise<Map<string, string>> {
  const [name, file] = kind === 'chat' ? ['ChatBench', 'chat-bench'] : ['ListBench', 'list-bench'];
  const code = `
    import { ${name} } from ${JSON.stringify(join(root, `page/${file}.ts`))};
    import make from ${JSON.stringify(join(root, `contestants/${contestant}.ts`))};
    const seed = Number(new URL(location.href).searchParams.get('seed'));
    globalThis.bench = new ${name}(make, seed);
  `;
  const config = mergeConfig<UserConfig, UserConfig>(bundled, {
    plugins: [
      {
        name: 'taskchat:bench-entry',
        resolveId: (id) => (id.endsWith(entry) ? entry : undefined),
        load: (id) => (id === entry ? { code, moduleSideEffects: true } : undefined),
      },
    ],
    build: { write: false, lib: { entry, formats: ['es'], fileName: 'entry' } },
  });
  const outputs = [
    await build({ ...config, configFile: false, logLevel: 'warn' }),
  ].flat() as Rolldown.RolldownOutput[];
  const chunks = outputs.flatMap(({ output }) => output).filter((file) => file.type === 'chunk');
  return new Map(chunks.map((chunk) => [chunk.fileName, chunk.code]));
}
