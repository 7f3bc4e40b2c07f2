import { join } from 'node:path';
import { build, mergeConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';
import { bundled } from '../../vite.config.js';
import { packageRoot } from '../support/start-server.js';

/** A rule of the client, broken in one place of its code. */
export interface Fault {
  /** The path of the module, from the package's root. */
  readonly module: string;
  readonly code: string;
  /** What takes its place. */
  readonly instead: string;
}

/** The script of the tabs as one file. */
export async function bundlePage(fault?: Fault): Promise<string> {
  const planted = { done: !fault };
  const config = mergeConfig<UserConfig, UserConfig>(bundled, {
    plugins: fault ? [plant(fault, planted)] : [],
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'page.ts'), formats: ['es'], fileName: 'tabs' },
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
  });
  const built = await build({ ...config, configFile: false, logLevel: 'warn' });
  const [output] = [built].flat() as Rolldown.RolldownOutput[];
  const chunk = output?.output.find((file) => file.type === 'chunk');
  if (!chunk || !planted.done) throw new Error(`Nothing to break in ${fault?.module}.`);
  return chunk.code;
}

function plant({ module, code, instead }: Fault, planted: { done: boolean }): Plugin {
  return {
    name: 'taskchat:plant-fault',
    enforce: 'pre',
    transform(original, id) {
      if (id !== join(packageRoot, module) || !original.includes(code)) return undefined;
      planted.done = true;
      return original.replace(code, () => instead);
    },
  };
}
