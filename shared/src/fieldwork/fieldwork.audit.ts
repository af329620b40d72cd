import { defineAudit } from '../kernel/index.js';

interface Decided {
  /** "Câu trả lời, tiêu chí 1.2" */
  what: string;
  author: string;
}

const of = ({ what, author }: Decided) => `nội dung gửi muộn của ${author} (${what})`;

/** The batch log is the record of field work; only what it does not keep leaves a line. */
export const fieldworkAudit = defineAudit('fieldwork', {
  denied: ({ count }: { count: number }) =>
    `Từ chối ${count} nội dung ghi nhận gửi lên từ thiết bị: tài khoản không thuộc đoàn kiểm tra`,
  taken: (details: Decided) => `Tiếp nhận ${of(details)}`,
  refused: (details: Decided & { reason: string }) => `Không tiếp nhận ${of(details)}: ${details.reason}`,
});
