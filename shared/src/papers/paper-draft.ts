import { missingOf, type Block, type PaperDocument, type Requirement } from '../documents/index.js';
import type { CampaignRecord } from './campaign-record.js';
import type { PaperIssuer } from './paper-issuer.js';

/** What papers of a campaign are made from. */
export interface PaperInput {
  record: CampaignRecord;
  /** The body whose plan it is. */
  authority: PaperIssuer;
  /** Who signs; what is not known stays blank. */
  signer: { position: string; name: string | null };
  /** Year printed while the date is blank. */
  year: number;
}

/** A paper as far as it can be made now. */
export interface PaperDraft {
  /** What it is of; null for the plan itself. */
  subject: { id: string; name: string } | null;
  issuer: PaperIssuer;
  /** Vietnamese names of everything it cannot be written without. */
  missing: string[];
  /** The paper; only when nothing is missing. */
  write: () => PaperDocument;
}

/** The draft of a paper from its own input. */
export function paperDraft<Input extends { issuer: PaperIssuer }>(
  subject: PaperDraft['subject'],
  input: Input,
  requirements: readonly Requirement<Input>[],
  write: (input: Input) => PaperDocument,
): PaperDraft {
  return { subject, issuer: input.issuer, missing: missingOf(requirements, input), write: () => write(input) };
}

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const dash = (text: string): Block => ({ kind: 'dash', text });
export const part = (text: string): Block => ({ kind: 'heading', level: 1, text });
export const section = (text: string): Block => ({ kind: 'heading', level: 2, text });
