import path from 'node:path';

/**
 * The server as it runs: our own code (shared and migrations included) in one bundle, npm packages outside it.
 * The decorator helpers of @oxc-project belong to our code.
 */
const OURS = /^(\.|\/|\0|@kiemtra\/|@oxc-project\/)/;

export default {
  cwd: import.meta.dirname,
  input: { main: 'src/main.ts', command: 'src/command.ts' },
  platform: 'node',
  tsconfig: path.join(import.meta.dirname, 'tsconfig.json'),
  external: (id) => !OURS.test(id) && !path.isAbsolute(id),
  output: { dir: 'dist', format: 'esm', sourcemap: true, cleanDir: true },
};
