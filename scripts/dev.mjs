/** `npm run dev`: server and web app that follow the sources, on the database of `npm start`. */
import path from 'node:path';
import { Trouble, runMain } from './console.mjs';
import { takeFolder } from './lock.mjs';
import { paths, tool } from './paths.mjs';
import { openPostgres } from './postgres.mjs';
import { interruption, runNode } from './processes.mjs';
import { serverEnvironment } from './server.mjs';

const TYPESCRIPT = ['--enable-source-maps', '--import', '@swc-node/register/esm-register'];

await runMain(async () => {
  const signal = interruption();
  const { holder } = await takeFolder(paths.data);
  if (holder) throw new Trouble(`hệ thống đang chạy từ chính thư mục này (tiến trình ${holder}).`);
  const postgres = await openPostgres(paths.data);
  const server = path.join(paths.root, 'server');
  const env = {
    ...serverEnvironment({ urls: postgres.urls() }),
    NODE_ENV: 'development',
    TS_NODE_PROJECT: path.join(server, 'tsconfig.json'),
  };
  try {
    const code = await runNode([...TYPESCRIPT, path.join(server, 'src/command.ts'), 'setup'], { env, signal });
    if (code !== 0) throw new Trouble('chuẩn bị dữ liệu báo lỗi (xem các dòng trên).');
    await Promise.race([
      runNode(['--watch', ...TYPESCRIPT, path.join(server, 'src/main.ts')], { env, signal }),
      runNode([tool('vite/bin/vite.js')], { cwd: path.join(paths.root, 'web'), env, signal }),
    ]);
  } finally {
    await postgres.stop();
  }
  process.exit(0);
});
