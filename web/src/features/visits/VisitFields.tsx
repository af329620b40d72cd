import { Button, SegmentedControl, SimpleGrid, Input } from '@mantine/core';
import type { PlanView } from '@kiemtra/shared/plans';
import {
  HALF_DAYS,
  HALF_DAY_LABELS,
  VISIT_MODES,
  VISIT_MODE_LABELS,
  dayRemark,
  unitRemark,
  type VisitContentDto,
  type VisitPersonDto,
} from '@kiemtra/shared/visits';
import { capitalized, dateInVietnam, isCalendarDate } from '@kiemtra/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { DateField } from '../../ui/DateField.js';
import type { Draft, DtoForm } from '../../ui/dto-form.js';
import { SelectField, TextField } from '../../ui/fields.js';
import { holidaysQuery, visitsQuery } from './visits.queries.js';
import styles from './visits.module.css';

interface VisitFieldsProps<T extends VisitContentDto> {
  of: DtoForm<T>;
  /** The visit itself, which is not another one. */
  visitId: string;
  plan: Pick<PlanView, 'id' | 'targets' | 'teams' | 'startsOn' | 'endsOn'>;
}

/** Where, when, with which team, and whom they meet: the fields of planning and of changing a visit alike. */
export function VisitFields<T extends VisitContentDto>({ of, visitId, plan }: VisitFieldsProps<T>) {
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  const halfDay = of.field('halfDay');
  const remarks = useRemarks(of, visitId, plan);
  return (
    <>
      <SelectField
        {...of.field('targetId')}
        label="Đơn vị được kiểm tra"
        description={remarks.unit}
        options={plan.targets.map(named)}
      />
      <SelectField {...of.field('teamId')} label="Đoàn kiểm tra" options={plan.teams.map(named)} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="md">
        <DateField {...of.field('date')} label="Ngày" description={remarks.day} />
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

const today = () => dateInVietnam(new Date());

/** What is unusual about the day and the unit: allowed, but seldom meant. */
function useRemarks<T extends VisitContentDto>(
  of: DtoForm<T>,
  visitId: string,
  plan: VisitFieldsProps<T>['plan'],
): { day: string; unit: string } {
  const { startsOn, endsOn } = plan;
  const typed: unknown = of.field('date').value;
  const day = isCalendarDate(typed) ? typed : null;
  const target = plan.targets.find(({ id }) => id === of.field('targetId').value);
  const holidays = useQuery({ ...holidaysQuery(day?.slice(0, 4) ?? ''), enabled: day !== null });
  const ofPlan = useQuery(visitsQuery({ plan: plan.id }));
  const ofDay = useQuery({ ...visitsQuery({ from: day ?? '', to: day ?? '' }), enabled: day !== null });
  const elsewhere = day === null ? [] : (ofDay.data ?? []).filter((visit) => visit.plan.id !== plan.id);
  const visits = [...(ofPlan.data ?? []), ...elsewhere];
  return {
    day: day === null ? '' : dayRemark(day, { today: today(), startsOn, endsOn, holidays: holidays.data ?? [] }),
    unit: target ? unitRemark({ id: visitId, planId: plan.id, target }, visits) : '',
  };
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
