import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A launcher in a process of its own, so that it can be killed; says on which port Postgres answers. */
const LAUNCHER = `
  const { openPostgres } = await import(process.argv[1]);
  const postgres = await openPostgres(process.argv[2]);
  process.on('SIGTERM', async () => { await postgres.stop(); process.exit(0); });
  console.log(new URL(postgres.urls().app).port);
  setInterval(() => {}, 1000);
`;

function launch(data: string): ChildProcess {
  const module = path.join(__dirname, 'postgres.mjs');
  const args = ['--input-type=module', '--eval', LAUNCHER, module, data];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: process.env.PATH } });
}

const portOf = (launcher: ChildProcess) =>
  new Promise<string>((resolve, reject) => {
    launcher.stdout?.once('data', (text: Buffer) => resolve(text.toString().trim()));
    launcher.once('exit', (code) => reject(new Error(`the launcher ended with ${code}`)));
  });

const end = (launcher: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<number | null>((resolve) => {
    launcher.once('exit', resolve);
    launcher.kill(signal);
  });

describe('the Postgres that comes with the product', () => {
  let data: string;
  beforeAll(() => {
    data = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'thư mục có dấu cách ')), 'data');
    fs.chmodSync(path.dirname(data), 0o755);
  });
  afterAll(() => fs.rmSync(path.dirname(data), { recursive: true, force: true }));

  it('recovers from kill -9 during the first initdb and of a running launcher, and stops on request', async () => {
    const killedEarly = launch(data);
    while (!fs.existsSync(data) || !fs.readdirSync(data).some((name) => name.includes('.draft-'))) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await end(killedEarly, 'SIGKILL');
    expect(fs.existsSync(path.join(data, 'postgres'))).toBe(false);

    const killedLate = launch(data);
    const port = await portOf(killedLate);
    await end(killedLate, 'SIGKILL');

    const last = launch(data);
    expect(await portOf(last)).toBe(port);
    expect(await end(last, 'SIGTERM')).toBe(0);
    const pidFile = path.join(data, 'postgres/postmaster.pid');
    expect(fs.existsSync(pidFile)).toBe(false);

    // After a power cut the number of the dead Postgres may belong to another program of the same account.
    const { uid, gid } = fs.statSync(path.join(data, 'postgres'));
    const account = process.getuid?.() === 0 ? { uid, gid } : {};
    const other = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { ...account, stdio: 'ignore' });
    fs.writeFileSync(pidFile, `${other.pid}\n${path.join(data, 'postgres')}\n0\n${port}\n\n127.0.0.1\n`);
    const afterPowerCut = launch(data);
    await portOf(afterPowerCut);
    expect(await end(afterPowerCut, 'SIGTERM')).toBe(0);
    await end(other, 'SIGKILL');
  }, 60_000);

  it('keeps its passwords from other accounts', () => {
    expect(fs.statSync(path.join(data, 'database-passwords.json')).mode & 0o077).toBe(0);
  });
});
