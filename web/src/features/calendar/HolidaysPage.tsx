import { Button, Group, Stack, Text } from '@mantine/core';
import type { HolidayView } from '@kiemtra/shared/calendar';
import { dateInVietnam, formatDate } from '@kiemtra/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../api/me.js';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { DataTable, type Column } from '../../ui/DataTable.js';
import { DateText } from '../../ui/DateText.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { useUrlState } from '../../ui/url-state.js';
import { holidaysQuery, useRemoveHoliday } from './calendar.queries.js';
import { HolidayForm } from './HolidayForm.js';

const columns: Column<HolidayView>[] = [
  {
    key: 'ngay',
    header: 'Ngày',
    width: '14rem',
    cell: ({ date }) => <DateText date={date} weekday />,
    sortBy: ({ date }) => date,
  },
  { key: 'ten', header: 'Tên', cell: ({ name }) => name, sortBy: ({ name }) => name },
  { key: 'loai', header: 'Loại', width: '8rem', cell: ({ isWorkingDay }) => (isWorkingDay ? 'Làm bù' : 'Nghỉ') },
];

const removal: Column<HolidayView> = {
  key: 'bo',
  header: '',
  width: '8rem',
  cell: (holiday) => <RemoveButton {...holiday} />,
};

/** Public holidays and worked weekend days of a year: every due date is counted over them. */
export function HolidaysPage() {
  const [thisYear] = useState(() => Number(dateInVietnam(new Date()).slice(0, 4)));
  const [typedYear, setYear] = useUrlState('nam');
  const year = /^(19|20|21)\d{2}$/.test(typedYear) ? Number(typedYear) : thisYear;
  const holidays = useQuery(holidaysQuery(year));
  const mayManage = useCan('calendar.manage');

  return (
    <Page title={`Ngày nghỉ năm ${year}`}>
      <Stack gap="md">
        <Text>
          Thứ Bảy, Chủ nhật là ngày nghỉ. Bảng này thêm ngày nghỉ lễ, Tết và ngày làm bù; hạn khắc phục tính theo bảng.
        </Text>
        <Group gap="xs">
          {[year - 1, year + 1].map((other) => (
            <Button key={other} variant="default" onClick={() => setYear(String(other))}>
              Năm {other}
            </Button>
          ))}
        </Group>
        {mayManage && <HolidayForm onSet={(date) => setYear(date.slice(0, 4))} />}
        {holidays.isError ? (
          <ProblemAlert problem={holidays.error} onRetry={() => void holidays.refetch()} />
        ) : (
          <DataTable
            label={`Ngày nghỉ năm ${year}`}
            noun="ngày"
            rows={holidays.data}
            columns={mayManage ? [...columns, removal] : columns}
            rowKey={({ date }) => date}
            empty={`Chưa có ngày nghỉ nào của năm ${year}. Hạn tính theo ngày làm việc sẽ chỉ trừ Thứ Bảy, Chủ nhật.`}
          />
        )}
      </Stack>
    </Page>
  );
}

function RemoveButton({ date, name }: HolidayView) {
  const remove = useRemoveHoliday();
  return (
    <ConfirmAct
      act="Bỏ"
      variant="subtle"
      size="compact-md"
      title={`Bỏ ngày ${formatDate(date)}`}
      onConfirm={() => remove.mutateAsync(date)}
    >
      <Text>{`“${name}” không còn trong bảng; hạn khắc phục đặt từ nay không tính ngày này.`}</Text>
    </ConfirmAct>
  );
}
