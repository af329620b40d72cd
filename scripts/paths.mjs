import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** The places every command agrees on. */
export const paths = {
  root,
  data: path.join(root, '.data'),
  cache: path.join(root, '.cache'),
  files: path.join(root, '.data', 'files'),
  serverMain: path.join(root, 'server', 'dist', 'main.js'),
  serverCommand: path.join(root, 'server', 'dist', 'command.js'),
  web: path.join(root, 'web', 'dist'),
};

/** The start file of a locally installed tool, to be run with this Node. */
export function tool(file) {
  return path.join(root, 'node_modules', ...file.split('/'));
}
