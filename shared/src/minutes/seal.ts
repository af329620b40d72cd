/**
 * Signatures on the minutes and what they seal: each holds the hash of the paper its author had before the eyes. When
 * anything printed changes later, the paper has another hash, and every signature under the old one shows as broken.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { demand, isInstant, list, nullable, object, oneOf, text, whole, type Read } from '../kernel/index.js';
import { MINUTES_ROLES, type MinutesPaper, type MinutesRole } from './minutes-paper.js';

/** One stroke of a pen: x and y in turn, in thousandths of the width of the field. */
export type Stroke = number[];

export interface MinutesSignature {
  role: MinutesRole;
  name: string;
  /** Of the paper that was signed, 64 lower-case hex digits. */
  paper: string;
  /** Device time. */
  at: string;
  strokes: Stroke[];
  /** Why it was not signed; then there are no strokes. */
  refusal: string | null;
}

export const REFUSAL_MAX = 500;
const STROKES_MAX = 200;
/** Numbers of all strokes together: an operation holds them whatever they are. */
const NUMBERS_MAX = 4000;

const form = (test: (said: string) => boolean, code: string, message: string, max: number): Read<string> =>
  demand(text({ max }), (said) => (test(said) ? null : { path: '', code, message }));

/** Reads a signature out of any JSON; never throws. It is drawn, or refused with a reason. */
export const minutesSignature: Read<MinutesSignature> = demand(
  object<MinutesSignature>({
    role: oneOf(MINUTES_ROLES),
    name: text({ max: 100 }),
    paper: form((hex) => /^[0-9a-f]{64}$/.test(hex), 'sha256.form', 'Không phải mã băm SHA-256.', 64),
    at: form(isInstant, 'instant.form', 'Không phải thời điểm.', 40),
    strokes: list(list(whole(0, 2000), { min: 2, max: NUMBERS_MAX }), { max: STROKES_MAX }),
    refusal: nullable(text({ max: REFUSAL_MAX, multiline: true })),
  }),
  ({ strokes, refusal }) => {
    const numbers = strokes.reduce((sum, stroke) => sum + stroke.length, 0);
    const isDrawn = strokes.length > 0;
    if (isDrawn === (refusal !== null))
      return { path: 'strokes', code: 'signature.empty', message: 'Chữ ký phải được vẽ, hoặc ghi lý do không ký.' };
    if (numbers > NUMBERS_MAX || strokes.some((stroke) => stroke.length % 2 !== 0))
      return { path: 'strokes', code: 'signature.size', message: 'Nét ký không đọc được.' };
    return null;
  },
);

/** The hash that a signature seals. */
export function paperHash(paper: MinutesPaper): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(paper))));
}

/** `valid` also for a refusal: its reason stands under the same paper. */
export type SignatureStanding = 'missing' | 'valid' | 'broken';

/** `sealed` when all three stand under the paper as it is; `broken` when it has changed under one that signed. */
export type SealStanding = 'open' | 'partly' | 'sealed' | 'broken';

export const SEAL_STANDING_TEXT: Record<SealStanding, string> = {
  open: 'Chưa ký',
  partly: 'Chưa đủ chữ ký',
  sealed: 'Đã ký đủ, nội dung nguyên vẹn',
  broken: 'Nội dung đã thay đổi sau khi ký',
};

export interface Seal {
  standing: SealStanding;
  signatures: Record<MinutesRole, SignatureStanding>;
}

export function sealOf(hash: string, signatures: readonly MinutesSignature[]): Seal {
  const standingOf = (role: MinutesRole): SignatureStanding => {
    const signature = signatures.find((one) => one.role === role);
    if (!signature) return 'missing';
    return signature.paper === hash ? 'valid' : 'broken';
  };
  const each = {
    secretary: standingOf('secretary'),
    lead: standingOf('lead'),
    unit: standingOf('unit'),
  };
  const all = Object.values(each);
  if (all.includes('broken')) return { standing: 'broken', signatures: each };
  if (all.every((one) => one === 'valid')) return { standing: 'sealed', signatures: each };
  return { standing: all.includes('valid') ? 'partly' : 'open', signatures: each };
}
