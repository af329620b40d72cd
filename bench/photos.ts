/**
 * How many MB a second of photos are recorded and durable, beside the bare limit: the same bytes from the same sender to a
 * Node server that does nothing but force them onto the same disk. Both in one run, in turns, medians; the ratio is what counts.
 *
 * A photo of 300 kB counts from the operation that announces it to the server's word that its bytes and its row are safe.
 *
 * Reads DATABASE_URL and DATABASE_OWNER_URL (a migrated database), SERVER_URL, SERVER_PID and STORAGE_DIR (a server on it).
 */
import 'reflect-metadata';
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { loadavg } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TUS_VERSION, UPLOADS_PATH, writeReprDigest, writeUploadMetadata } from '@kiemtra/shared/evidence';
import type { Evidence } from '@kiemtra/shared/fieldwork';
import { newId } from '@kiemtra/shared/kernel';
import pg from 'pg';
import { PHOTO_SIDES, photosOf } from '../server/src/testing/photos.js';
import { announcement, createClients, type Client } from './field.js';
import { memoryOf, share } from './figures.js';

const LINES = [1, 4];
const CLIENTS = 8;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
/** Of one round. */
const PHOTOS = Number(process.env['BENCH_PHOTOS'] ?? 200);
/** Sent before anything is measured but the server's memory. */
const ALONE = 400;
const BYTES = 300_000;
const URL_OF_SERVER = process.env['SERVER_URL'] ?? '';

interface Photo {
  bytes: Buffer;
  file: Evidence;
  /** As `Upload-Checksum` says it. */
  checksum: string;
}

type Send = (photo: Photo, line: number, nth: number) => Promise<void>;

interface Measured {
  /** MB a second. */
  speed: number;
  /** Milliseconds of a photo. */
  p50: number;
  p99: number;
}

const drawn = await photosOf(BYTES);
const agent = new Agent({ keepAlive: true });

/** What a device has done before it sends: a photo with its hash. */
function takePhoto(): Photo {
  const bytes = drawn();
  const hash = createHash('sha256').update(bytes).digest();
  const said = { name: 'Ảnh.jpg', mime: 'image/jpeg', size: BYTES, ...PHOTO_SIDES };
  const file = { id: newId(), sha256: hash.toString('hex'), ...said };
  return { bytes, file, checksum: `sha256 ${hash.toString('base64')}` };
}

/** Sends the photos of a round in so many lines at once. */
async function measure(lines: number, send: Send): Promise<Measured> {
  const photos = Array.from({ length: PHOTOS }, takePhoto);
  // A connection that stood still may be one that the other side is closing.
  agent.destroy();
  const times: number[] = [];
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: lines }, async (_, line) => {
      for (let nth = 0; nth * lines + line < PHOTOS; nth += 1) {
        const before = performance.now();
        const photo = photos[nth * lines + line];
        if (photo) await send(photo, line, nth);
        times.push(performance.now() - before);
      }
    }),
  );
  const speed = (PHOTOS * BYTES) / 1000 / (performance.now() - begin);
  return { speed, p50: share(times, 0.5), p99: share(times, 0.99) };
}

function mediansOf(all: readonly Measured[]): Measured {
  const of = (figure: keyof Measured) =>
    share(
      all.map((one) => one[figure]),
      0.5,
    );
  return { speed: of('speed'), p50: of('p50'), p99: of('p99') };
}

function exchange(method: string, url: string, headers: OutgoingHttpHeaders, body?: Buffer) {
  return new Promise<IncomingHttpHeaders>((resolve, reject) => {
    const all = { ...headers, 'content-length': body?.length ?? 0 };
    const sent = request(url, { method, agent, headers: all }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => {
        const isTaken = (answer.statusCode ?? 500) < 300 && (text === '' || text.includes('"applied"'));
        if (isTaken) resolve(answer.headers);
        else reject(new Error(`${method} ${url}: ${answer.statusCode} ${text.slice(0, 300)}`));
      });
    });
    sent.on('error', reject).end(body);
  });
}

/**
 * What a device does: the operation, then the promise, then the bytes, in one piece as on a good line. Takes turns with the
 * clients of a line, so that none fills the room of its target.
 */
function devices(clients: readonly Client[], lines: number, sent: number[]): Send {
  return async ({ bytes, file, checksum }, line, nth) => {
    const at = line + lines * (nth % (clients.length / lines));
    const client = clients[at];
    if (!client) throw new Error('more lines than clients');
    const seq = (sent[at] = (sent[at] ?? 0) + 1);
    const common = { cookie: client.cookie, 'x-requested-with': 'kiemtra', 'x-sync-account': client.account };
    const { body, digest } = announcement(client, seq, file);
    const batch = { 'content-type': 'application/json', 'content-digest': digest, 'x-sync-protocol': '1' };
    await exchange('POST', `${URL_OF_SERVER}/api/v1/sync/ops`, { ...common, ...batch }, body);
    const tus = { ...common, 'tus-resumable': TUS_VERSION };
    const promise = { 'upload-length': String(BYTES), 'upload-metadata': writeUploadMetadata(file) };
    await exchange('POST', URL_OF_SERVER + UPLOADS_PATH, { ...tus, ...promise });
    const type = 'application/offset+octet-stream';
    const piece = { 'content-type': type, 'upload-offset': '0', 'upload-checksum': checksum };
    const end = await exchange('PATCH', `${URL_OF_SERVER}${UPLOADS_PATH}/${file.id}`, { ...tus, ...piece }, bytes);
    if (end['repr-digest'] !== writeReprDigest(file.sha256)) throw new Error(`${file.id} is not received`);
  };
}

