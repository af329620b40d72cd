/**
 * The way of a file from its first piece to its row, broken at every step that touches the disk or the database. Whatever
 * breaks, no row stands without its bytes, nothing is acknowledged that is not there, and the sender can go on.
 */
import type { PackView } from '@kiemtra/shared/assessments';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type * as Files from 'node:fs/promises';
import path from 'node:path';
import { Database } from '../platform/database/database.js';
import { createField, Device, said, type Field } from '../fieldwork/testing/field.js';
import { pieceHeaders, promiseOf, tusHeaders } from '../testing/deeds.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

/** Steps left before the power goes, and what was done until then. Null: it stays on. */
const power: { left: number | null; steps: string[] } = { left: null, steps: [] };

/** Nothing is done any more once the power is gone, and nobody cleans up. */
function step(name: string): void {
  if (power.left === null) return;
  power.left -= 1;
  if (power.left < 0) throw new Error(`no power for ${name}`);
  power.steps.push(name);
}

jest.mock('node:fs/promises', () => {
  const actual = jest.requireActual<typeof Files>('node:fs/promises');
  return {
    ...actual,
    mkdir: async (...args: Parameters<typeof actual.mkdir>) => (step('mkdir'), actual.mkdir(...args)),
    rename: async (...args: Parameters<typeof actual.rename>) => (step('rename'), actual.rename(...args)),
    rm: async (...args: Parameters<typeof actual.rm>) => (step('rm'), actual.rm(...args)),
    open: async (...args: Parameters<typeof actual.open>) => {
      step('open');
      const handle = await actual.open(...args);
      for (const name of ['writeFile', 'datasync', 'sync', 'utimes'] as const) {
        const whole = handle[name].bind(handle) as (...rest: unknown[]) => Promise<void>;
        Object.assign(handle, { [name]: async (...rest: unknown[]) => (step(name), whole(...rest)) });
      }
      return handle;
    },
  };
});

class FailingDatabase extends Database {
  protected override async finish(...[work, how]: Parameters<Database['finish']>): Promise<void> {
    const isKept = how === 'COMMIT' && power.left !== null;
    try {
      if (isKept) step('commit');
    } catch (error) {
      await super.finish(work, 'ROLLBACK');
      throw error;
    }
    await super.finish(work, how);
    if (isKept) step('answer');
  }
}

let server: TestServer;
let field: Field;
beforeAll(async () => {
  server = await startTestServer({ database: FailingDatabase });
  field = await createField(server);
});
afterEach(() => {
  power.left = null;
});
afterAll(() => server.close());

const PIECE = 4096;
const aPdf = () => Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(3 * PIECE)]);
const client = () => field.cast.as('inspector');

/** Sends a file as a device does, from wherever the server says it stands; true once the server says it has it. */
async function deliver(bytes: Buffer, promised: ReturnType<typeof promiseOf>): Promise<boolean> {
  let answer = await client().send('POST', '/uploads', undefined, promised.headers);
  while (answer.status < 300 && !answer.headers.get('repr-digest')) {
    const offset = Number(answer.headers.get('upload-offset'));
    const piece = bytes.subarray(offset, offset + PIECE);
    answer = await client().send('PATCH', `/uploads/${promised.id}`, piece, pieceHeaders(offset, piece));
  }
  return answer.status < 300;
}

/** Rows whose bytes are not on disk as the row says. */
async function rowsWithoutBytes(): Promise<string[]> {
  const { provinceId } = field.cast;
  const rows = await server.inProvince(provinceId, () =>
    server.db.query<{ id: string; sha256: string }>('select id, sha256 from file'),
  );
  return rows.flatMap(({ id, sha256 }) => {
    const place = path.join(server.config.STORAGE_DIR, provinceId, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    const found = createHash('sha256').update(readFileSync(place)).digest('hex');
    return found === sha256 ? [] : [id];
  });
}

describe('an upload that breaks', () => {
  it('F65: at any step goes on from there, with no row without bytes and no word before the row', async () => {
    let broken = 0;
    for (let point = 0; ; point += 1) {
      const bytes = aPdf();
      const promised = promiseOf(bytes, 'Biên bản.pdf');
      power.left = point;
      power.steps = [];
      const isDelivered = await deliver(bytes, promised);
      const wentOut = power.left < 0;
      power.left = null;
      expect([point, await rowsWithoutBytes()]).toEqual([point, []]);
      if (!wentOut) {
        expect(isDelivered).toBe(true);
        break;
      }
      broken += 1;
      expect([point, isDelivered]).toEqual([point, false]);
      expect([point, await deliver(bytes, promised)]).toEqual([point, true]);
      expect((await client().get(`/files/${promised.id}`)).bytes.equals(bytes)).toBe(true);
    }
    expect(broken).toBeGreaterThan(20);
    // The last run met no fault: the bytes are on disk, then have their name, then every folder does, then the row stands.
    const { steps } = power;
    const end = ['sync', 'mkdir', 'rename', 'sync', 'sync', 'sync', 'sync', 'commit', 'answer'];
    expect(steps.filter((name) => name !== 'open').slice(-end.length)).toEqual(end);
  });

  it('F70: leaves its announcement waiting for the file until it is there', async () => {
    const bytes = aPdf();
    const promised = promiseOf(bytes, 'Ảnh.pdf');
    const { id, name, mime, size, sha256 } = promised;
    const device = new Device(field, 'inspector');
    const announced = said(field, 'evidence.add', '1.1.2', { value: { id, name, mime, size, sha256 } });
    expect(await device.outcomes(announced)).toEqual(['applied']);
    const isThere = async () => {
      const { body } = await device.ask<PackView>(`/sync/pack?visit=${field.visits.wardOne}`);
      return body.state.evidence.find((one) => one.file.id === id)?.isReceived;
    };
    power.left = 12;
    await deliver(bytes, promised);
    power.left = null;
    expect(await isThere()).toBe(false);
    await deliver(bytes, promised);
    expect(await isThere()).toBe(true);
  });
});

describe('the room for evidence', () => {
  it('refuses the forty-first file of a criterion, whose answer stands all the same', async () => {
    const device = new Device(field, 'inspector');
    const files = Array.from({ length: 41 }, (_, n) => promiseOf(aPdf().subarray(0, 1000 + n), `Ảnh ${n}.pdf`));
    const announced = files.map(({ id, name, mime, size, sha256 }) =>
      said(field, 'evidence.add', '1.4.1', { value: { id, name, mime, size, sha256 } }),
    );
    expect(new Set(await device.outcomes(...announced))).toEqual(new Set(['applied']));
    const answers = [];
    for (const { headers } of files) answers.push(await client().send('POST', '/uploads', undefined, headers));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(40).fill(201), 413]);
    expect(answers.at(-1)?.problem.title).toBe('Tiêu chí này đã đủ 40 tệp. Tệp này được giữ trên máy.');
  });

  it('F66: takes no bytes under an id that another has announced', async () => {
    const promised = promiseOf(aPdf(), 'Ảnh.pdf');
    const { id, name, mime, size, sha256 } = promised;
    const announced = said(field, 'evidence.add', '1.1.2', { value: { id, name, mime, size, sha256 } });
    await new Device(field, 'lead').push(announced);
    expect((await client().send('POST', '/uploads', undefined, promised.headers)).problem.code).toBe(
      'request.id-reused',
    );
    expect((await client().send('HEAD', `/uploads/${id}`, undefined, tusHeaders())).status).toBe(404);
  });
});
