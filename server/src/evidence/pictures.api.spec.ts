import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { newId } from '@kiemtra/shared/kernel';
import sharp from 'sharp';
import { createField, Device, said, type Field } from '../fieldwork/testing/field.js';
import { PDF } from '../testing/campaign.js';
import type { Part } from '../testing/cast.js';
import { accepted, uploaded } from '../testing/deeds.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { EvidenceWorker } from './evidence-worker.js';

let server: TestServer;
let field: Field;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  field = await createField(server);
});
afterEach(() => {
  server.clock.at = null;
});
afterAll(() => server.close());

/** A phone's photo: held upright, so it lies on its side in the file, with the place it was taken at. */
const photo = (width = 3000, height = 2000) =>
  sharp({ create: { width, height, channels: 3, background: '#963' } })
    .withMetadata({ orientation: 6, exif: { IFD0: { Make: 'Máy ảnh' }, IFD3: { GPSLatitude: '10/1 2/1 3/1' } } })
    .jpeg()
    .toBuffer();

const as = (part: Part) => field.cast.as(part);
const get = (part: Part, id: string, copy = '') => as(part).get(`/files/${id}${copy}`);
const statusOf = async (part: Part, id: string, copy = '') => (await get(part, id, copy)).status;
const row = async (id: string) =>
  server.inProvince(field.cast.provinceId, () =>
    server.db.one<{ attempts: number; due_at: Date | null; failure: string | null }>(
      'select attempts, due_at, failure from picture where file_id = $1',
      [id],
    ),
  );
const send = async (bytes: Buffer, part: Part = 'inspector') => uploaded(as(part), 'Ảnh quầy.jpg', bytes);

/** A photo that proves an answer, with its copies. */
async function prove(part: Part, more: object = {}, bytes?: Buffer): Promise<string> {
  const sent = bytes ?? (await photo(300, 200));
  const id = await send(sent, part);
  const [receipt] = await new Device(field, part).push(
    said(field, 'evidence.add', '1.1.2', {
      value: { id, name: 'Ảnh quầy.jpg', mime: 'image/jpeg', size: sent.length, sha256: 'ab'.repeat(32), ...more },
    }),
  );
  expect(receipt?.outcome).toBe('applied');
  await field.cast.drawPictures();
  return id;
}

describe('copies of a picture', () => {
  it('stand upright, fit their box, and hold nothing the camera wrote', async () => {
    const original = await photo();
    expect(await sharp(original).metadata()).toMatchObject({ orientation: 6, exif: expect.any(Buffer) as Buffer });
    const id = await send(original);
    expect(await field.cast.drawPictures()).toBe(1);
    const [thumbnail, view] = [await get('inspector', id, '/thumbnail'), await get('inspector', id, '/view')];
    for (const [copy, format, width, height] of [
      [thumbnail, 'webp', 213, 320],
      [view, 'jpeg', 1365, 2048],
    ] as const) {
      expect(await sharp(copy.bytes).metadata()).toMatchObject({ format, width, height });
      expect(await sharp(copy.bytes).metadata()).not.toHaveProperty('exif');
      expect(copy.headers.get('content-type')).toBe(`image/${format}`);
      expect(copy.headers.get('content-disposition')).toMatch(/^inline; /);
      expect(copy.headers.get('x-content-type-options')).toBe('nosniff');
      expect(copy.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
      expect(copy.headers.get('cache-control')).toBe('private, no-store');
    }
    expect((await get('inspector', id)).bytes.equals(original)).toBe(true);
    expect(await field.cast.drawPictures()).toBe(0);
  });

  it('are not there at once, and never of what is no picture', async () => {
    const id = await send(await photo(30, 20));
    expect((await get('inspector', id, '/view')).problem.code).toBe('evidence.picture-not-ready');
    const paper = await uploaded(as('inspector'), 'Biên bản', PDF);
    expect(await statusOf('inspector', paper, '/view')).toBe(404);
  });

  it.each([
    ['that is cut off', async () => (await photo(300, 200)).subarray(0, 400)],
    [
      'that unfolds to more than a camera takes',
      () =>
        sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#000' } })
          .png()
          .toBuffer(),
    ],
  ])('of one %s fail, leave it received, and are tried again later and later', async (_, make) => {
    const id = await send(await make());
    const start = new Date();
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      const due = (await row(id))?.due_at;
      server.clock.at = due ?? start;
      expect(await field.cast.drawPictures()).toBe(1);
      expect(await field.cast.drawPictures()).toBe(0);
      waits.push(((await row(id))?.due_at?.getTime() ?? NaN) - server.clock.at.getTime());
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, NaN].map((minutes) => minutes * 60_000));
    expect(await row(id)).toMatchObject({ attempts: 8, due_at: null, failure: expect.stringMatching(/./) as string });
    expect(await statusOf('inspector', id)).toBe(200);
  });

  it('are made when the original comes back to the store', async () => {
    const id = await send(await photo(70, 20));
    const folder = path.join(server.config.STORAGE_DIR, field.cast.provinceId);
    const stored = readdirSync(folder, { recursive: true, withFileTypes: true }).find((one) => one.isFile());
    const file = path.join(stored?.parentPath ?? '', stored?.name ?? '');
    rmSync(file);
    await field.cast.drawPictures();
    expect(await row(id)).toMatchObject({ attempts: 1, failure: 'the original is not in the store' });
    await send(await photo(70, 20));
    server.clock.at = new Date(Date.now() + 61_000);
    expect(await field.cast.drawPictures()).toBe(2);
    expect(await row(id)).toMatchObject({ due_at: null, failure: null });
  });

  it('are made after a restart in the middle of it', async () => {
    const id = await send(await photo(30, 20));
    await server.inProvince(field.cast.provinceId, () =>
      server.db.query(`update picture set attempts = 1, due_at = $1`, [new Date(Date.now() + 300_000)]),
    );
    expect(await field.cast.drawPictures()).toBe(0);
    server.clock.at = new Date(Date.now() + 301_000);
    expect(await field.cast.drawPictures()).toBe(1);
    expect(await statusOf('inspector', id, '/view')).toBe(200);
  });

  it('are made by the running server by itself, one after the other', async () => {
    const worker = server.app.get(EvidenceWorker);
    const waiting = await send(await photo(30, 20));
    worker.start();
    const coming = await send(await photo(30, 20));
    for (const id of [waiting, coming]) {
      while ((await row(id))?.due_at !== null) await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await worker.beforeApplicationShutdown();
    expect([await statusOf('inspector', waiting, '/view'), await statusOf('inspector', coming, '/view')]).toEqual([
      200, 200,
    ]);
  });
});

