/**
 * /api/v1/uploads: files that travel in pieces and go on where they stopped, after tus 1.0 (core, creation, checksum,
 * expiration, termination). Every request carries `Tus-Resumable: 1.0.0`, and from a device `X-Sync-Account`: a session of
 * another account is answered 401.
 *
 *   POST    Upload-Length, Upload-Metadata → 201 Location, Upload-Offset. The same id, sender and hash give the same
 *           address again; anything else under a known id is 409 request.id-reused.
 *   HEAD    → 200 Upload-Offset, Upload-Length, Upload-Expires; asking renews the seven days.
 *   PATCH   Upload-Offset, Upload-Checksum, at most 1 MiB → 204 Upload-Offset. 409 evidence.offset-mismatch,
 *           460 evidence.chunk-damaged (the piece is dropped) or evidence.file-damaged (all pieces are), 422 for a file
 *           that is not taken. An empty piece at the end asks once more to take a file whose pieces are all there.
 *   DELETE  → 204
 *
 * The file is received exactly when an answer carries `Repr-Digest`: its bytes and its row are then safe. A session of
 * anybody else, an expired or unknown upload: 404.
 */
import { isId, isRecord, isStorableText } from '../kernel/index.js';
import { FILE_MAX_BYTES } from './file.rules.js';

export const TUS_VERSION = '1.0.0';
export const UPLOADS_PATH = '/api/v1/uploads';
/** Bytes of one piece at most. */
export const CHUNK_MAX_BYTES = 1024 * 1024;
/** How long an upload waits for its next piece. */
export const UPLOAD_KEEP_MS = 7 * 86_400_000;

/** What a sender promises to deliver. */
export interface PromisedFile {
  id: string;
  name: string;
  /** Media type as the sender knows it; the server looks at the bytes. */
  mime: string;
  /** Bytes. */
  size: number;
  /** Lower-case hexadecimal SHA-256. */
  sha256: string;
}

const KEYS = { attachment_id: 'id', sha256: 'sha256', size: 'size', mime: 'mime', filename: 'name' } as const;

/** The Upload-Metadata header: pairs of a key and its value as base64 of UTF-8. */
export function writeUploadMetadata(file: PromisedFile): string {
  return Object.entries(KEYS)
    .map(([key, field]) => `${key} ${toBase64(String(file[field]))}`)
    .join(',');
}

/** Reads the header; null when it is not one of ours. Text comes back in NFC. */
export function readUploadMetadata(header: string): PromisedFile | null {
  const read: Record<string, string> = {};
  for (const pair of header.split(',')) {
    const [key = '', value = '', ...rest] = pair.trim().split(' ');
    const text = fromBase64(value);
    if (!Object.hasOwn(KEYS, key) || Object.hasOwn(read, key) || rest.length > 0 || text === null) return null;
    read[key] = text;
  }
  const { attachment_id: id, sha256 = '', size = '', mime = '', filename = '' } = read;
  const isRight =
    isId(id) &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    /^[1-9]\d{0,9}$/.test(size) &&
    /^[\w.+-]{1,60}\/[\w.+-]{1,90}$/.test(mime) &&
    isStorableText(filename) &&
    filename.length <= 255;
  return isRight ? { id, sha256, size: Number(size), mime, name: filename.normalize('NFC') } : null;
}

/** True for a size that a file may have; none is empty. */
export function isFileSize(size: number): boolean {
  return size >= 1 && size <= FILE_MAX_BYTES;
}

/** The Repr-Digest (RFC 9530) of a received file. */
export function writeReprDigest(sha256: string): string {
  const bytes = sha256.match(/../g)?.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))) ?? [];
  return `sha-256=:${btoa(bytes.join(''))}:`;
}

/** What the details of `evidence.offset-mismatch` tell: how much the server holds. */
export function readHeldBytes(details: unknown): number | null {
  const offset = isRecord(details) ? details['offset'] : null;
  return typeof offset === 'number' ? offset : null;
}

function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function fromBase64(text: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
