import type { SignerPosition } from './paper-issuer.js';
import type { PaperKind } from './paper-kinds.js';

/** GET /plans/:planId/papers: a kind of paper, and the papers of it that the campaign has. */
export interface PaperKindView {
  kind: PaperKind;
  drafts: PaperDraftView[];
}

export interface PaperDraftView {
  /** What it is of, under its name at the time of the campaign; null for the plan itself. */
  subject: { id: string; name: string } | null;
  /** Vietnamese names of what it cannot be written without; empty when it can be made. */
  missing: string[];
  /** Who may sign for the body that issues it; the name as far as it is known. */
  signers: { position: SignerPosition; name: string | null }[];
}
