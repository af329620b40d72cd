import type { CalendarDate } from '@kiemtra/shared/kernel';
import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/vi';
import styles from './CalendarPanel.module.css';

/** The month view behind a date field; a chunk of its own, loaded when it is opened. */
export function CalendarPanel({ date, onPick }: { date: CalendarDate | null; onPick: (date: CalendarDate) => void }) {
  return (
    <DatePicker
      locale="vi"
      hideOutsideDates
      classNames={{
        day: styles.day,
        calendarHeaderControl: styles.control,
        calendarHeaderLevel: styles.level,
      }}
      value={date}
      {...(date ? { defaultDate: date } : {})}
      onChange={(picked) => picked && onPick(picked)}
      monthLabelFormat="[Tháng] M/YYYY"
      monthsListFormat="[Th] M"
      ariaLabels={{
        previousMonth: 'Tháng trước',
        nextMonth: 'Tháng sau',
        previousYear: 'Năm trước',
        nextYear: 'Năm sau',
        previousDecade: 'Mười năm trước',
        nextDecade: 'Mười năm sau',
      }}
    />
  );
}
