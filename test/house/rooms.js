/** Each room of `src/` with the rooms that it may import, types counted. */
const mayImport = {
  contract: [],
  api: ['contract'],
  stores: ['contract', 'api'],
  locales: [],
  base: ['contract', 'api', 'stores', 'locales'],
  elements: ['contract', 'api', 'stores', 'locales', 'base'],
  server: ['contract'],
};
const rooms = Object.keys(mayImport);

/** For `import-x/no-restricted-paths`. */
export const zones = [
  ...rooms.map((room) => ({
    target: `./src/${room}`,
    from: [...rooms.filter((other) => !opens(room, other)), 'index.ts'].map(
      (name) => `./src/${name}`,
    ),
    message: `src/${room} may import ${listed([...mayImport[room], 'itself'])}.`,
  })),
  { target: './src/index.ts', from: './src/server', message: 'The tags never carry the server.' },
];

function opens(room, other) {
  return room === other || mayImport[room].includes(other);
}

function listed(names) {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}

const noLit = { group: ['lit', 'lit/*', '@lit/*'], message: 'This room knows nothing of Lit.' };
const noNode = { group: ['node:*'], message: 'This room runs in browsers.' };
const wordsOnly = {
  regex: '^(?!\\./|@shoelace-style/localize$)',
  message: 'A language is words, and nothing else.',
};
const typesOnly = {
  group: ['@shoelace-style/localize'],
  allowTypeImports: true,
  message: 'A language takes only types from here.',
};

export const forbiddenPackages = [
  forbid(['contract', 'api', 'stores'], [noLit, noNode]),
  forbid(['base', 'elements'], [noNode]),
  forbid(['server'], [noLit]),
  forbid(['locales'], [wordsOnly, typesOnly]),
];

function forbid(inRooms, patterns) {
  return {
    files: inRooms.map((room) => `src/${room}/**/*.ts`),
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

const message =
  'A helper lives in the file or the room that uses it, a type with what it describes.';

export const forbiddenNames = {
  files: [
    'src/*/**/index.ts',
    'src/**/{utils,types,helpers}/**',
    'src/**/{utils,types,helpers}.ts',
  ],
  rules: { 'no-restricted-syntax': ['error', { selector: 'Program', message }] },
};
