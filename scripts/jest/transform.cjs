/**
 * Jest runs in CommonJS mode. TypeScript, and every ES module of node_modules, is compiled to CommonJS by swc;
 * plain CommonJS files pass through untouched. Why: require(esm) inside jest needs a newer Node than we support.
 */
const fs = require('node:fs');
const path = require('node:path');
const { createTransformer } = require('@swc/jest');

const common = { swcrc: false, sourceMaps: 'inline', module: { type: 'commonjs' } };
const typescript = createTransformer({
  ...common,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true, tsx: true },
    transform: {
      react: { runtime: 'automatic' },
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
    },
  },
});
const plainTypescript = createTransformer({
  ...common,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
});
const javascript = createTransformer({ ...common, jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } } });

const moduleTypeOf = new Map();

/** True when the nearest package.json (or the file's ending) makes this file an ES module. */
function isEsModule(file) {
  if (file.endsWith('.mjs')) return true;
  if (file.endsWith('.cjs')) return false;
  const dir = path.dirname(file);
  if (!moduleTypeOf.has(dir)) {
    const manifest = path.join(dir, 'package.json');
    if (fs.existsSync(manifest)) {
      moduleTypeOf.set(dir, JSON.parse(fs.readFileSync(manifest, 'utf8')).type === 'module');
    } else {
      moduleTypeOf.set(dir, path.dirname(dir) !== dir && isEsModule(dir));
    }
  }
  return moduleTypeOf.get(dir);
}

module.exports = {
  canInstrument: false,
  getCacheKey: (source, file, options) => typescript.getCacheKey(source, file, options),
  process(source, file, options) {
    if (file.endsWith('.tsx')) return typescript.process(source, file, options);
    if (file.endsWith('.ts')) return plainTypescript.process(source, file, options);
    return isEsModule(file) ? javascript.process(source, file, options) : { code: source };
  },
};