/** The bare server: its two ways, and its end. */
async function startBare() {
  const folder = path.join(process.env['STORAGE_DIR'] ?? '', 'bench');
  const child = fork(path.join(import.meta.dirname, 'bare-server.ts'), { env: { ...process.env, BARE_DIR: folder } });
  const [port] = (await once(child, 'message')) as [number];
  const to =
    (way: 'file' | 'row'): Send =>
    async ({ bytes, file }) => {
      await exchange('PUT', `http://127.0.0.1:${port}/${way}/${file.id}`, {}, bytes);
    };
  return { file: to('file'), row: to('row'), stop: () => child.disconnect() };
}

/** The jobs that make copies of received pictures, kept from all of them or given more than they can do in a round. */
async function jobsOf(owner: pg.Client, { account }: Client) {
  await owner.query(`select set_config('app.province_id', province_id::text, false) from account where id = $1`, [
    account,
  ]);
  await owner.query(`create or replace function bench_rest() returns trigger language plpgsql as
    $$ begin new.due_at := null; return new; end $$`);
  const copies = async () => {
    const { rows } = await owner.query<{ made: number }>(
      'select count(*)::integer as made from picture where view_sha256 is not null',
    );
    return rows[0]?.made ?? 0;
  };
  const work = () => owner.query('drop trigger if exists bench_rest on picture');
  return {
    copies,
    work,
    async pile(): Promise<void> {
      await work();
      await owner.query('update picture set due_at = now() where view_sha256 is null');
    },
    async rest(): Promise<void> {
      await owner.query(`create or replace trigger bench_rest before insert on picture
        for each row execute function bench_rest()`);
      await owner.query('update picture set due_at = null');
      await sleep(300);
    },
  };
}

const memory = () => memoryOf(process.env['SERVER_PID']);

const clients = await createClients(CLIENTS);
const owner = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
await owner.connect();
const bare = await startBare();
const sent = clients.map(() => 0);
const [first] = clients;
if (!first) throw new Error('no client');
const jobs = await jobsOf(owner, first);

const before = memory() ?? 0;
let most = before;
const watch = setInterval(() => (most = Math.max(most, memory() ?? 0)), 20);
await jobs.rest();
for (let photos = 0; photos < ALONE; photos += PHOTOS) await measure(4, devices(clients, 4, sent));
const mostAlone = most;
const load = loadavg()[0] ?? 0;
let copies = 0;
const lines: string[] = [];
for (const count of LINES) {
  const own = devices(clients, count, sent);
  const all: Record<'file' | 'row' | 'resting' | 'working', Measured[]> = {
    file: [],
    row: [],
    resting: [],
    working: [],
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await jobs.rest();
    all.file.push(await measure(count, bare.file));
    all.row.push(await measure(count, bare.row));
    all.resting.push(await measure(count, own));
    await jobs.pile();
    // The first photo wakes them; a second later they are at work.
    await own(takePhoto(), 0, 0);
    await sleep(1500);
    const made = await jobs.copies();
    all.working.push(await measure(count, own));
    copies += (await jobs.copies()) - made;
  }
  const [file, row] = [mediansOf(all.file), mediansOf(all.row)];
  for (const [name, measured] of [
    ['at rest', mediansOf(all.resting)],
    ['at work', mediansOf(all.working)],
  ] as const) {
    const percent = (limit: Measured) => `${((100 * measured.speed) / limit.speed).toFixed(0)}%`;
    lines.push(
      [
        String(count).padStart(7),
        file.speed.toFixed(1).padStart(10),
        row.speed.toFixed(1).padStart(9),
        name.padStart(9),
        measured.speed.toFixed(1).padStart(11),
        percent(file).padStart(9),
        percent(row).padStart(8),
        measured.p50.toFixed(1).padStart(7),
        measured.p99.toFixed(1).padStart(7),
      ].join(' '),
    );
  }
}
clearInterval(watch);
await jobs.work();
await owner.query('drop function bench_rest()');
await owner.query('drop table bench_photo');
await owner.end();
bare.stop();
agent.destroy();

console.log(
  `photos of ${BYTES / 1000} kB, ${PHOTOS} a round, medians of ${ROUNDS} rounds; MB/s; load at the start ${load.toFixed(1)}`,
);
console.log('clients  bare file  with row      jobs  durable     of file   of row  p50 ms  p99 ms');
for (const line of lines) console.log(line);
console.log(`copies made beside: ${copies}`);
if (before > 0) {
  const grown = (to: number) => `+${((to - before) / 1e6).toFixed(0)} MB`;
  const photos = sent.reduce((sum, one) => sum + one, 0);
  console.log(
    `server memory: ${(before / 1e6).toFixed(0)} MB; ${grown(mostAlone)} at most during ${ALONE} photos, copies at rest`,
  );
  console.log(`${grown(most)} at most during all ${photos}, with copies`);
}
