const elementFile = /^src\/elements\/(?<tag>[^/]+)\/\k<tag>\.ts$/;

/** `define()` names the tag by its folder, where the analyzer does not look. */
function nameTags() {
  return {
    name: 'taskchat:name-tags',
    moduleLinkPhase({ moduleDoc }) {
      const tagName = elementFile.exec(moduleDoc.path)?.groups.tag;
      const declaration = moduleDoc.declarations?.find(({ name }) => name === pascalCase(tagName));
      if (!declaration) return;
      Object.assign(declaration, { tagName, customElement: true });
      const { name } = declaration;
      const definition = { kind: 'custom-element-definition', name: tagName };
      moduleDoc.exports = moduleDoc.exports.filter(({ kind }) => kind !== definition.kind);
      moduleDoc.exports.push({ ...definition, declaration: { name, module: moduleDoc.path } });
    },
  };
}

/** Only what a page may rely on, at the paths that a page can import. */
function publicFace() {
  return {
    name: 'taskchat:public-face',
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules = customElementsManifest.modules.filter((module) =>
        module.declarations?.some(({ kind }) => kind === 'class'),
      );
      const declarations = customElementsManifest.modules.flatMap((module) => module.declarations);
      for (const declaration of declarations) publish(declaration);
      publishPaths(customElementsManifest);
    },
  };
}

function publish(declaration) {
  const members = declaration.members ?? [];
  if (members.some((member) => member.static && member.name === 'formAssociated')) {
    declaration.formAssociated = true;
  }
  const isPublic = ({ name, privacy, static: isStatic }) =>
    !isStatic && (privacy ?? 'public') === 'public' && !/^[#_]/.test(name);
  if (declaration.members) declaration.members = members.filter(isPublic);
}

function publishPaths(node) {
  for (const [key, value] of Object.entries(node)) {
    if (value && typeof value === 'object') publishPaths(value);
    else if (key === 'path' || key === 'module') node[key] = publishedPath(value);
  }
}

function publishedPath(path) {
  return path.replace(/^\/?src\/(.*)\.[tj]s$/, 'dist/$1.js');
}

function pascalCase(tag = '') {
  return tag.replace(/(^|-)(\w)/g, (_match, _dash, letter) => letter.toUpperCase());
}

export default {
  globs: ['src/elements/*/*.ts', 'src/base/**/*.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [nameTags(), publicFace()],
};
