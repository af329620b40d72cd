import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { CHUNK_MAX_BYTES, UPLOAD_KEEP_MS, writeReprDigest, writeUploadMetadata } from '@kiemtra/shared/evidence';
import { newId } from '@kiemtra/shared/kernel';
import { createCast, type Cast, type Part } from '../testing/cast.js';
import { pieceHeaders, promiseOf, tusHeaders } from '../testing/deeds.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { EvidenceWorker } from './evidence-worker.js';

let server: TestServer;
let cast: Cast;
beforeAll(async () => {
  server = await startTestServer();
  cast = await createCast(server);
});
afterEach(() => {
  server.clock.at = null;
});
afterAll(() => server.close());

/** A PDF of so many bytes that no other one is like. */
const aPdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(size - 9)]);
const KB = 1024;

const create = (part: Part, promised: ReturnType<typeof promiseOf>) =>
  cast.as(part).send('POST', '/uploads', undefined, promised.headers);
const head = (part: Part, id: string) => cast.as(part).send('HEAD', `/uploads/${id}`, undefined, tusHeaders());
const patch = (part: Part, id: string, offset: number, piece: Buffer, headers: Record<string, string> = {}) =>
  cast.as(part).send('PATCH', `/uploads/${id}`, piece, { ...pieceHeaders(offset, piece), ...headers });
