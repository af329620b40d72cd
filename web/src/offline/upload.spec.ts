import { createHash } from 'node:crypto';
import { TARGET } from '@kiemtra/shared/testing';
import { LedgerDatabase } from './database.js';
import type { Ledger } from './index.js';
import { answer, cut, lostReply, place, refuse, World, type Fault, type Request } from './testing/world.js';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

const KB = 1024;
/** Bytes of a picture that no other one is like. */
function bytesOf(size: number, seed = 7) {
  return Uint8Array.from({ length: size }, (_, index) => (index * seed + (index >> 8)) % 251);
}
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const photo = (bytes: Uint8Array<ArrayBuffer>) => ({ name: 'Ảnh.jpg', mime: 'image/jpeg', bytes });
const files = (ledger: Ledger) => ledger.evidence(TARGET, '3.3.1');
const pieces = () =>
  world.requests.flatMap(({ method, headers, bytes }) =>
    method === 'PATCH' ? [`${headers['Upload-Offset']}+${bytes.length}`] : [],
  );
const methods = () => world.requests.filter(({ path }) => path.includes('/uploads')).map(({ method }) => method);

/** What happens to the n-th piece; every other request goes through. */
function atPiece(n: number, fault: Fault): Fault {
  let seen = 0;
  return (deliver, request) => {
    if (request.method !== 'PATCH') return deliver();
    seen += 1;
    return seen === n ? fault(deliver, request) : deliver();
  };
}

/** A tab with one large file that sets out under a fault. */
async function sending(fault: Fault, size = 900 * KB) {
  const ledger = await world.tab();
  await world.idle();
  world.requests.length = 0;
  world.always = fault;
  const bytes = bytesOf(size);
  const id = await ledger.addEvidence(place, photo(bytes));
  await world.idle();
  return { ledger, id, bytes };
}

/** Lets time pass; what the server has of the file then, and what the screen says of it. */
async function arrived(ledger: Ledger, id: string) {
  await world.pass(600_000);
  return [world.files.get(id), files(ledger)[0]?.isReceived];
}

