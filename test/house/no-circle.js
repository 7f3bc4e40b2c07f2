import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/**
 * Circles of imports within a room. The rule of the same purpose in eslint-plugin-import-x lets
 * type-only imports pass; here they count, because circles begin with types.
 */
export const noCircle = {
  meta: {
    type: 'problem',
    docs: { description: 'Forbid circles of imports, type-only imports counted.' },
    messages: { circle: 'This import closes a circle: {{route}}.' },
    schema: [],
  },
  create(context) {
    return { Program: () => reportCircles(context) };
  },
};

function reportCircles(context) {
  const start = context.filename;
  for (const { file, position } of importsIn(start, context.sourceCode.text)) {
    const route = routeBetween(file, start);
    if (!route) continue;
    context.report({
      loc: context.sourceCode.getLocFromIndex(position),
      messageId: 'circle',
      data: { route: [start, ...route].map(withoutFolders).join(' → ') },
    });
  }
}

/** The shortest way from one file to another by its imports, both ends included. */
function routeBetween(from, goal) {
  const cameFrom = new Map([[from, undefined]]);
  for (const file of cameFrom.keys()) {
    if (file === goal) return traceBack(cameFrom, file);
    for (const next of importedFiles(file)) {
      if (!cameFrom.has(next)) cameFrom.set(next, file);
    }
  }
  return undefined;
}

function traceBack(cameFrom, file) {
  return file === undefined ? [] : [...traceBack(cameFrom, cameFrom.get(file)), file];
}

const known = new Map();

/** Kept until the file changes, since an editor keeps one ESLint for hours. */
function importedFiles(file) {
  const { mtimeMs } = statSync(file);
  const kept = known.get(file);
  if (kept?.mtimeMs === mtimeMs) return kept.files;
  const files = importsIn(file, readFileSync(file, 'utf8')).map((each) => each.file);
  known.set(file, { mtimeMs, files });
  return files;
}

function importsIn(file, text) {
  return ts
    .preProcessFile(text)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName, pos }) => ({ file: sourceFile(file, fileName), position: pos }))
    .filter(({ file: imported }) => existsSync(imported));
}

function sourceFile(importer, specifier) {
  return resolve(dirname(importer), specifier.replace(/\.js$/, '.ts'));
}

function withoutFolders(file) {
  return file.replace(/^.*[\\/]src[\\/]/, '');
}
