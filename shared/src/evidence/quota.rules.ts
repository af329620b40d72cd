/** How much evidence may weigh. What is over is not received; the answer it would prove is recorded all the same. */
export const EVIDENCE_QUOTAS = {
  filesOfCriterion: 40,
  /** Bytes. */
  target: 500 * 1024 * 1024,
  /** Bytes of one unit in the plans of one year. */
  unitOfYear: 2 * 1024 * 1024 * 1024,
  /** Bytes on their way from one account that no answer has announced yet. */
  unannounced: 500 * 1024 * 1024,
} as const;

/** What is there already, the file in question left out. */
export interface EvidenceLoad {
  filesOfCriterion: number;
  target: number;
  unitOfYear: number;
}

export type QuotaReason = 'criterion' | 'visit' | 'unit';

/** Why a file of so many bytes does not fit any more; null when it does. */
export function overQuota(load: EvidenceLoad, size: number): QuotaReason | null {
  if (load.filesOfCriterion >= EVIDENCE_QUOTAS.filesOfCriterion) return 'criterion';
  if (load.target + size > EVIDENCE_QUOTAS.target) return 'visit';
  return load.unitOfYear + size > EVIDENCE_QUOTAS.unitOfYear ? 'unit' : null;
}
