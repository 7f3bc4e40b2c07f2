import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { transform } from 'lightningcss';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const root = import.meta.dirname;

export const tags = readdirSync(join(root, 'src/elements'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .filter((tag) => existsSync(elementFile(tag)));

export function elementFile(tag: string): string {
  return join(root, `src/elements/${tag}/${tag}.ts`);
}

/** What every build shares, the size report and Storybook included. */
export const shared = {
  // Vite never lowers standard decorators: browsers would refuse the chunk.
  oxc: {
    decorator: { legacy: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  plugins: [refuseRawDecorators()],
} satisfies UserConfig;

/** One minified bundle with everything in it, as a page loads it. */
export const bundled = {
  ...shared,
  plugins: [...shared.plugins, wrapCommonModules(), minifyStyles(), foldTemplates()],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    minify: true,
    copyPublicDir: false,
    reportCompressedSize: false,
  },
} satisfies UserConfig;

/**
 * One file for a script tag, with all that the first paint needs. What comes later it fetches from
 * the folder of the same name beside it.
 */
const onePage = (name: string, entry: string): UserConfig => ({
  ...bundled,
  build: {
    ...bundled.build,
    outDir: 'dist',
    emptyOutDir: false,
    lib: { entry, formats: ['es'], fileName: () => `${name}.js` },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        // The bundler would cut the first file in two where a later one shares a part of it.
        codeSplitting: { groups: [{ name, tags: ['$initial'] }] },
        chunkFileNames: `${name}/[name]-[hash].js`,
      },
    },
  },
});

/** `dist/taskchat.js`: every tag. */
export const page = onePage('taskchat', join(root, 'src/index.ts'));

/** `dist/task-hub.js`: the hub alone, which fetches all others when it is opened. */
export const hub = onePage('task-hub', elementFile('task-hub'));

/**
 * The modules for npm and for Node, each source file at its own path, so that the library and the
 * server share `dist/contract`, and a file that the server reads beside itself is where it was.
 * The server mode leaves dependencies and `new URL(…, import.meta.url)` alone.
 */
const modules: UserConfig = {
  ...shared,
  plugins: [...shared.plugins, emitBesides()],
  build: {
    ssr: true,
    outDir: 'dist',
    target: 'es2022',
    minify: false,
    copyPublicDir: false,
    rolldownOptions: {
      input: [
        join(root, 'src/index.ts'),
        ...tags.map(elementFile),
        join(root, 'src/server/command.ts'),
        join(root, 'src/server/server.ts'),
      ].filter((file) => existsSync(file)),
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // The compiler's helpers would otherwise carry its version in their path.
        entryFileNames: ({ name }) => `${name.replace(/^_virtual\/.*\//, '_compiled/')}.js`,
      },
    },
  },
};

/** Where the one dependency is that is no module yet. */
export const commonModule = /\/node_modules\/papaparse\/papaparse(?:\.min)?\.js$/;

/** Its code as a module. */
export const wrapCommonModule = (code: string): string =>
  `const module = { exports: {} };\nconst { exports } = module;\n${code}\nexport default module.exports;\n`;

/** The bundler's own way would add its helpers to what is fetched first. */
function wrapCommonModules(): Plugin {
  return {
    name: 'taskchat:wrap-common-modules',
    enforce: 'pre',
    transform: (code, id) => (commonModule.test(id) ? wrapCommonModule(code) : undefined),
  };
}

/** The minifier of scripts leaves template literals as they are; the styles stand in some. */
function minifyStyles(): Plugin {
  const minify = (code: string) =>
    transform({ filename: 'styles.css', code: Buffer.from(code), minify: true }).code.toString();
  return {
    name: 'taskchat:minify-styles',
    enforce: 'pre',
    transform: (code, id) =>
      id.startsWith(join(root, 'src/')) && code.includes('css`')
        ? code.replace(/\bcss`([^`$]*)`/g, (_, styles: string) => `css\`${minify(styles)}\``)
        : undefined,
  };
}

/** What stays indented in a minified chunk are templates: HTML reads an indent as one space. */
function foldTemplates(): Plugin {
  return {
    name: 'taskchat:fold-templates',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') chunk.code = chunk.code.replace(/\n {2,}/g, ' ');
      }
    },
  };
}

function refuseRawDecorators(): Plugin {
  return {
    name: 'taskchat:refuse-raw-decorators',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        const raw = chunk.type === 'chunk' && rawDecorator(chunk.code);
        if (raw) this.error(`${chunk.fileName} holds the raw decorator "${raw}".`);
      }
    },
  };
}

export function rawDecorator(code: string): string | undefined {
  const uncommented = code.replace(/^\s*(\/\/|\/?\*).*$/gm, '');
  const decorator = /(?<![\w.$])@(?!media|supports|container|layer|import|scope)[a-z_$][\w$]*\(/i;
  return decorator.exec(uncommented)?.[0];
}

function emitBesides(): Plugin {
  const pages = join(root, 'src/server/demo/page');
  const openapi = join(root, 'src/contract/openapi.json');
  return {
    name: 'taskchat:emit-besides',
    generateBundle() {
      const emit = (fileName: string, file: string) =>
        this.emitFile({ type: 'asset', fileName, source: readFileSync(file) });
      if (existsSync(openapi)) emit('openapi.json', openapi);
      for (const file of filesBelow(pages)) emit(relative(join(root, 'src'), file), file);
    },
  };
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

export default defineConfig(({ mode }) => ({ page, hub })[mode] ?? modules);
