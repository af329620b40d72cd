import { createHash } from 'node:crypto';
import {
  BATCH_OPS_MAX,
  contentDigest,
  fieldworkProblems,
  PROTOCOL,
  readBatch,
  type Batch,
} from '@kiemtra/shared/fieldwork';
import { kernelProblems, Problem, isRecord } from '@kiemtra/shared/kernel';
import type { FastifyRequest } from 'fastify';

/** A batch as it arrived, of which the envelope is right. */
export interface Push {
  batch: Batch;
  /** The Content-Digest header, which the reply echoes. */
  digest: string;
}

/** A device names the account whose lane and packs it holds; the session of another is none for it. */
export function checkAccount(headers: FastifyRequest['headers'], accountId: string): void {
  const account = headers['x-sync-account'];
  if (account === undefined) throw new Problem(kernelProblems.malformed);
  if (account !== accountId) throw new Problem(kernelProblems.unauthenticated);
}

/** Reads a request of POST sync/ops; throws what the contract says about a wrong one. */
export function readPush({ headers, body, rawBody }: FastifyRequest, accountId: string): Push {
  if (headers['x-sync-protocol'] !== String(PROTOCOL)) throw new Problem(fieldworkProblems.protocol);
  checkAccount(headers, accountId);
  const digest = contentDigest(
    createHash('sha256')
      .update(rawBody ?? '')
      .digest('base64'),
  );
  if (headers['content-digest'] !== digest) throw new Problem(fieldworkProblems.digestMismatch);
  const ops = isRecord(body) ? body['ops'] : undefined;
  if (Array.isArray(ops) && ops.length > BATCH_OPS_MAX) throw new Problem(kernelProblems.tooLarge);
  const batch = readBatch(body);
  if (!batch) throw new Problem(kernelProblems.malformed);
  return { batch, digest };
}
