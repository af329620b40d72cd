import { defineAudit } from '../kernel/index.js';
import { FINDING_KIND_LABELS, type FindingKind } from './finding.rules.js';

interface Found {
  kind: FindingKind;
  text: string;
}

const told = ({ kind, text }: Found) => `${FINDING_KIND_LABELS[kind].toLocaleLowerCase('vi')} “${shortened(text)}”`;

export const findingsAudit = defineAudit('findings', {
  created: (details: Found) => `Ghi ${told(details)}`,
  updated: (details: Found) => `Sửa ${told(details)}`,
  removed: (details: Found) => `Xóa ${told(details)}`,
  judged: ({ text, repeats }: { text: string; repeats: number }) =>
    repeats > 0
      ? `Xác định lặp lại tồn tại, hạn chế của lần kiểm tra trước: “${shortened(text)}”`
      : `Xác định không lặp lại lần kiểm tra trước: “${shortened(text)}”`,
  evidenceAdded: (details: { name: string }) => `Đính kèm tài liệu kiểm chứng ${details.name}`,
  evidenceRemoved: (details: { name: string }) => `Bỏ tài liệu kiểm chứng ${details.name}`,
});

/** A text as one line of at most 120 characters, for a line that tells of it. */
export function shortened(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim());
  return characters.length <= 120 ? characters.join('') : `${characters.slice(0, 119).join('')}…`;
}
