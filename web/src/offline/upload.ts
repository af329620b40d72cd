/**
 * One file on its way to the server, piece by piece, from wherever the server says it stands: see `upload.contract` of
 * shared/evidence. Only the right hash says that the server has it; only a refusal of the file itself ends the attempts.
 */
import {
  CHUNK_MAX_BYTES,
  evidenceProblems,
  TUS_VERSION,
  UPLOADS_PATH,
  writeReprDigest,
  writeUploadMetadata,
} from '@kiemtra/shared/evidence';
import { retryAfterMs, type Evidence } from '@kiemtra/shared/fieldwork';
import { isRecord, kernelProblems } from '@kiemtra/shared/kernel';
import { exchange } from './batch.js';
import { checksumOf, sha256Hex, type Bytes } from './digest.js';
import type { Surroundings } from './surroundings.js';

/** A request that brings a piece lives no longer than this on either side, so pieces shrink on a bad line. */
const TIMEOUT = 60_000;
const PIECE_START = 256 * 1024;
const PIECE_MIN = 32 * 1024;
/** How often in a row a step may lead nowhere. */
const PATIENCE = 3;

/** What became of an attempt. */
export type UploadEnd =
  | { do: 'received' }
  | { do: 'refused'; why: string }
  | { do: 'login' }
  | { do: 'wait'; ms: number }
  | { do: 'retry' }
  | { do: 'unreachable' };

/** After an answer: at which byte to go on, what to ask first, or the end. */
type Step = { at: number } | { ask: 'create' | 'head'; isDamaged?: true } | UploadEnd;

/** How large the pieces of this device are at the moment. */
export class PieceSize {
  bytes = PIECE_START;

  grow(): void {
    this.bytes = Math.min(CHUNK_MAX_BYTES, this.bytes * 2);
  }
  shrink(): void {
    this.bytes = Math.max(PIECE_MIN, Math.floor(this.bytes / 2));
  }
}

export interface Sender {
  account: string;
  surroundings: Surroundings;
  closing: AbortSignal;
  pieceSize: PieceSize;
  /** The server holds so many bytes. */
  onProgress: (bytes: number) => void;
}

/** Sends a file; `read` gives its bytes, `isBegun` when the server was asked to take it before. */
export async function sendFile(
  file: Evidence,
  read: (from: number, to: number) => Promise<Bytes>,
  isBegun: boolean,
  sender: Sender,
): Promise<UploadEnd> {
  const upload = new Upload(file, sender);
  let step: Step = await (isBegun ? upload.ask() : upload.create());
  for (let left = PATIENCE; left > 0;) {
    if ('do' in step) return step;
    if ('ask' in step) {
      left -= 1;
      if (step.isDamaged && (await sha256Hex(await read(0, file.size))) !== file.sha256)
        return { do: 'refused', why: 'Tệp trên máy đã hỏng.' };
      step = await (step.ask === 'create' ? upload.create() : upload.ask());
      continue;
    }
    const { at }: { at: number } = step;
    sender.onProgress(at);
    step = await upload.bring(at, await read(at, Math.min(at + sender.pieceSize.bytes, file.size)));
    const isFurther = 'at' in step && step.at > at;
    left = isFurther ? PATIENCE : left - 1;
  }
  return 'do' in step ? step : { do: 'retry' };
}

class Upload {
  readonly #path: string;

  constructor(
    private readonly file: Evidence,
    private readonly sender: Sender,
  ) {
    this.#path = `${UPLOADS_PATH}/${file.id}`;
  }

  create(): Promise<Step> {
    const headers = { 'Upload-Length': String(this.file.size), 'Upload-Metadata': writeUploadMetadata(this.file) };
    return this.#exchange(UPLOADS_PATH, { method: 'POST', headers });
  }

  ask(): Promise<Step> {
    return this.#exchange(this.#path, { method: 'HEAD' });
  }

  async bring(at: number, piece: Bytes): Promise<Step> {
    const headers = {
      'Content-Type': 'application/offset+octet-stream',
      'Upload-Offset': String(at),
      'Upload-Checksum': `sha256 ${await checksumOf(piece)}`,
    };
    const step = await this.#exchange(this.#path, { method: 'PATCH', headers, body: piece });
    if ('at' in step) this.sender.pieceSize.grow();
    else if ('do' in step && step.do === 'unreachable') this.sender.pieceSize.shrink();
    return step;
  }

  async #exchange(path: string, init: RequestInit): Promise<Step> {
    const { account, surroundings, closing } = this.sender;
    const common = { 'Tus-Resumable': TUS_VERSION, 'X-Requested-With': 'kiemtra', 'X-Sync-Account': account };
    const all = { ...init, headers: { ...common, ...(init.headers as Record<string, string> | undefined) } };
    const { answer, headers } = await exchange(path, all, TIMEOUT, surroundings, closing);
    if (!answer || !headers) return { do: 'unreachable' };
    const { status, json, retryAfter } = answer;
    if (status >= 200 && status < 300) return this.#stepOf(headers);
    if (status === 429 || status === 503) return { do: 'wait', ms: retryAfterMs(retryAfter, surroundings.now()) };
    return status === 401 ? { do: 'login' } : afterRefusal(status, json);
  }

  #stepOf(headers: Headers): Step {
    const digest = headers.get('Repr-Digest');
    if (digest !== null) return digest === writeReprDigest(this.file.sha256) ? { do: 'received' } : { do: 'retry' };
    const at = Number(headers.get('Upload-Offset') ?? Number.NaN);
    const isOurs = headers.get('Tus-Resumable') === TUS_VERSION && Number.isInteger(at) && at >= 0;
    return isOurs && at <= this.file.size ? { at } : { do: 'retry' };
  }
}

/** Refusals of the file itself; whatever else is refused may pass. */
const FINAL = [403, 409, 412, 413, 422];

function afterRefusal(status: number, json: unknown): Step {
  if (status === 404) return { ask: 'create' };
  if (status === 408) return { do: 'unreachable' };
  if (!isRecord(json)) return { do: 'retry' };
  const { code, title } = json;
  if (code === evidenceProblems.offsetMismatch.code || code === evidenceProblems.chunkDamaged.code)
    return { ask: 'head' };
  if (code === evidenceProblems.fileDamaged.code) return { ask: 'head', isDamaged: true };
  if (code === kernelProblems.crossSite.code || typeof code !== 'string' || !FINAL.includes(status))
    return { do: 'retry' };
  return { do: 'refused', why: typeof title === 'string' ? title : '' };
}
