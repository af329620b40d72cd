import { formatDate } from '../kernel/index.js';
import type { Minutes } from './minutes.js';
import { sealCode, type MinutesSignature } from './signature.js';

/** "08:00 đến 11:30, 23/11/2026; đại diện đơn vị: …; ý kiến: …" */
export function minutesText({ begun, ended, signers, opinion }: Minutes): string {
  return [
    `${begun.time ?? '…'} đến ${ended.time ?? '…'}, ${formatDate(ended.date)}`,
    `đại diện đơn vị: ${signers.unit.name ?? '…'}`,
    `ý kiến của đơn vị: ${opinion ?? 'không có ý kiến khác'}`,
  ].join('; ');
}

/** "Người ký, mã nội dung 1a2b 3c4d 5e6f"; the reason of one who did not sign. */
export function signatureText({ name, paper, refusal }: MinutesSignature): string {
  return refusal === null ? `${name}, mã nội dung ${sealCode(paper)}` : `${name} không ký: ${refusal}`;
}
