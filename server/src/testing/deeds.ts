/** Small deeds that many suites need, through the API; a deed that is not accepted fails at once. */
import { createHash, randomUUID } from 'node:crypto';
import { TUS_VERSION, writeUploadMetadata } from '@kiemtra/shared/evidence';
import { contentDigest, type BatchReply, type Outcome } from '@kiemtra/shared/fieldwork';
import { newId } from '@kiemtra/shared/kernel';
import { PDF } from './campaign.js';
import type { Cast, Part } from './cast.js';
import type { Answer, TestClient } from './test-client.js';

/** The body of an answer that must be a success. */
export async function accepted<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { status, body, problem } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(problem)}`);
  return body;
}

/** Uploads a small file; gives its id. */
export async function uploaded(client: TestClient, name: string, bytes: Uint8Array = PDF): Promise<string> {
  const id = newId();
  await accepted(client.send('PUT', `/files/${id}`, bytes, uploadHeaders(name)));
  return id;
}

export function uploadHeaders(name: string): Record<string, string> {
  return { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) };
}

/** The headers with which an upload in pieces is asked for. */
export function tusHeaders(more: Record<string, string> = {}): Record<string, string> {
  return { 'tus-resumable': TUS_VERSION, ...more };
}

/** What a sender says of bytes it is going to deliver, and the headers that say it. */
export function promiseOf(bytes: Uint8Array, name: string, id = newId()) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const promised = { id, name, mime: 'application/pdf', size: bytes.length, sha256 };
  const headers = { 'upload-length': String(bytes.length), 'upload-metadata': writeUploadMetadata(promised) };
  return { ...promised, headers: tusHeaders(headers) };
}

/** The headers of one piece. */
export function pieceHeaders(offset: number, piece: Uint8Array): Record<string, string> {
  return tusHeaders({
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(offset),
    'upload-checksum': `sha256 ${createHash('sha256').update(piece).digest('base64')}`,
  });
}

/** One operation on criterion 3.1 in a lane of its own. */
export function batchOf(said: { kind: string; visit: string; version: string; value: unknown }) {
  const at = '2026-03-03T08:15:22.113+07:00';
  const operation = { seq: 1, criterion: '3.1', at, offset_ms: 0, ...said };
  return { lane: randomUUID(), first_seq: 1, app_version: '0.1.0', ops: [operation] };
}

/** What a device in a lane of its own says about itself; every field is given. */
export function helloOf(packs: readonly string[], rest: object = {}) {
  return {
    lane: newId(),
    max_seq: 0,
    packs,
    unsent: 0,
    unsent_age: 0,
    pending_kib: 0,
    storage: 'persistent',
    device_time: new Date().toISOString(),
    app_version: '0.1.0',
    lost: { lane: newId(), last_seq: 7 },
    left: [{ lane: newId(), last_seq: 3 }],
    ...rest,
  };
}

/** The headers that a device sends with the bytes of a batch. */
export function syncHeaders(accountId: string, bytes: string | Uint8Array): Record<string, string> {
  return {
    'content-digest': contentDigest(createHash('sha256').update(bytes).digest('base64')),
    'x-sync-protocol': '1',
    'x-sync-account': accountId,
  };
}

/** Sends a batch of which every operation must have this outcome. */
export async function sent(cast: Cast, part: Part, batch: object, expected: Outcome = 'applied'): Promise<void> {
  const text = JSON.stringify(batch);
  const headers = syncHeaders(cast.accounts[part], text);
  const { receipts } = await accepted(cast.as(part).send<BatchReply>('POST', '/sync/ops', text, headers));
  const refused = receipts.find(({ outcome }) => outcome !== expected);
  if (refused) throw new Error(JSON.stringify(refused));
}
