import { Button, Group, Select, Text } from '@mantine/core';
import { SetHolidayDto } from '@kiemtra/shared/calendar';
import { Day, isCalendarDate, type CalendarDate } from '@kiemtra/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { DateField } from '../../ui/DateField.js';
import { useDtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { TextField } from '../../ui/fields.js';
import { holidaysQuery, useSetHoliday } from './calendar.queries.js';

/** The request's body and the day that stands in its address. */
class HolidayOnDayDto extends SetHolidayDto {
  @Day() date: CalendarDate;
}

const KINDS = [
  { value: 'off', label: 'Nghỉ' },
  { value: 'working', label: 'Làm bù' },
];

/** Adds a day to the table of holidays, or changes the one that is there, which it names first. */
export function HolidayForm({ onSet }: { onSet: (date: CalendarDate) => void }) {
  const set = useSetHoliday();
  const holiday = useDtoForm(HolidayOnDayDto, { date: '', name: '', isWorkingDay: false });
  const { form } = holiday;
  const { date } = form.getValues();
  const year = isCalendarDate(date) ? Number(date.slice(0, 4)) : null;
  const listed = useQuery({ ...holidaysQuery(year ?? 0), enabled: year !== null });
  const present = listed.data?.find((other) => other.date === date);

  const send = async (body: HolidayOnDayDto) => {
    await set.mutateAsync(body);
    form.reset();
    onSet(body.date);
  };

  return (
    <DtoFormFrame of={holiday} onSend={send}>
      <Group align="start" gap="md">
        <DateField {...holiday.field('date')} label="Ngày" />
        <TextField {...holiday.field('name')} label="Tên ngày nghỉ hoặc lý do" />
        <Select
          label="Loại"
          data={KINDS}
          allowDeselect={false}
          value={form.getValues().isWorkingDay ? 'working' : 'off'}
          onChange={(kind) => form.setFieldValue('isWorkingDay', kind === 'working')}
        />
        <Button type="submit" mt="1.6rem" loading={holiday.isSending}>
          Đặt ngày
        </Button>
      </Group>
      {present && (
        <Text role="status" size="sm" mt="xs">
          Ngày này đang là “{present.name}”; đặt ngày sẽ thay tên và loại.
        </Text>
      )}
    </DtoFormFrame>
  );
}
