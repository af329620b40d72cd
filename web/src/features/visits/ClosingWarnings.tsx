import { Alert } from '@mantine/core';
import type { AssessmentView } from '@kiemtra/shared/assessments';
import {
  MINUTES_ROLES,
  MINUTES_ROLE_LABELS,
  type SealedMinutesView,
  type SignatureStanding,
} from '@kiemtra/shared/minutes';
import type { VisitView } from '@kiemtra/shared/visits';
import { useQuery } from '@tanstack/react-query';
import { standingQuery, visitMinutesQuery } from './visits.queries.js';

/** What a visit would be closed without; it may be closed all the same. */
export function ClosingWarnings({ visit }: { visit: VisitView }) {
  const standing = useQuery(standingQuery(visit.target.id));
  const minutes = useQuery(visitMinutesQuery(visit.id));
  const warnings = [
    standing.data && unansweredText(standing.data.totals.whole),
    standing.data && missingFilesText(standing.data),
    minutes.data && minutesWarning(minutes.data.minutes),
  ].filter(Boolean);
  return warnings.map((warning) => (
    <Alert key={warning} color="orange" mb="md">
      {warning}
    </Alert>
  ));
}

/** "Còn 3 trong 38 tiêu chí chưa chấm."; null when nothing is left to answer. */
function unansweredText({ answered, tally: { total } }: AssessmentView['totals']['whole']): string | null {
  if (answered >= total) return null;
  return answered === 0
    ? `Chưa chấm tiêu chí nào trong ${total} tiêu chí.`
    : `Còn ${total - answered} trong ${total} tiêu chí chưa chấm.`;
}

function missingFilesText({ missingFiles }: AssessmentView): string | null {
  return missingFiles > 0 ? `Còn ${missingFiles} tệp đã ghi nhận nhưng chưa gửi về hệ thống.` : null;
}

/** "Biên bản còn thiếu chữ ký: Trưởng đoàn. Sau khi chốt …"; null when all have signed what stands. */
function minutesWarning(minutes: SealedMinutesView | null): string | null {
  if (minutes?.standing === 'sealed') return null;
  const lack = minutes === null ? 'Chưa lập biên bản.' : signatureLack(minutes);
  return `${lack} Sau khi chốt, muốn lập hoặc ký biên bản phải mở lại cuộc kiểm tra.`;
}

function signatureLack({ standing, signatures }: SealedMinutesView): string {
  const named = (which: SignatureStanding) =>
    MINUTES_ROLES.filter((role) => signatures[role] === which)
      .map((role) => MINUTES_ROLE_LABELS[role])
      .join(', ');
  if (standing === 'open') return 'Biên bản chưa có chữ ký.';
  return standing === 'broken'
    ? `Nội dung đã thay đổi sau khi ký biên bản, chữ ký không còn khớp: ${named('broken')}.`
    : `Biên bản còn thiếu chữ ký: ${named('missing')}.`;
}
