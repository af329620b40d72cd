/**
 * The bare limit of photos, a process of its own: what comes is streamed to a file, file and folder are forced onto the disk,
 * then it is answered. Under /row/ it also takes the SHA-256 and writes one row. Nothing is checked.
 *
 * Reads BARE_DIR and DATABASE_OWNER_URL; tells its parent the port.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';

const folder = process.env['BARE_DIR'] ?? '';
await mkdir(folder, { recursive: true });
const pool = new pg.Pool({ connectionString: process.env['DATABASE_OWNER_URL'], max: 10 });
await pool.query('drop table if exists bench_photo');
await pool.query('create table bench_photo (id uuid primary key, sha256 text not null, size integer not null)');

async function take(request: IncomingMessage): Promise<void> {
  const id = path.basename(request.url ?? '');
  const isRecorded = request.url?.startsWith('/row/') ?? false;
  const file = createWriteStream(path.join(folder, id), { flush: true });
  const hash = createHash('sha256');
  if (isRecorded) request.on('data', (part: Buffer) => hash.update(part));
  await pipeline(request, file);
  const directory = await open(folder, 'r');
  await directory.sync();
  await directory.close();
  if (isRecorded)
    await pool.query('insert into bench_photo values ($1, $2, $3)', [id, hash.digest('hex'), file.bytesWritten]);
}

const server = createServer((request, answer) => {
  take(request).then(
    () => answer.writeHead(204).end(),
    (error: unknown) => answer.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.once('disconnect', () => process.exit());
