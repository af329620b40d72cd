import { Button, SegmentedControl, SimpleGrid, Input } from '@mantine/core';
import type { PlanView } from '@kiemtra/shared/plans';
import {
  HALF_DAYS,
  HALF_DAY_LABELS,
  VISIT_MODES,
  VISIT_MODE_LABELS,
  type VisitContentDto,
  type VisitPersonDto,
} from '@kiemtra/shared/visits';
import { capitalized, dateInVietnam, formatDateWithWeekday, isCalendarDate, weekdayOf } from '@kiemtra/shared/kernel';
import { DateField } from '../../ui/DateField.js';
import type { Draft, DtoForm } from '../../ui/dto-form.js';
import { SelectField, TextField } from '../../ui/fields.js';
import styles from './visits.module.css';

interface VisitFieldsProps<T extends VisitContentDto> {
  of: DtoForm<T>;
  plan: Pick<PlanView, 'targets' | 'teams' | 'startsOn' | 'endsOn'>;
}

/** Where, when, with which team, and whom they meet: the fields of planning and of changing a visit alike. */
export function VisitFields<T extends VisitContentDto>({ of, plan }: VisitFieldsProps<T>) {
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  const halfDay = of.field('halfDay');
  return (
    <>
      <SelectField {...of.field('targetId')} label="Đơn vị được kiểm tra" options={plan.targets.map(named)} />
      <SelectField {...of.field('teamId')} label="Đoàn kiểm tra" options={plan.teams.map(named)} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="md">
        <DateField {...of.field('date')} label="Ngày" description={dayRemark(of.field('date').value, plan)} />
        <Input.Wrapper label="Buổi" error={halfDay.error as string} labelElement="div" withAsterisk>
          <div>
            <SegmentedControl
              aria-label="Buổi"
              id={halfDay.id}
              value={halfDay.value as string}
              onChange={halfDay.onChange}
              data={HALF_DAYS.map((value) => ({ value, label: capitalized(HALF_DAY_LABELS[value]) }))}
            />
          </div>
        </Input.Wrapper>
        <TextField {...of.field('place')} label="Nơi làm việc (nếu không tại trụ sở)" />
        <SelectField
          {...of.field('mode')}
          label="Cách kiểm tra"
          options={VISIT_MODES.map((value) => ({ value, label: VISIT_MODE_LABELS[value] }))}
        />
      </SimpleGrid>
      <PeopleFields of={of} path="hosts" legend="Đại diện đơn vị" add="Thêm người đại diện" />
      <PeopleFields of={of} path="attendees" legend="Cùng dự" add="Thêm người cùng dự" />
    </>
  );
}

/** What is unusual about a day: allowed, but seldom meant. */
function dayRemark(day: unknown, { startsOn, endsOn }: Pick<PlanView, 'startsOn' | 'endsOn'>): string {
  if (!isCalendarDate(day)) return '';
  const remarks = [
    day < dateInVietnam(new Date()) && 'đã qua',
    [0, 6].includes(weekdayOf(day)) && 'là ngày nghỉ cuối tuần',
    ((startsOn !== null && day < startsOn) || (endsOn !== null && day > endsOn)) && 'ngoài thời gian của kế hoạch',
  ].filter((remark) => remark !== false);
  return remarks.length === 0 ? '' : `Lưu ý: ${formatDateWithWeekday(day)} ${remarks.join(', ')}.`;
}

interface PeopleFieldsProps<T extends VisitContentDto> {
  of: DtoForm<T>;
  path: 'hosts' | 'attendees';
  legend: string;
  add: string;
}

function PeopleFields<T extends VisitContentDto>({ of, path, legend, add }: PeopleFieldsProps<T>) {
  const people = of.field(path).value as Draft<VisitPersonDto>[];
  const set = (next: Draft<VisitPersonDto>[]) => of.field(path).onChange(next);
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      {people.map((person, index) => (
        <div key={index} className={styles.person}>
          <TextField {...of.field(`${path}.${index}.name`)} label="Họ tên" />
          <TextField {...of.field(`${path}.${index}.position`)} label="Chức vụ" />
          <TextField {...of.field(`${path}.${index}.organization`)} label="Cơ quan" />
          <Button
            variant="subtle"
            aria-label={`Bỏ ${person.name || `người thứ ${index + 1}`}`}
            onClick={() => set(people.filter((_, other) => other !== index))}
          >
            Bỏ
          </Button>
        </div>
      ))}
      <div>
        <Button variant="default" onClick={() => set([...people, { name: '', position: '', organization: '' }])}>
          {add}
        </Button>
      </div>
    </fieldset>
  );
}
