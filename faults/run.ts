/**
 * One run: devices send while the launcher kills the server and Postgres, then everything is drained and judged. Prints what
 * was acknowledged and what was lost; ends with 0 when the run says what its mode must say.
 */
import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '@kiemtra/shared/kernel';
import { createClients } from '../bench/field.js';
import { AppModule } from '../server/src/app.module.js';
import { BatchLogService } from '../server/src/fieldwork/batch-log.service.js';
import { LogCheckService } from '../server/src/fieldwork/log-check.service.js';
import { readConfig } from '../server/src/platform/config/config.js';
import { Database } from '../server/src/platform/database/database.js';
import { createApplication } from '../server/src/platform/http/application.js';
import { FaultyDevice, type Flaw } from './device.js';
import { judgeRun, type Kept } from './history.js';

interface Kill {
  kill: 'server' | 'postgres';
  point?: 'before-commit' | 'after-commit';
}

const POINTS = ['before-commit', 'after-commit', undefined] as const;

/** What is killed, in this order; the server around a commit and at any moment in turn. */
function killsOf(mode: string): Kill[] {
  if (mode === 'early') return [{ kill: 'server', point: 'before-commit' }];
  if (mode === 'renewed') return [{ kill: 'server', point: 'after-commit' }];
  const rounds = mode === 'short' ? 5 : 50;
  return Array.from({ length: rounds }, (_, round): Kill[] => {
    const point = POINTS[round % POINTS.length];
    return [{ kill: 'server', ...(point && { point }) }, { kill: 'postgres' }];
  }).flat();
}

/** Asks the launcher, and waits until what was killed runs again. */
function kill(act: Kill): Promise<void> {
  return new Promise((resolve, reject) => {
    process.once('message', ({ error }: { error?: string }) => (error ? reject(new Error(error)) : resolve()));
    process.send?.(act);
  });
}

const mode = process.argv[2] ?? 'short';
const flaw: Flaw = mode === 'early' || mode === 'renewed' ? mode : 'none';
const LEAST = { short: 5_000, long: 100_000 }[mode] ?? 1;

const clients = await createClients(4);
const run = { isOver: false, isStopped: false };
// Two devices at each visit get into each other's way.
const devices = [...clients, ...clients].map((client) => new FaultyDevice(client, flaw, () => run.isStopped));
const acknowledged = () =>
  devices.reduce((sum, { said }) => sum + said.filter(({ told }) => told.length > 0).length, 0);

const work = Promise.all(
  devices.map(async (device) => {
    while (!run.isOver) await device.work(5 + Math.floor(Math.random() * 40));
  }),
);
const began = performance.now();
const kills = killsOf(mode);
for (const act of kills) {
  await sleep(300 + Math.random() * 700);
  await kill(act);
}
while (acknowledged() < LEAST) await sleep(100);
run.isOver = true;
const giveUp = setTimeout(() => (run.isStopped = true), 60_000);
await work;
clearTimeout(giveUp);

const config = readConfig({ ...process.env, LOG_LEVEL: 'silent' });
const app = await createApplication(AppModule.of(config), config);
await app.init();
const db = app.get(Database);
const provinces = await db.directory<{ id: string }>('select id from province');
const kept: Kept[] = [];
const differences: string[] = [];
for (const { id: provinceId } of provinces) {
  await db.within({ requestId: newId(), provinceId, caller: null }, async () => {
    for (const { lane, logged } of await app.get(BatchLogService).readAll()) {
      for (const { kept: operation, receipt } of logged) {
        const mark = 'kind' in operation && operation.kind === 'note.set' ? operation.value : null;
        kept.push({ lane, seq: receipt.seq, mark, operation, receipt });
      }
    }
    differences.push(...(await app.get(LogCheckService).findDifferences()));
  });
}
await app.close();

const said = devices.flatMap((device) => device.said);
const verdict = judgeRun(said, kept);
const faults = [...verdict.faults, ...differences.map((place) => `${place}: stands otherwise than the log says`)];
const lost = faults.filter((fault) => fault.includes('is lost')).length;
const took = `${((performance.now() - began) / 1000).toFixed(0)} s`;
const [ofServer, ofPostgres] = ['server', 'postgres'].map((one) => kills.filter((act) => act.kill === one).length);
const what = { none: 'devices as they are', early: 'control: acknowledged too early', renewed: 'control: said again' }[
  flaw
];
console.log(
  `${what}: ${ofServer} + ${ofPostgres} kills in ${took}, ${lost} of ${verdict.acknowledged} acknowledged operations lost, ${faults.length} faults`,
);
const mustFind = { none: null, early: /is lost/, renewed: /took effect before/ }[flaw];
const shown = mustFind ? faults.filter((fault) => mustFind.test(fault)).slice(0, 1) : faults.slice(0, 20);
for (const fault of shown) console.log(`  ${fault}`);
const isRight = mustFind ? faults.some((fault) => mustFind.test(fault)) : faults.length === 0;
if (!isRight) console.log(flaw === 'none' ? '  NOT SAFE' : '  NOT FOUND: the check is blind');
process.exit(isRight ? 0 : 1);
