import { Stack, Text } from '@mantine/core';
import { WorkingCalendar } from '@kiemtra/shared/calendar';
import { readPaperSymbol } from '@kiemtra/shared/documents';
import { dateInVietnam, formatDate, isCalendarDate, type CalendarDate } from '@kiemtra/shared/kernel';
import { dueDate, type RequestView } from '@kiemtra/shared/remediation';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { DateField } from '../../ui/DateField.js';
import { TextField } from '../../ui/fields.js';
import { holidaysQuery, useIssueRequest } from './remediation.queries.js';

const MOST_NAMED = 8;

/** Hands a draft to its recipients: number and date of the paper, to whom it goes and by when they must answer. */
export function IssueRequest({ request }: { request: RequestView }) {
  const issue = useIssueRequest(request.id);
  const [number, setNumber] = useState('');
  const [issuedOn, setIssuedOn] = useState<CalendarDate>(() => dateInVietnam(new Date()));
  const read = number === '' ? null : readPaperSymbol(number);
  const numberFault = read && 'error' in read ? read.error : null;
  const dateFault = dateFaultOf(issuedOn);
  return (
    <ConfirmAct
      act="Phát hành"
      title="Phát hành kiến nghị"
      disabled={request.recipients.length === 0}
      onConfirm={() => issue.mutateAsync({ version: request.version, number, issuedOn })}
    >
      <Stack gap="sm">
        <TextField
          label="Số, ký hiệu văn bản"
          description="Do văn thư cấp, ví dụ 123/SNV-CCHC; để trống nếu chưa có."
          value={number}
          onChange={setNumber}
          error={numberFault}
        />
        <DateField label="Ngày phát hành" value={issuedOn} onChange={setIssuedOn} error={dateFault} />
        <GoesTo request={request} issuedOn={dateFault ? null : issuedOn} />
        <Text>
          Nơi nhận thấy ngay kiến nghị và các tồn tại, hạn chế kèm theo. Phát hành rồi thì không sửa, không xóa được.
        </Text>
      </Stack>
    </ConfirmAct>
  );
}

function dateFaultOf(date: string): string | null {
  if (!isCalendarDate(date)) return 'Ngày không hợp lệ.';
  return date > dateInVietnam(new Date()) ? 'Ngày phát hành không được sau hôm nay.' : null;
}

function GoesTo({ request: { recipients }, issuedOn }: { request: RequestView; issuedOn: CalendarDate | null }) {
  const dueAfter = useDueDates(issuedOn);
  const terms = new Map<number | null, string[]>();
  for (const { name, workingDays } of recipients) terms.set(workingDays, [...(terms.get(workingDays) ?? []), name]);
  return [...terms].map(([workingDays, names]) => {
    const due = dueAfter(workingDays);
    const others = names.length - MOST_NAMED;
    return (
      <Text key={workingDays}>
        Gửi đến <strong>{names.slice(0, MOST_NAMED).join('; ')}</strong>
        {others > 0 && ` và ${others} nơi nhận khác`},{' '}
        {workingDays === null
          ? 'không đặt thời hạn.'
          : `hạn ${workingDays} ngày làm việc${due ? `: ${formatDate(due)}` : ''}.`}
      </Text>
    );
  });
}

/** Due dates over the holidays of the issue year and the two after it; none while they are on their way. */
function useDueDates(issuedOn: CalendarDate | null): (workingDays: number | null) => CalendarDate | null {
  const year = Number(issuedOn?.slice(0, 4));
  const wanted = issuedOn === null ? [] : [year, year + 1, year + 2];
  const years = useQueries({ queries: wanted.map((each) => holidaysQuery(each)) });
  if (issuedOn === null || years.some(({ data }) => data === undefined)) return () => null;
  const calendar = new WorkingCalendar(years.flatMap(({ data }) => data ?? []));
  return (workingDays) => dueDate(issuedOn, workingDays, calendar);
}
