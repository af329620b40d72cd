import type { ParkedCode } from './outcome.js';
import type { ParkedDecision } from './parked.rules.js';

/** An operation that reached the server and was not applied: it stays readable for ever, whatever is decided. */
export interface ParkedView {
  id: string;
  /** Null for what belongs to the target as a whole. */
  criterion: { code: string; text: string } | null;
  /** "Câu trả lời", "Ghi chú", "Tệp" … */
  subject: string;
  /** What was said, in words. */
  said: string;
  author: string;
  /** An instant, server time. */
  receivedAt: string;
  /** What the device's clock said, with its zone offset. */
  saidAt: string;
  code: ParkedCode;
  /** Null while it waits. */
  decision: { decision: ParkedDecision; reason: string | null; by: string; at: string } | null;
}
