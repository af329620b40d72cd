/**
 * A signature on the minutes: a whole cell of its visit and role. It holds the hash of the paper its author had before the
 * eyes.
 */
import { demand, isInstant, list, nullable, object, text, whole, type Read } from '../kernel/index.js';
import { MINUTES_NAME_MAX } from './minutes.js';

/** One stroke of a pen: x and y in turn, in thousandths of the width of the field. */
export type Stroke = number[];

export interface MinutesSignature {
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
export const STROKES_MAX = 200;
/** Numbers of all strokes together: an operation holds them whatever they are. */
export const NUMBERS_MAX = 4000;

const form = (test: (said: string) => boolean, code: string, message: string, max: number): Read<string> =>
  demand(text({ max }), (said) => (test(said) ? null : { path: '', code, message }));

/** Reads a signature out of any JSON; never throws. It is drawn, or refused with a reason. */
export const minutesSignature: Read<MinutesSignature> = demand(
  object<MinutesSignature>({
    name: text({ max: MINUTES_NAME_MAX }),
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

/** As much of the hash as a person compares: "1a2b 3c4d 5e6f". */
export function sealCode(hash: string): string {
  return (hash.slice(0, 12).match(/.{4}/g) ?? []).join(' ');
}
