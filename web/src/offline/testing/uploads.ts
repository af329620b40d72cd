/** The server's side of uploads in memory, after `upload.contract` of shared/evidence. */
import { createHash } from 'node:crypto';
import {
  evidenceProblems,
  readUploadMetadata,
  TUS_VERSION,
  UPLOADS_PATH,
  writeReprDigest,
} from '@kiemtra/shared/evidence';
import { kernelProblems } from '@kiemtra/shared/kernel';

export interface UploadRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  bytes: Uint8Array;
}

export interface UploadAnswer {
  status: number;
  headers: Record<string, string>;
  body?: object;
}

interface Upload {
  size: number;
  sha256: string;
  held: Uint8Array;
}

const problem = (status: number, code: string, details?: object): UploadAnswer => ({
  status,
  headers: { 'Tus-Resumable': TUS_VERSION },
  body: { code, title: 'Vì sao', details },
});

export class MemoryUploads {
  readonly uploads = new Map<string, Upload>();
  /** Hashes of what was received, by id. */
  readonly files = new Map<string, string>();

  answer({ method, path, headers, bytes }: UploadRequest): UploadAnswer {
    if (headers['Tus-Resumable'] !== TUS_VERSION) return problem(412, evidenceProblems.tusVersion.code);
    if (method === 'POST') return this.#create(headers);
    const id = path.slice(UPLOADS_PATH.length + 1);
    const upload = this.uploads.get(id);
    if (!upload) return problem(404, kernelProblems.notFound.code);
    if (method === 'PATCH') {
      if (Number(headers['Upload-Offset']) !== upload.held.length)
        return problem(409, evidenceProblems.offsetMismatch.code, { offset: upload.held.length });
      const sum = createHash('sha256').update(bytes).digest('base64');
      if (headers['Upload-Checksum'] !== `sha256 ${sum}`) return problem(460, evidenceProblems.chunkDamaged.code);
      upload.held = Buffer.concat([upload.held, bytes]);
      if (upload.held.length === upload.size && !this.#receive(id, upload))
        return problem(460, evidenceProblems.fileDamaged.code);
    }
    return this.#tell(method === 'PATCH' ? 204 : 200, id, upload);
  }

  #create(headers: Record<string, string>): UploadAnswer {
    const promised = readUploadMetadata(headers['Upload-Metadata'] ?? '');
    if (!promised || String(promised.size) !== headers['Upload-Length'])
      return problem(400, kernelProblems.malformed.code);
    const known = this.uploads.get(promised.id);
    if (known && known.sha256 !== promised.sha256) return problem(409, kernelProblems.idReused.code);
    const upload = known ?? { size: promised.size, sha256: promised.sha256, held: new Uint8Array() };
    this.uploads.set(promised.id, upload);
    return this.#tell(201, promised.id, upload);
  }

  #receive(id: string, upload: Upload): boolean {
    const isRight = createHash('sha256').update(upload.held).digest('hex') === upload.sha256;
    if (isRight) this.files.set(id, upload.sha256);
    else upload.held = new Uint8Array();
    return isRight;
  }

  #tell(status: number, id: string, { held, sha256 }: Upload): UploadAnswer {
    const headers: Record<string, string> = { 'Tus-Resumable': TUS_VERSION, 'Upload-Offset': String(held.length) };
    if (this.files.has(id)) headers['Repr-Digest'] = writeReprDigest(sha256);
    return { status, headers };
  }
}
