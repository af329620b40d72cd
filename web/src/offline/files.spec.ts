import { readUploadMetadata } from '@kiemtra/shared/evidence';
import { TARGET } from '@kiemtra/shared/testing';
import type { Ledger } from './index.js';
import { answer, captivePortal, cut, lostReply, place, refuse, World, type Fault } from './testing/world.js';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

const photo = (size: number, name = 'Ảnh bộ phận một cửa.jpg') => ({
  name,
  mime: 'image/jpeg',
  bytes: new Uint8Array(size).fill(size % 251),
});
const files = (ledger: Ledger) => ledger.evidence(TARGET, '3.3.1');
/** What went over the line, as "PATCH uploads/<id> 0+30". */
const sent = () =>
  world.requests.map(({ method, path, headers, bytes }) => {
    const piece = method === 'PATCH' ? ` ${headers['Upload-Offset']}+${bytes.length}` : '';
    return `${method} ${path.replace('/api/v1/', '')}${piece}`;
  });

describe('a file', () => {
  it('is announced first, then its bytes follow, the smallest first', async () => {
    world.always = cut;
    const ledger = await world.tab();
    const large = await ledger.addEvidence(place, photo(900));
    const small = await ledger.addEvidence(place, photo(30));
    await world.idle();
    expect(files(ledger).map(({ isReceived }) => isReceived)).toEqual([false, false]);
    // Each is counted once: its bytes only when nothing but them is to come.
    expect(ledger.status()).toMatchObject({ unsent: 2, files: 0 });
    world.always = null;
    world.requests.length = 0;
    await ledger.flushNow();
    expect(sent().slice(0, 2)).toEqual(['POST sync/ops', 'POST uploads']);
    const pieces = [`PATCH uploads/${small} 0+30`, `PATCH uploads/${large} 0+900`];
    expect(sent().filter((one) => one.startsWith('PATCH'))).toEqual(pieces);
    expect(readUploadMetadata(world.requests[1]?.headers['Upload-Metadata'] ?? '')).toMatchObject({
      id: small,
      name: 'Ảnh bộ phận một cửa.jpg',
      size: 30,
    });
    expect(world.requests.slice(1).map(({ headers }) => headers['X-Sync-Account'])).toEqual(
      Array(4).fill(world.account),
    );
    expect(files(ledger)).toMatchObject([
      { status: 'synced', isReceived: true },
      { status: 'synced', isReceived: true },
    ]);
    expect(ledger.status()).toMatchObject({ unsent: 0, files: 0, kept: 0 });
  });

  it('comes with its bytes or not at all when the device is full, and is kept in sight until there is room', async () => {
    world.always = cut;
    const ledger = await world.tab();
    await world.idle();
    jest.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const id = await ledger.addEvidence(place, photo(30));
    await world.idle();
    expect(files(ledger)).toMatchObject([{ file: { id }, status: 'unsaved' }]);
    expect(ledger.status().unsent).toBe(0);
    world.always = null;
    await world.pass(5000);
    expect(world.files.size).toBe(1);
    expect(files(ledger)).toMatchObject([{ status: 'synced', isReceived: true }]);
  });

  it.each<[string, Fault]>([
    ['the connection is cut', cut],
    ['the reply is lost', lostReply],
    ['a captive portal answers', captivePortal],
    [
      'the server has other bytes',
      () => answer(201, '', { 'Repr-Digest': 'sha-256=:AAAA:', 'Upload-Offset': '30', 'Tus-Resumable': '1.0.0' }),
    ],
    ['the server is broken', refuse(500, 'request.bug')],
    ['the session has ended', refuse(401, 'request.unauthenticated')],
    ['the server is busy', refuse(503, 'request.unavailable', { 'Retry-After': '5' })],
  ])('is sent again when %s', async (_, fault) => {
    const ledger = await world.tab();
    await world.idle();
    world.faults = [(deliver) => deliver(), fault];
    const id = await ledger.addEvidence(place, photo(30));
    await world.idle();
    expect(files(ledger)).toMatchObject([{ isReceived: false }]);
    expect(await ledger.findBytes(id)).toHaveLength(30);
    await world.pass(70_000);
    expect(files(ledger)).toMatchObject([{ isReceived: true }]);
    expect(sent().filter((one) => one.startsWith('PATCH'))).toEqual([`PATCH uploads/${id} 0+30`]);
  });

  it('that the server refuses stays here and holds up no other', async () => {
    const ledger = await world.tab();
    await world.idle();
    world.always = (deliver, { method, bytes }) =>
      method === 'PATCH' && bytes.length === 30
        ? answer(422, { code: 'evidence.kind', title: 'Tệp hỏng.' })
        : deliver();
    const refused = await ledger.addEvidence(place, photo(30));
    await ledger.addEvidence(place, photo(40));
    await world.pass(5000);
    expect(world.files.size).toBe(1);
    expect(ledger.status()).toMatchObject({ files: 0, kept: 1 });
    expect(await ledger.findBytes(refused)).toHaveLength(30);
    expect(files(ledger)).toMatchObject([{ refusal: 'Tệp hỏng.' }, { refusal: null, isReceived: true }]);
    expect((await ledger.readQueue(9)).kept.items).toMatchObject([{ file: { id: refused } }]);

    ledger.removeEvidence(place, refused);
    await ledger.flushNow();
    expect(ledger.status().kept).toBe(0);
    expect(await ledger.findBytes(refused)).toBeNull();
  });

  it('keeps its bytes here for a week after the server confirmed them', async () => {
    const ledger = await world.tab();
    const id = await ledger.addEvidence(place, photo(30));
    await ledger.flushNow();
    await world.idle();
    expect(await ledger.findBytes(id)).toHaveLength(30);
    await ledger.close();
    world.now += 8 * 86_400_000;
    expect(await (await world.tab()).findBytes(id)).toBeNull();
  });

  it('goes away when it is removed, also on the server', async () => {
    const ledger = await world.tab();
    const id = await ledger.addEvidence(place, photo(30));
    await ledger.flushNow();
    ledger.removeEvidence(place, id);
    expect(files(ledger)).toEqual([]);
    await ledger.flushNow();
    expect(world.server.evidence.get(id)?.removed).toMatchObject({ account: world.account });
  });

  it('is refused at once when empty or too large', async () => {
    const ledger = await world.tab();
    await expect(ledger.addEvidence(place, photo(0))).rejects.toMatchObject({ code: 'SCHEMA' });
    await expect(ledger.addEvidence(place, photo(20 * 1024 * 1024 + 1))).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });
});
