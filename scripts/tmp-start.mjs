/** `npm start`: from a fresh clone to a running system, and from then on in seconds. Uses nothing but Node to begin. */
import { buildIfStale } from './builds.mjs';
import { Trouble, runMain, step } from './console.mjs';
import { installIfNeeded } from './install.mjs';
import { takeFolder } from './lock.mjs';
import { paths } from './paths.mjs';
import { freePort, isPortFree } from './ports.mjs';
import { interruption } from './processes.mjs';
import { runCommand, serverEnvironment, startServer } from './server.mjs';

const DEFAULT_PORT = 3000;
/** A server whose launcher was killed needs a moment to leave the port. */
const PORT_FREE_WITHIN = 5_000;

async function choosePort() {
  const port = Number(process.env.PORT || DEFAULT_PORT);
  if (port === 0) return freePort();
  const deadline = Date.now() + PORT_FREE_WITHIN;
  while (!(await isPortFree(port, process.env.HOST || '0.0.0.0'))) {
    if (Date.now() > deadline) {
      throw new Trouble(`cổng ${port} đang có chương trình khác dùng; hãy chọn cổng khác, ví dụ: PORT=3001 npm start`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return port;
}

/** The database the operator names, else the one that comes with the product. */
async function openDatabase() {
  if (process.env.DATABASE_URL) return { stop: async () => {} };
  const { openPostgres } = await import('./postgres.mjs');
  const postgres = await step('Khởi động cơ sở dữ liệu', () => openPostgres(paths.data));
  return { urls: postgres.urls(), stop: postgres.stop };
}

async function serve(urls, port, signal) {
  // Requests are not logged unless asked for: the address and the accounts must stay on the screen.
  const env = { LOG_LEVEL: 'warn', ...serverEnvironment({ urls }), PORT: String(port) };
  await step('Chuẩn bị dữ liệu', async () => {
    const code = await runCommand(['setup'], env, signal);
    if (code !== 0 && !signal.aborted) throw new Trouble('chuẩn bị dữ liệu báo lỗi (xem các dòng trên).');
  });
  if (signal.aborted) return;
  const server = startServer(env);
  try {
    await server.ready(signal);
    if (signal.aborted) return;
    console.log(`\nHệ thống đã sẵn sàng: ${process.env.PUBLIC_ORIGIN || `http://localhost:${port}`}`);
    console.log('Nhấn Ctrl-C để dừng.');
    const interrupted = new Promise((resolve) => signal.addEventListener('abort', () => resolve('interrupted')));
    const ended = await Promise.race([server.exited, interrupted]);
    if (ended !== 'interrupted') throw new Trouble(`máy chủ đã dừng bất thường (mã ${ended}).`);
  } finally {
    await server.stop();
  }
}

await runMain(async () => {
  const signal = interruption();
  const { holder } = await takeFolder(paths.data);
  if (holder) throw new Trouble(`hệ thống đang chạy từ chính thư mục này (tiến trình ${holder}).`);
  const port = await choosePort();

  if (!signal.aborted) await buildIfStale(signal);
  if (signal.aborted) return process.exit(0);
  const database = await openDatabase();
  try {
    await serve(database.urls, port, signal);
  } finally {
    await database.stop();
    if (signal.aborted) console.log('Đã dừng.');
  }
  process.exit(0);
});
