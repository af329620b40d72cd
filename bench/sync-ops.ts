/**
 * How many checklists of 100 answers a second are acknowledged, beside the bare limit: the same answers as one upsert of
 * 100 rows through `pg`. Both in one run, in turns, medians; the ratio is what counts.
 *
 * Reads DATABASE_URL and DATABASE_OWNER_URL (a migrated database) and SERVER_URL (a server on it).
 */
import 'reflect-metadata';
import { Agent, request } from 'node:http';
import pg from 'pg';
import { ANSWERS, batch, createClients, type Batch, type Client } from './field.js';
import { share } from './figures.js';

const CLIENTS = [1, 8, 32];
const ROUNDS = 3;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 4);

interface Measured {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

/** Does the work over and over in so many lines at once. */
async function measure(lines: number, work: (line: number) => Promise<void>): Promise<Measured> {
  const times: number[] = [];
  const begin = performance.now();
  const end = begin + SECONDS * 1000;
  await Promise.all(
    Array.from({ length: lines }, async (_, line) => {
      for (let before = performance.now(); before < end;) {
        await work(line);
        const now = performance.now();
        times.push(now - before);
        before = now;
      }
    }),
  );
  const perSecond = (times.length * 1000) / (performance.now() - begin);
  return { perSecond, p50: share(times, 0.5), p99: share(times, 0.99) };
}

const median = (values: readonly number[]) => share(values, 0.5);

function mediansOf(all: readonly Measured[]): Measured {
  return {
    perSecond: median(all.map(({ perSecond }) => perSecond)),
    p50: median(all.map(({ p50 }) => p50)),
    p99: median(all.map(({ p99 }) => p99)),
  };
}

const UPSERT = `
  insert into bench_answer (record_id, criterion, input, rev, author, updated_at)
  select $1, c, i::jsonb, $4, $5, now() from unnest($2::text[], $3::text[]) as a(c, i)
  on conflict (record_id, criterion) do update
  set input = excluded.input, rev = excluded.rev, author = excluded.author, updated_at = excluded.updated_at`;

/** The bare limit: one statement a checklist, one connection a line, nothing else. */
async function bareUpsert(clients: readonly Client[]) {
  const owner = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
  await owner.connect();
  await owner.query(`drop table if exists bench_answer; create table bench_answer (record_id uuid, criterion text,
    input jsonb, rev integer, author uuid, updated_at timestamptz, primary key (record_id, criterion))`);
  const lines = await Promise.all(
    clients.map(async () => {
      const line = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
      await line.connect();
      return line;
    }),
  );
  const rounds = clients.map(() => 0);
  const criteria = Array.from({ length: ANSWERS }, (_, index) => `${Math.floor(index / 20) + 1}.${(index % 20) + 1}`);
  return {
    async work(line: number): Promise<void> {
      const round = (rounds[line] = (rounds[line] ?? 0) + 1);
      const inputs = criteria.map(() => JSON.stringify({ numerator: String(80 + (round % 20)), denominator: '100' }));
      await lines[line]?.query(UPSERT, [clients[line]?.visit, criteria, inputs, round, clients[line]?.account]);
    },
    async close(): Promise<void> {
      await Promise.all(lines.map((line) => line.end()));
      await owner.query('drop table bench_answer');
      await owner.end();
    },
  };
}

const agent = new Agent({ keepAlive: true });

function post(client: Client, { body, digest }: Batch): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      cookie: client.cookie,
      'content-type': 'application/json',
      'content-length': body.length,
      'content-digest': digest,
      'x-requested-with': 'kiemtra',
      'x-sync-protocol': '1',
      'x-sync-account': client.account,
    };
    const sent = request(
      `${process.env['SERVER_URL']}/api/v1/sync/ops`,
      { method: 'POST', agent, headers },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => (text += part));
        answer.on('end', () => {
          const applied = text.split('"applied"').length - 1;
          if (answer.statusCode === 200 && applied === ANSWERS) resolve();
          else reject(new Error(`${answer.statusCode}: ${text.slice(0, 300)}`));
        });
      },
    );
    sent.on('error', reject).end(body);
  });
}

/** Devices that send one checklist after the other; what they send next is made before it is measured. */
function devices(clients: readonly Client[]) {
  const sent = clients.map(() => 0);
  const prepared = clients.map((): Batch[] => []);
  return {
    prepare(lines: number, each: number): void {
      for (const [line, client] of clients.slice(0, lines).entries()) {
        const own = prepared[line] ?? [];
        while (own.length < each) own.push(batch(client, (sent[line] ?? 0) + own.length));
      }
    },
    async work(line: number): Promise<void> {
      const client = clients[line];
      if (!client) throw new Error('more lines than clients');
      const next = prepared[line]?.shift() ?? batch(client, sent[line] ?? 0);
      sent[line] = (sent[line] ?? 0) + 1;
      await post(client, next);
    },
  };
}

const clients = await createClients(Math.max(...CLIENTS));
const bare = await bareUpsert(clients);
const own = devices(clients);
console.log('clients  bare upsert/s  acknowledged/s  ratio   p50 ms   p99 ms');
for (const lines of CLIENTS) {
  const limits: Measured[] = [];
  const measured: Measured[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    limits.push(await measure(lines, (line) => bare.work(line)));
    own.prepare(lines, Math.ceil((SECONDS * 700) / lines));
    measured.push(await measure(lines, (line) => own.work(line)));
  }
  const [limit, result] = [mediansOf(limits), mediansOf(measured)];
  const figures = [
    limit.perSecond.toFixed(0).padStart(13),
    result.perSecond.toFixed(0).padStart(14),
    `${((100 * result.perSecond) / limit.perSecond).toFixed(0)}%`.padStart(5),
    result.p50.toFixed(1).padStart(7),
    result.p99.toFixed(1).padStart(7),
  ];
  console.log(String(lines).padStart(7), ...figures);
}
await bare.close();
agent.destroy();
