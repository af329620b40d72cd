import type { ParkedCode } from './outcome.js';
import type { ParkedDecision } from './parked.rules.js';

/** What a person made of such an operation. */
export interface Decision {
  decision: ParkedDecision;
  /** Null only of what was taken. */
  reason: string | null;
  /** The name of who decided. */
  by: string;
  /** An instant, server time. */
  at: string;
}

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
  decision: Decision | null;
}
