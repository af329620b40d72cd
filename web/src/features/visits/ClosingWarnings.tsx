import { Alert, Stack } from '@mantine/core';
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
    minutes.data && minutesText(minutes.data.minutes),
  ].filter(Boolean);
  if (warnings.length === 0) return null;
  return (
    <Alert color="orange" mb="md">
      <Stack gap="xs">
        {warnings.map((warning) => (
          <div key={warning}>{warning}</div>
        ))}
      </Stack>
    </Alert>
  );
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

/** "Biên bản còn thiếu chữ ký: Trưởng đoàn."; null when all have signed what stands. */
function minutesText(minutes: SealedMinutesView | null): string | null {
  if (minutes === null) return 'Chưa lập biên bản.';
  const { standing, signatures } = minutes;
  const named = (which: SignatureStanding) =>
    MINUTES_ROLES.filter((role) => signatures[role] === which)
      .map((role) => MINUTES_ROLE_LABELS[role])
      .join(', ');
  switch (standing) {
    case 'open':
      return 'Biên bản chưa có chữ ký.';
    case 'partly':
      return `Biên bản còn thiếu chữ ký: ${named('missing')}.`;
    case 'broken':
      return `Nội dung đã thay đổi sau khi ký biên bản, chữ ký không còn khớp: ${named('broken')}.`;
    case 'sealed':
      return null;
  }
}
