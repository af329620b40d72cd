import { useCan } from '../api/me.js';
import { DownloadButton } from '../ui/DownloadButton.js';

/** Findings and scores as workbooks: of a plan, or of one of its targets. */
export function Exports({ planId, targetId = '' }: { planId: string; targetId?: string }) {
  const canExport = useCan('documents.export');
  if (!canExport) return null;
  return (
    <>
      <DownloadButton path={`/plans/${planId}/findings.xlsx`} query={{ targetId }}>
        Tồn tại, hạn chế (Excel)
      </DownloadButton>
      <DownloadButton path={`/plans/${planId}/scores.xlsx`} query={{ targetId }}>
        Kết quả chấm (Excel)
      </DownloadButton>
    </>
  );
}
