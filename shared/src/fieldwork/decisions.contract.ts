/**
 * GET /api/v1/sync/decisions?lane&from_seq: what a person made of operations of a lane that were parked, for the device that
 * said them. A receipt never changes; this is the word that follows a parked one. It is told to the lane's own account,
 * whatever has become of the visit and of its place in the team.
 */
import { isInstant, isRecord } from '../kernel/index.js';
import { PARKED_DECISIONS } from './parked.rules.js';
import type { Decision } from './parked.view.js';

export const SYNC_DECISIONS_PATH = '/api/v1/sync/decisions';

/** Decisions of one answer. */
export const DECISIONS_MAX = 500;

export interface ToldDecision extends Decision {
  seq: number;
}

export interface DecisionsReply {
  lane: string;
  /** From `from_seq` on, in the order of their numbers; none for what still waits, nor of a lane of somebody else. */
  decisions: ToldDecision[];
  has_more: boolean;
}

function isToldFrom(raw: unknown, fromSeq: number): raw is ToldDecision {
  if (!isRecord(raw)) return false;
  const { seq, decision, reason, by, at } = raw;
  return (
    Number.isInteger(seq) &&
    Number(seq) >= fromSeq &&
    PARKED_DECISIONS.some((known) => known === decision) &&
    (reason === null || typeof reason === 'string') &&
    typeof by === 'string' &&
    isInstant(at)
  );
}

/** Reads an answer; null for everything that is not surely the server's word about these numbers. */
export function readDecisions(json: unknown, lane: string, fromSeq: number): DecisionsReply | null {
  if (!isRecord(json)) return null;
  const { decisions, has_more } = json;
  const right =
    json['lane'] === lane &&
    typeof has_more === 'boolean' &&
    Array.isArray(decisions) &&
    decisions.every((one) => isToldFrom(one, fromSeq)) &&
    (decisions.length > 0 || !has_more);
  return right ? (json as unknown as DecisionsReply) : null;
}
