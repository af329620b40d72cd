/**
 * How long a paper takes as DOCX and as PDF, from the request to its last byte, warm: the letter on remedies of the demonstration,
 * which is two pages, asked for in turns.
 *
 * Reads SERVER_URL and SERVER_PID (a server with the demonstration).
 */
import { loadavg } from 'node:os';
import { PAPER_FORMATS, type PaperFormat } from '@kiemtra/shared/documents';
import { DEMO_PASSWORD } from '../server/src/demo/accounts.js';
import { TestClient } from '../server/src/testing/test-client.js';
import { memoryOf, share } from './figures.js';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 100);
/** Not measured: until the server has read and compiled what it needs. */
const WARM_UP = 20;
const FORMATS = Object.keys(PAPER_FORMATS) as PaperFormat[];

const client = new TestClient(process.env['SERVER_URL'] ?? '');
await client.post('/auth/login', { loginName: 'can-tho.demo-kehoach', password: DEMO_PASSWORD });
const { body } = await client.get<readonly { id: string }[]>('/request-recipients');
const [recipient] = body;
if (!recipient) throw new Error('the demonstration has no request');

async function ask(format: PaperFormat): Promise<{ took: number; bytes: number }> {
  const begin = performance.now();
  const path = `/request-recipients/${recipient?.id}/letter.${format}`;
  const { status, bytes } = await client.get(path);
  if (status !== 200) throw new Error(`${path}: ${status}`);
  return { took: performance.now() - begin, bytes: bytes.length };
}

const load = loadavg()[0] ?? 0;
const before = memoryOf(process.env['SERVER_PID']);
const measured: Record<PaperFormat, Awaited<ReturnType<typeof ask>>[]> = { docx: [], pdf: [] };
for (let round = -WARM_UP; round < ROUNDS; round += 1) {
  for (const format of FORMATS) {
    const one = await ask(format);
    if (round >= 0) measured[format].push(one);
  }
}
const after = memoryOf(process.env['SERVER_PID']);

console.log(`the letter, ${ROUNDS} times each after ${WARM_UP}; load at the start ${load.toFixed(1)}`);
console.log('paper  p50 ms  p95 ms     kB');
for (const format of FORMATS) {
  const times = measured[format].map(({ took }) => took);
  const kilobytes = (measured[format][0]?.bytes ?? 0) / 1000;
  const columns = [share(times, 0.5).toFixed(0), share(times, 0.95).toFixed(0), kilobytes.toFixed(1)];
  console.log(PAPER_FORMATS[format].padEnd(6) + columns.map((column) => column.padStart(7)).join(' '));
}
if (before !== null && after !== null) {
  console.log(
    `server memory: ${(before / 1e6).toFixed(0)} MB before the first, ${(after / 1e6).toFixed(0)} MB after the last`,
  );
}
