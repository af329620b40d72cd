import type { FindingView } from '@kiemtra/shared/findings';
import type { FindingRow } from './finding.rows.js';

export function presentFinding(row: FindingRow): FindingView {
  const { criteria_version_id: versionId, criterion_key: key } = row;
  return {
    id: row.id,
    planId: row.plan_id,
    target: row.target_id === null ? null : { id: row.target_id, name: row.target_name ?? '' },
    visitId: row.visit_id,
    kind: row.kind,
    area: row.area,
    criterion:
      versionId === null || key === null
        ? null
        : { versionId, key, code: row.criterion_code ?? key, text: row.criterion_text ?? '' },
    text: row.text,
    extent: row.extent,
    legalBasis: row.legal_basis,
    cause: row.cause,
    severity: row.severity,
    evidenceCount: row.evidence_count,
    isIssued: row.is_issued,
    isWithdrawn: row.is_withdrawn,
    version: row.version,
  };
}