const offsetOf = ({ headers }: { headers: Headers }) => Number(headers.get('upload-offset'));
const isReceived = ({ headers }: { headers: Headers }) => headers.get('repr-digest');
const partial = (id: string) => path.join(server.config.STORAGE_DIR, 'partial', cast.provinceId, id);
const stored = (sha256: string) =>
  path.join(server.config.STORAGE_DIR, cast.provinceId, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
const rows = (sql: string) => server.inProvince(cast.provinceId, () => server.db.query<Record<string, unknown>>(sql));

/** An upload of which nothing has come yet. */
async function begin(bytes: Buffer, part: Part = 'inspector') {
  const promised = promiseOf(bytes, 'Biên bản.pdf');
  expect((await create(part, promised)).status).toBe(201);
  return promised;
}

describe('POST /uploads', () => {
  it('opens an address for the file and says how long it waits', async () => {
    const promised = promiseOf(aPdf(3 * KB), 'Biên bản.pdf');
    server.clock.at = new Date('2026-11-20T01:00:00Z');
    const answer = await create('inspector', promised);
    expect([answer.status, answer.headers.get('location'), offsetOf(answer)]).toEqual([
      201,
      `/api/v1/uploads/${promised.id}`,
      0,
    ]);
    expect(answer.headers.get('upload-expires')).toBe('Fri, 27 Nov 2026 01:00:00 GMT');
    expect(isReceived(answer)).toBeNull();
  });

  it('gives the same address again for the same promise, with how much has come', async () => {
    const bytes = aPdf(3 * KB);
    const promised = await begin(bytes);
    await patch('inspector', promised.id, 0, bytes.subarray(0, KB));
    const again = await create('inspector', promised);
    expect([again.status, again.headers.get('location'), offsetOf(again)]).toEqual([
      201,
      `/api/v1/uploads/${promised.id}`,
      KB,
    ]);
    await patch('inspector', promised.id, KB, bytes.subarray(KB));
    expect(isReceived(await create('inspector', promised))).toBe(writeReprDigest(promised.sha256));
  });

  it('F66: refuses other bytes, or another sender, under a known id', async () => {
    const bytes = aPdf(3 * KB);
    const promised = await begin(bytes);
    const other = promiseOf(aPdf(3 * KB), 'Khác.pdf', promised.id);
    expect((await create('inspector', other)).problem.code).toBe('request.id-reused');
    expect((await create('planner', promised)).problem.code).toBe('request.id-reused');
    await patch('inspector', promised.id, 0, bytes);
    expect((await create('inspector', other)).problem.code).toBe('request.id-reused');
    expect((await create('planner', promised)).problem.code).toBe('request.id-reused');
  });

  it('has one effect when the same promise comes many times at once', async () => {
    const promised = promiseOf(aPdf(3 * KB), 'Một.pdf');
    const answers = await Promise.all(Array.from({ length: 6 }, () => create('inspector', promised)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
  });

  it.each([
    ['no metadata', { 'upload-metadata': '' }],
    ['metadata of another kind', { 'upload-metadata': 'filename YQ==' }],
    ['metadata that is no base64', { 'upload-metadata': 'attachment_id !!' }],
    ['no length', { 'upload-length': '' }],
    ['another length than its metadata', { 'upload-length': '7' }],
    ['a negative length', { 'upload-length': '-1' }],
  ])('refuses a promise with %s', async (_, headers) => {
    const promised = promiseOf(aPdf(3 * KB), 'Sai.pdf');
    const answer = await create('inspector', { ...promised, headers: { ...promised.headers, ...headers } });
    expect([answer.status, answer.problem.code]).toEqual([400, 'request.malformed']);
  });

  it('refuses a file that is empty, too large, or under an id that is none', async () => {
    const promised = promiseOf(aPdf(3 * KB), 'Sai.pdf');
    const said = (change: object, length: number) => {
      const metadata = writeUploadMetadata({ ...promised, ...change });
      const headers = { ...promised.headers, 'upload-metadata': metadata, 'upload-length': String(length) };
      return create('inspector', { ...promised, headers });
    };
    expect((await said({ size: 0 }, 0)).status).toBe(400);
    expect((await said({ size: 20 * KB * KB + 1 }, 20 * KB * KB + 1)).problem.code).toBe('evidence.too-large');
    expect((await said({ id: '6f1c24f5-3f52-4a89-8f8e-111111111111' }, promised.size)).status).toBe(400);
    expect((await said({ id: '../../etc/passwd' }, promised.size)).status).toBe(400);
  });

  it('speaks one version of the protocol', async () => {
    const { headers } = promiseOf(aPdf(3 * KB), 'Cũ.pdf');
    const answer = await cast
      .as('inspector')
      .send('POST', '/uploads', undefined, { ...headers, 'tus-resumable': '0.2.2' });
    expect([answer.status, answer.headers.get('tus-version')]).toEqual([412, '1.0.0']);
  });
});

describe('PATCH /uploads/:uploadId', () => {
  it('takes a file in pieces and is done when bytes and row are safe', async () => {
    const bytes = aPdf(2 * CHUNK_MAX_BYTES + 5);
    const { id, sha256 } = await begin(bytes);
    for (let offset = 0; offset < bytes.length; offset += CHUNK_MAX_BYTES) {
      const piece = bytes.subarray(offset, offset + CHUNK_MAX_BYTES);
      const answer = await patch('inspector', id, offset, piece);
      expect([answer.status, offsetOf(answer)]).toEqual([204, offset + piece.length]);
      expect(isReceived(answer) !== null).toBe(offset + piece.length === bytes.length);
    }
    const file = await cast.as('inspector').get(`/files/${id}`);
    expect(file.bytes.equals(bytes)).toBe(true);
    expect([existsSync(partial(id)), existsSync(stored(sha256))]).toEqual([false, true]);
    expect(await rows(`select 1 from upload where id = '${id}'`)).toEqual([]);
    expect(await rows(`select action from audit_event where subject_id = '${id}'`)).toEqual([
      { action: 'evidence.file-received' },
    ]);
  });

  it('F67: drops a piece that changed on the way, or that is not the next one', async () => {
    const bytes = aPdf(4 * KB);
    const { id } = await begin(bytes);
    const damaged = await patch('inspector', id, 0, bytes.subarray(0, KB), pieceHeaders(0, bytes.subarray(1, KB)));
    expect([damaged.status, damaged.problem.code]).toEqual([460, 'evidence.chunk-damaged']);
    await patch('inspector', id, 0, bytes.subarray(0, KB));
    for (const offset of [0, KB - 1, KB + 1, 4 * KB]) {
      const answer = await patch('inspector', id, offset, bytes.subarray(0, 10));
      expect([answer.status, answer.problem.details]).toEqual([409, { offset: KB }]);
    }
    expect(offsetOf(await head('inspector', id))).toBe(KB);
  });

  it('F67: lets one of two senders of the same piece win, and the hash be right', async () => {
    const bytes = aPdf(3 * KB);
    const { id } = await begin(bytes);
    for (let offset = 0; offset < bytes.length; offset += KB) {
      const piece = bytes.subarray(offset, offset + KB);
      const answers = await Promise.all([1, 2, 3].map(() => patch('inspector', id, offset, piece)));
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    }
    expect((await cast.as('inspector').get(`/files/${id}`)).bytes.equals(bytes)).toBe(true);
  });

  it('begins anew when all pieces came and are not the promised file', async () => {
    const bytes = aPdf(3 * KB);
    const { id } = await begin(bytes);
    const other = aPdf(3 * KB);
    await patch('inspector', id, 0, other.subarray(0, KB));
    const answer = await patch('inspector', id, KB, bytes.subarray(KB));
    expect([answer.status, answer.problem.code]).toEqual([460, 'evidence.file-damaged']);
    expect(offsetOf(await head('inspector', id))).toBe(0);
    expect(isReceived(await patch('inspector', id, 0, bytes))).not.toBeNull();
  });

  it('answers a last piece that comes again, and takes nothing beyond the end', async () => {
    const bytes = aPdf(3 * KB);
    const { id, sha256 } = await begin(bytes);
    expect((await patch('inspector', id, 0, Buffer.concat([bytes, bytes]))).status).toBe(400);
    await patch('inspector', id, 0, bytes);
    const again = await patch('inspector', id, 3 * KB, Buffer.alloc(0));
    expect([again.status, isReceived(again)]).toEqual([204, writeReprDigest(sha256)]);
    expect((await patch('inspector', id, 3 * KB, Buffer.from('x'))).status).toBe(400);
    expect((await cast.as('inspector').get(`/files/${id}`)).bytes.equals(bytes)).toBe(true);
  });

  it('refuses what is no piece', async () => {
    const { id } = await begin(aPdf(3 * KB));
    const piece = Buffer.from('%PDF');
    const wrong: Record<string, string>[] = [
      { 'content-type': 'application/octet-stream' },
      { 'upload-checksum': '' },
      { 'upload-checksum': 'md5 AAAA' },
      { 'upload-offset': '-1' },
      { 'upload-offset': '0x0' },
    ];
    for (const headers of wrong) expect((await patch('inspector', id, 0, piece, headers)).status).toBe(400);
    expect((await patch('inspector', id, 0, aPdf(CHUNK_MAX_BYTES + 1))).status).toBe(413);
    const sha1 = `sha1 ${createHash('sha1').update(piece).digest('base64')}`;
    expect((await patch('inspector', id, 0, piece, { 'upload-checksum': sha1 })).status).toBe(204);
  });

  it.each([
    ['a web page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['an iPhone picture that was not converted', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'.padEnd(64, '\0'))],
  ])('takes %s no more than the other way in does', async (_, bytes) => {
    const { id } = await begin(bytes);
    const answer = await patch('inspector', id, 0, bytes);
    expect([answer.status, answer.problem.code]).toEqual([422, 'evidence.wrong-type']);
    expect([existsSync(partial(id)), (await cast.as('inspector').get(`/files/${id}`)).status]).toEqual([false, 404]);
  });
});

describe('an upload', () => {
  it('F68: is there for nobody but its sender, and for no session that has ended', async () => {
    const bytes = aPdf(3 * KB);
    const { id } = await begin(bytes, 'unitOfficer');
    const other = await createCast(server);
    for (const client of [cast.as('otherUnitOfficer'), cast.as('planner'), other.as('unitOfficer')]) {
      for (const method of ['HEAD', 'PATCH', 'DELETE']) {
        const body = method === 'PATCH' ? bytes : undefined;
        const answer = await client.send(method, `/uploads/${id}`, body, pieceHeaders(0, bytes));
        expect([method, answer.status]).toEqual([method, 404]);
      }
    }
    await cast.as('otherUnitOfficer').post('/auth/logout');
    expect((await head('otherUnitOfficer', id)).status).toBe(401);
    expect(offsetOf(await head('unitOfficer', id))).toBe(0);
  });

  it('I14: is not made in the name of whoever logged in on the device meanwhile', async () => {
    const promised = promiseOf(aPdf(3 * KB), 'Của người khác.pdf');
    const headers = { ...promised.headers, 'x-sync-account': cast.accounts.lead };
    expect((await create('inspector', { ...promised, headers })).status).toBe(401);
    expect((await create('lead', { ...promised, headers })).status).toBe(201);
  });

  it('is kept for a week after it was last asked for, then begins anew', async () => {
    const bytes = aPdf(3 * KB);
    server.clock.at = new Date('2026-11-01T00:00:00Z');
    const promised = await begin(bytes);
    await patch('inspector', promised.id, 0, bytes.subarray(0, KB));
    server.clock.at = new Date(server.clock.at.getTime() + UPLOAD_KEEP_MS - 1000);
    expect(offsetOf(await head('inspector', promised.id))).toBe(KB);
    server.clock.at = new Date(server.clock.at.getTime() + UPLOAD_KEEP_MS - 1000);
    expect(offsetOf(await head('inspector', promised.id))).toBe(KB);
    server.clock.at = new Date(server.clock.at.getTime() + UPLOAD_KEEP_MS + 1000);
    expect((await head('inspector', promised.id)).status).toBe(404);
    expect((await patch('inspector', promised.id, KB, bytes.subarray(KB))).status).toBe(404);
    expect(offsetOf(await create('inspector', promised))).toBe(0);
    expect(isReceived(await patch('inspector', promised.id, 0, bytes))).not.toBeNull();
  });

  it('leaves neither bytes nor promise behind when a week has passed, while others go on', async () => {
    const [given, kept] = [aPdf(3 * KB), aPdf(3 * KB)];
    server.clock.at = new Date('2026-11-01T00:00:00Z');
    const [old, young] = [await begin(given), await begin(kept)];
    await patch('inspector', old.id, 0, given.subarray(0, KB));
    await patch('inspector', young.id, 0, kept.subarray(0, KB));
    server.clock.at = new Date(server.clock.at.getTime() + UPLOAD_KEEP_MS - 1000);
    await head('inspector', young.id);
    server.clock.at = new Date(server.clock.at.getTime() + 2000);
    const worker = server.app.get(EvidenceWorker);
    worker.start();
    while (existsSync(partial(old.id))) await new Promise((resolve) => setTimeout(resolve, 50));
    await worker.beforeApplicationShutdown();
    expect(await rows(`select id from upload where id in ('${old.id}', '${young.id}')`)).toEqual([{ id: young.id }]);
    expect(isReceived(await patch('inspector', young.id, KB, kept.subarray(KB)))).not.toBeNull();
    expect(offsetOf(await create('inspector', old))).toBe(0);
    expect(isReceived(await patch('inspector', old.id, 0, given))).not.toBeNull();
  });

  it('can be given up, which leaves a line and no bytes', async () => {
    const bytes = aPdf(3 * KB);
    const { id } = await begin(bytes);
    await patch('inspector', id, 0, bytes.subarray(0, KB));
    expect((await cast.as('inspector').send('DELETE', `/uploads/${id}`, undefined, tusHeaders())).status).toBe(204);
    expect([(await head('inspector', id)).status, existsSync(partial(id))]).toEqual([404, false]);
    expect(await rows(`select action from audit_event where subject_id = '${id}'`)).toEqual([
      { action: 'evidence.upload-dropped' },
    ]);
    expect(readdirSync(path.dirname(partial(id)))).not.toContain(id);
  });

  it('that nothing has announced takes only so much room', async () => {
    const promised = (size: number) => {
      const one = promiseOf(aPdf(KB), 'Lớn.pdf', newId());
      const metadata = writeUploadMetadata({ ...one, size });
      return { ...one, headers: { ...one.headers, 'upload-metadata': metadata, 'upload-length': String(size) } };
    };
    const statuses: number[] = [];
    for (let n = 0; n < 26; n += 1) statuses.push((await create('otherInspector', promised(20 * KB * KB))).status);
    expect(statuses).toEqual([...Array<number>(25).fill(201), 429]);
  });
});