describe('who has a picture', () => {
  it('as the camera wrote it: team, department and sender; the rest a copy without its place', async () => {
    const head = as('lead');
    const findingId = newId();
    const [planId, targetId, visitId] = [field.planId, field.targets.wardOne, field.visits.wardOne];
    const text = {
      kind: 'shortcoming',
      area: 'TTHC',
      text: 'Thiếu bảng phí',
      legalBasis: '',
      cause: '',
      severity: 'minor',
    };
    await accepted(
      head.post('/findings', { id: findingId, planId, targetId, visitId, criterion: null, extent: null, ...text }),
    );
    const original = await photo(300, 200);
    const id = await send(original, 'lead');
    await accepted(head.post(`/findings/${findingId}/evidence`, { id, caption: null }));
    const [requestId, recipientId] = [newId(), newId()];
    const recipient = {
      id: recipientId,
      organizationId: field.cast.organizations.wardOne,
      label: null,
      workingDays: 20,
    };
    const request = { kind: 'remedy_by_date', text: 'Niêm yết', measure: '', findingIds: [findingId], workingDays: 20 };
    await accepted(as('planner').post('/requests', { id: requestId, planId, ...request, recipients: [recipient] }));
    const issue = { version: 1, number: '34/SNV-CCHC', issuedOn: '2026-03-10' };
    await accepted(as('planner').post(`/requests/${requestId}/issue`, issue));

    expect((await get('unitOfficer', id)).problem.code).toBe('evidence.picture-not-ready');
    await field.cast.drawPictures();
    for (const part of ['lead', 'inspector', 'leader', 'planner'] as const) {
      expect([part, (await get(part, id)).bytes.equals(original)]).toEqual([part, true]);
    }
    const copy = await get('unitOfficer', id);
    expect(copy.bytes.equals((await get('unitOfficer', id, '/view')).bytes)).toBe(true);
    expect(await sharp(copy.bytes).metadata()).not.toHaveProperty('exif');
    expect(copy.headers.get('content-disposition')).toMatch(/^attachment; .*\.jpg$/);
    expect(await statusOf('otherUnitOfficer', id, '/thumbnail')).toBe(404);
    const elsewhere = await createField(server);
    expect((await elsewhere.cast.as('planner').get(`/files/${id}/view`)).status).toBe(404);
  });

  it('that something was covered on: the head of the team and the department alone, not even its sender', async () => {
    const original = await prove('inspector');
    const parts = ['inspector', 'lead', 'leader', 'planner', 'unitOfficer', 'otherInspector'] as const;
    const seenBy = async (id: string, copy: string) => {
      const seeing: Part[] = [];
      for (const part of parts) if ((await statusOf(part, id, copy)) === 200) seeing.push(part);
      return seeing;
    };
    expect(await seenBy(original, '')).toEqual(['inspector', 'lead', 'leader', 'planner']);
    const covered = await prove('inspector', { derived_from: original }, await photo(301, 200));
    for (const copy of ['', '/view', '/thumbnail']) {
      expect([copy, await seenBy(original, copy)]).toEqual([copy, ['lead', 'leader', 'planner']]);
      expect([copy, await seenBy(covered, copy)]).toEqual([copy, ['inspector', 'lead', 'leader', 'planner']]);
    }
    // Taking the covered one away uncovers nothing.
    await new Device(field, 'lead').push(said(field, 'evidence.remove', '1.1.2', { value: { id: covered } }));
    expect(await seenBy(original, '')).toEqual(['lead', 'leader', 'planner']);
  });

  it('is not changed by a picture at another criterion that claims to be drawn on it', async () => {
    const original = await prove('lead');
    const id = newId();
    await new Device(field, 'inspector').push(
      said(field, 'evidence.add', '1.4.1', {
        value: { id, name: 'x.jpg', mime: 'image/jpeg', size: 3, sha256: 'ab'.repeat(32), derived_from: original },
      }),
    );
    expect(await statusOf('inspector', original)).toBe(200);
  });
});