describe('a large file', () => {
  it('goes in pieces that grow on a good line, each with its checksum', async () => {
    const { ledger, id, bytes } = await sending((deliver) => deliver());
    expect(pieces()).toEqual([`0+${256 * KB}`, `${256 * KB}+${512 * KB}`, `${768 * KB}+${132 * KB}`]);
    expect(await arrived(ledger, id)).toEqual([hashOf(bytes), true]);
  });

  it.each([1, 2, 3])('goes on where it stopped when the line is cut in piece %s', async (n) => {
    const { ledger, id, bytes } = await sending(atPiece(n, cut));
    const held = world.uploads.uploads.get(id)?.held.length ?? 0;
    expect(files(ledger)).toMatchObject([{ isReceived: false, sent: null }]);
    world.requests.length = 0;
    expect(await arrived(ledger, id)).toEqual([hashOf(bytes), true]);
    expect(methods()[0]).toBe('HEAD');
    expect(pieces()[0]).toMatch(new RegExp(`^${held}\\+`));
  });

  it('F28: asks where it stands when the reply to a piece was lost, and sends no byte twice', async () => {
    const { ledger, id, bytes } = await sending(atPiece(2, lostReply));
    expect(await arrived(ledger, id)).toEqual([hashOf(bytes), true]);
    const total = world.requests.reduce(
      (sum, { method, bytes: sent }) => sum + (method === 'PATCH' ? sent.length : 0),
      0,
    );
    expect(total).toBe(bytes.length);
  });

  it('is told received only once when the reply to the last piece was lost', async () => {
    const { ledger, id, bytes } = await sending(atPiece(3, lostReply));
    expect(files(ledger)).toMatchObject([{ isReceived: false }]);
    world.requests.length = 0;
    expect(await arrived(ledger, id)).toEqual([hashOf(bytes), true]);
    expect(methods()).toEqual(['HEAD']);
  });

  it('goes on from another offset when the server holds another one', async () => {
    const { ledger, id, bytes } = await sending(
      atPiece(2, (deliver, request) => {
        // Another tab was there a moment ago.
        deliver();
        return world.surroundings().send(request.path, { ...request, body: request.bytes } as RequestInit);
      }),
    );
    expect(await arrived(ledger, id)).toEqual([hashOf(bytes), true]);
    expect(methods()).toContain('HEAD');
  });

  it.each<[string, Fault]>([
    ['a piece was damaged', refuse(460, 'evidence.chunk-damaged')],
    ['the upload is gone', (_, { path }) => (world.uploads.uploads.delete(path.slice(16)), answer(404, { code: 'x' }))],
    ['a captive portal answers', () => answer(200, '<html>Đăng nhập Wi-Fi</html>')],
    ['a proxy says that it is done', () => answer(204, '')],
    ['the server stopped waiting', refuse(408, 'request.malformed')],
    ['the server is broken', refuse(500, 'request.bug')],
  ])('arrives in the end when %s', async (_, fault) => {
    const { ledger, id, bytes } = await sending(atPiece(2, fault));
    expect(await arrived(ledger, id)).toEqual([hashOf(bytes), true]);
  });

  it('arrives in the end when all pieces came and one was stored wrong', async () => {
    const { ledger, id, bytes } = await sending(
      atPiece(2, (deliver) => {
        const before = deliver();
        world.uploads.uploads.get(id0())?.held.fill(0, 0, 5);
        return before;
      }),
    );
    function id0() {
      return [...world.uploads.uploads.keys()][0] ?? '';
    }
    expect(await arrived(ledger, id)).toEqual([hashOf(bytes), true]);
  });

  it('F34: shrinks its pieces until they pass a line that carries only small ones', async () => {
    const narrow: Fault = (deliver, { bytes }) => (bytes.length > 40 * KB ? cut(deliver, {} as Request) : deliver());
    const { ledger, id, bytes } = await sending(narrow, 300 * KB);
    await world.pass(3_600_000);
    expect(world.files.get(id)).toBe(hashOf(bytes));
    expect(files(ledger)).toMatchObject([{ isReceived: true }]);
  });

  it('shows how much of it the server holds', async () => {
    const seen: (number | null)[] = [];
    const ledger = await world.tab();
    ledger.subscribe(() => seen.push(files(ledger)[0]?.sent ?? null));
    await ledger.addEvidence(place, photo(bytesOf(900 * KB)));
    await world.idle();
    expect(seen.filter((bytes) => bytes !== null)).toEqual(expect.arrayContaining([0, 256 * KB, 768 * KB]));
    expect(files(ledger)[0]?.sent).toBeNull();
  });

  it('is not sent to whoever logged in on the device instead', async () => {
    const ledger = await world.tab();
    await world.idle();
    let isSwitched = false;
    world.always = (deliver, { method }) => {
      if (method === 'PATCH' && !isSwitched) {
        isSwitched = true;
        world.session = 'somebody else';
      }
      return deliver();
    };
    const id = await ledger.addEvidence(place, photo(bytesOf(900 * KB)));
    await world.idle();
    expect(ledger.status()).toMatchObject({ state: 'auth_required', files: 1 });
    expect(world.uploads.uploads.get(id)?.held.length).toBe(0);
    world.session = world.account;
    await ledger.flushNow();
    expect(world.files.has(id)).toBe(true);
  });
});

