import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { newId } from '@kiemtra/shared/kernel';
import type { FileView } from '@kiemtra/shared/evidence';
import JSZip from 'jszip';
import { PNG } from '../testing/campaign.js';
import { createCast, type Cast, type Part } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let cast: Cast;
beforeAll(async () => {
  server = await startTestServer();
  cast = await createCast(server);
});
afterAll(() => server.close());

const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const put = (part: Part, id: string, bytes: Uint8Array, headers: Record<string, string> = {}) =>
  cast.as(part).send<FileView>('PUT', `/files/${id}`, bytes, {
    'content-type': 'application/octet-stream',
    'x-file-name': 'bi%C3%AAn%20b%E1%BA%A3n.pdf',
    ...headers,
  });
const incoming = () => readdirSync(path.join(server.config.STORAGE_DIR, 'incoming'));

async function office(part: string, extra: Record<string, string> = {}): Promise<Buffer> {
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x" ContentType="${part}"/></Types>`,
  );
  zip.file('word/document.xml', '<w/>');
  for (const [name, text] of Object.entries(extra)) zip.file(name, text);
  return zip.generateAsync({ type: 'nodebuffer' });
}

describe('PUT /files/:fileId', () => {
  it('stores the bytes under their hash and gives them back as an attachment that cannot run', async () => {
    const id = newId();
    const digest = createHash('sha256').update(pdf).digest();
    const { status, body } = await put('inspector', id, pdf, {
      'content-digest': `sha-256=:${digest.toString('base64')}:`,
    });
    expect([status, body]).toEqual([
      200,
      { id, name: 'biên bản.pdf', mediaType: 'application/pdf', size: pdf.length, sha256: digest.toString('hex') },
    ]);
    const hash = digest.toString('hex');
    expect(
      existsSync(path.join(server.config.STORAGE_DIR, cast.provinceId, hash.slice(0, 2), hash.slice(2, 4), hash)),
    ).toBe(true);
    const read = await cast.as('inspector').get(`/files/${id}`);
    expect(read.bytes.equals(pdf)).toBe(true);
    expect(read.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''bi%C3%AAn/);
    expect(read.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(read.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('takes the same file twice as one and another under the same id as a conflict', async () => {
    const id = newId();
    expect((await put('inspector', id, pdf)).status).toBe(200);
    expect((await put('inspector', id, pdf)).status).toBe(200);
    expect((await put('inspector', id, PNG)).problem.code).toBe('request.id-reused');
    expect((await put('planner', id, pdf)).status).toBe(409);
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 422],
    ['a program named .jpg', Buffer.from('MZ\u0090\u0000'.padEnd(200, '\u0000'), 'latin1'), 422],
    ['a web page', Buffer.from('<html><script>alert(1)</script></html>'), 422],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 422],
    ['plain text', Buffer.from('xin chào'), 422],
    ['a plain ZIP', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 422],
    ['more than 20 MB', Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]), 413],
  ])('refuses %s and keeps nothing', async (_, bytes, status) => {
    const id = newId();
    expect((await put('inspector', id, bytes)).status).toBe(status);
    expect((await cast.as('inspector').get(`/files/${id}`)).status).toBe(404);
    expect(incoming()).toEqual([]);
  });

  it('tells Word from Word with macros', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
    expect((await put('inspector', newId(), await office(type))).status).toBe(200);
    const macro = await office('application/vnd.ms-word.document.macroEnabled.main+xml', {
      'word/vbaProject.bin': 'x',
    });
    expect((await put('inspector', newId(), macro)).status).toBe(422);
  });

  it('refuses bytes that changed on the way', async () => {
    const answer = await put('inspector', newId(), pdf, {
      'content-digest': `sha-256=:${createHash('sha256').update('other').digest('base64')}:`,
    });
    expect(answer.problem.code).toBe('evidence.digest-mismatch');
  });

  it('refuses broken names and ids', async () => {
    expect((await put('inspector', newId(), pdf, { 'x-file-name': '%E1%BA' })).status).toBe(400);
    expect((await put('inspector', 'nope', pdf)).status).toBe(404);
    expect((await put('inspector', '6f1c24f5-3f52-4a89-8f8e-111111111111', pdf)).status).toBe(404);
  });
});

describe('GET /files/:fileId', () => {
  it('shows a file that proves nothing yet to its sender and the department only', async () => {
    const id = newId();
    await put('unitOfficer', id, pdf);
    const statuses = await Promise.all(
      (['unitOfficer', 'planner', 'otherUnitOfficer', 'inspector'] as const).map(
        async (part) => (await cast.as(part).get(`/files/${id}`)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 404, 404]);
    const other = await createCast(server);
    expect((await other.as('planner').get(`/files/${id}`)).status).toBe(404);
  });
});