describe('many files', () => {
  it.each([
    ['two at a time', false, 2],
    ['one at a time when the person saves data', true, 1],
  ])('go %s, the smallest first', async (_, isSavingData, most) => {
    world.isSavingData = isSavingData;
    world.always = cut;
    const ledger = await world.tab();
    const sizes = [50, 10, 40, 20, 30];
    for (const size of sizes) await ledger.addEvidence(place, photo(bytesOf(size)));
    await world.idle();
    const open = new Set<string>();
    let seen = 0;
    world.always = async (deliver, { method, path }) => {
      if (method !== 'PATCH') return deliver();
      open.add(path);
      seen = Math.max(seen, open.size);
      // Long enough for another to set out, on a busy machine, too.
      for (let look = 0; look < 40 && open.size < 2; look += 1) await new Promise((resolve) => setTimeout(resolve, 5));
      open.delete(path);
      return deliver();
    };
    world.requests.length = 0;
    await ledger.flushNow();
    expect([seen, world.files.size]).toEqual([most, 5]);
    const order = pieces().map((piece) => Number(piece.split('+')[1]));
    // Of two that go side by side either may be faster.
    for (const [index, size] of order.entries()) expect(Math.abs(size / 10 - 1 - index)).toBeLessThan(most);
  });

  it('hold up no answer while one of them hangs', async () => {
    const ledger = await world.tab();
    await world.idle();
    world.always = (deliver, { method }) => (method === 'PATCH' ? new Promise(() => {}) : deliver());
    await ledger.addEvidence(place, photo(bytesOf(30)));
    await world.idle();
    expect(files(ledger)).toMatchObject([{ isReceived: false, sent: 0 }]);
    ledger.setNote(place, 'Vẫn ghi được');
    await ledger.commit();
    await world.idle();
    expect(ledger.cell(TARGET, '3.3.1', 'note').status).toBe('synced');
  });
});

describe('bytes on this device', () => {
  it('are stored in pieces of 512 KiB and read back whole', async () => {
    world.always = cut;
    const ledger = await world.tab();
    const bytes = bytesOf(1100 * KB);
    const id = await ledger.addEvidence(place, photo(bytes));
    await world.idle();
    const db = new LedgerDatabase(world.account);
    const stored = await db.read(['pieces'], ({ pieces }) => pieces.index('id').getAll(id));
    expect(stored.map((piece) => piece.bytes.length)).toEqual([512 * KB, 512 * KB, 76 * KB]);
    db.close();
    expect(hashOf((await ledger.findBytes(id)) ?? new Uint8Array())).toBe(hashOf(bytes));
  });

  it('F50: that an earlier release stored in one are sent all the same', async () => {
    world.always = cut;
    const ledger = await world.tab();
    const bytes = bytesOf(900 * KB);
    const id = await ledger.addEvidence(place, photo(bytes));
    await world.idle();
    await ledger.close();
    const db = new LedgerDatabase(world.account);
    await db.write(['pieces', 'bytes'], async (stores) => {
      await stores.pieces.clear();
      await stores.bytes.add({ id, bytes });
    });
    db.close();
    world.always = null;
    await (await world.tab()).flushNow();
    expect(world.files.get(id)).toBe(hashOf(bytes));
  });

  it('that went bad are never sent for ever: the file is refused here and stays', async () => {
    world.always = cut;
    const ledger = await world.tab();
    const id = await ledger.addEvidence(place, photo(bytesOf(900)));
    await world.idle();
    const db = new LedgerDatabase(world.account);
    await db.write(['pieces'], ({ pieces }) => pieces.put({ id, n: 0, bytes: bytesOf(900, 11) }));
    db.close();
    world.always = null;
    await ledger.flushNow();
    expect(files(ledger)).toMatchObject([{ isReceived: false, refusal: 'Tệp trên máy đã hỏng.' }]);
    expect(await ledger.findBytes(id)).toHaveLength(900);
  });

  it('go once the visit is finalised and the server has them, not before', async () => {
    const ledger = await world.tab();
    const received = await ledger.addEvidence(place, photo(bytesOf(30)));
    await ledger.flushNow();
    world.always = cut;
    const waiting = await ledger.addEvidence(place, photo(bytesOf(40)));
    await world.idle();
    await ledger.releaseVisit('another visit');
    expect(await ledger.findBytes(received)).toHaveLength(30);
    await ledger.releaseVisit(place.visit);
    expect(await ledger.findBytes(received)).toBeNull();
    expect(await ledger.findBytes(waiting)).toHaveLength(40);
  });
});
