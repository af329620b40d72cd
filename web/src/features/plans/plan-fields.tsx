import { Button, SimpleGrid, TextInput } from '@mantine/core';
import { AREAS } from '@kiemtra/shared/criteria';
import {
  OFFERED_PLAN_KINDS,
  PLAN_AREAS,
  PLAN_KIND_LABELS,
  namingDateOf,
  type PlanContentDto,
  type PlanKind,
  type PlanView,
} from '@kiemtra/shared/plans';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { DateField } from '../../ui/DateField.js';
import type { Draft, DtoForm, FieldProps } from '../../ui/dto-form.js';
import { MultiSelectField, SelectField, TextField } from '../../ui/fields.js';
import styles from './plans.module.css';
import { criteriaOptionsQuery } from './plans.queries.js';

interface PickerProps {
  label: string;
  description?: string;
  /** The day whose bodies are offered. */
  at?: string;
}

/** A field that picks one unit, given by whoever composes the page: units are another feature's. */
export type UnitField = ComponentType<FieldProps<string> & PickerProps>;

/** A field that picks several units. */
export type UnitsField = ComponentType<FieldProps<string[]> & PickerProps>;

export const AREA_OPTIONS = PLAN_AREAS.map((value) => ({ value, label: AREAS[value].shortName }));

export function emptyPlan(year: number): Draft<PlanContentDto> {
  return {
    kind: 'scheduled',
    title: `Kiểm tra công tác cải cách hành chính năm ${year}`,
    year,
    authorityId: '',
    number: '',
    issuedOn: '',
    legalBases: [],
    areas: [],
    otherContents: [],
    dataFrom: '',
    dataTo: '',
    startsOn: '',
    endsOn: '',
    scheduleNote: '',
    criteriaVersionId: '',
  };
}

export function contentOf(plan: PlanView): Draft<PlanContentDto> {
  return {
    kind: plan.kind,
    title: plan.title,
    year: plan.year,
    authorityId: plan.authority.id,
    number: plan.number,
    issuedOn: plan.issuedOn,
    legalBases: plan.legalBases,
    areas: plan.areas,
    otherContents: plan.otherContents,
    dataFrom: plan.dataFrom,
    dataTo: plan.dataTo,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    scheduleNote: plan.scheduleNote,
    criteriaVersionId: plan.criteria?.versionId ?? '',
  };
}

interface PlanFieldsProps<T extends PlanContentDto> {
  of: DtoForm<T>;
  UnitField: UnitField;
}

/** What a plan says of itself: the fields of creating and of editing alike. */
export function PlanFields<T extends PlanContentDto>({ of, UnitField: Unit }: PlanFieldsProps<T>) {
  const values = of.form.getValues() as Draft<PlanContentDto>;
  const kinds = [...new Set<PlanKind>([...OFFERED_PLAN_KINDS, values.kind as PlanKind])];
  return (
    <>
      <TextField {...of.field('title')} label="Tên kế hoạch" rows={2} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="md">
        <SelectField
          {...of.field('kind')}
          label="Hình thức"
          options={kinds.map((value) => ({ value, label: PLAN_KIND_LABELS[value] }))}
        />
        <YearField {...of.field('year')} />
        <Unit
          {...of.field('authorityId')}
          label="Cơ quan ban hành"
          at={namingDateOf({
            startsOn: values.startsOn || null,
            issuedOn: values.issuedOn || null,
            year: Number(values.year),
          })}
        />
        <CriteriaField {...of.field('criteriaVersionId')} />
        <TextField {...of.field('number')} label="Số, ký hiệu (ví dụ 120/KH-UBND)" />
        <DateField {...of.field('issuedOn')} label="Ngày ban hành" />
        <DateField {...of.field('startsOn')} label="Kiểm tra từ ngày" />
        <DateField {...of.field('endsOn')} label="Kiểm tra đến ngày" />
        <DateField {...of.field('dataFrom')} label="Thời kỳ kiểm tra từ" />
        <DateField {...of.field('dataTo')} label="Thời kỳ kiểm tra đến" />
      </SimpleGrid>
      <TextField {...of.field('scheduleNote')} label="Ghi chú lịch" rows={2} />
      <MultiSelectField {...of.field('areas')} label="Lĩnh vực" options={AREA_OPTIONS} withAsterisk={false} />
      <LinesField {...of.field('otherContents')} label="Nội dung phân cấp, nội dung khác" />
      <LegalBases of={of} />
    </>
  );
}

function YearField({ value, onChange, ...rest }: ReturnType<DtoForm<PlanContentDto>['field']>) {
  return (
    <TextInput
      {...rest}
      label="Năm"
      inputMode="numeric"
      autoComplete="off"
      value={String(value ?? '')}
      onChange={(event) => {
        const typed = event.currentTarget.value.trim();
        onChange(/^\d{1,4}$/.test(typed) ? Number(typed) : typed);
      }}
    />
  );
}

function CriteriaField(props: ReturnType<DtoForm<PlanContentDto>['field']>) {
  const options = useQuery(criteriaOptionsQuery);
  return (
    <SelectField
      {...props}
      label="Bộ tiêu chí"
      placeholder={options.isPending ? 'Đang tải danh sách' : 'Chọn bộ tiêu chí'}
      options={(options.data ?? []).map(({ id, name, number }) => ({ value: id, label: `${name}, bản ${number}` }))}
    />
  );
}

/** A list of short texts, one a line. */
function LinesField({
  value,
  onChange,
  label,
  ...rest
}: ReturnType<DtoForm<PlanContentDto>['field']> & { label: string }) {
  const lines = (value ?? []) as string[];
  return (
    <TextField
      {...rest}
      withAsterisk={false}
      label={label}
      description="Mỗi nội dung một dòng."
      rows={2}
      value={lines.join('\n')}
      onChange={(text: string) => onChange(text === '' ? [] : text.split('\n'))}
    />
  );
}

function LegalBases<T extends PlanContentDto>({ of }: { of: DtoForm<T> }) {
  const { legalBases } = of.form.getValues() as Draft<PlanContentDto>;
  const set = (bases: typeof legalBases) => of.field('legalBases').onChange(bases);
  const empty = { type: '', number: '', date: '', issuer: '', subject: '' };
  return (
    <fieldset className={styles.group}>
      <legend>Căn cứ</legend>
      {legalBases.map((_, index) => (
        <div key={index} className={styles.row}>
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md" verticalSpacing="md">
            <TextField {...of.field(`legalBases.${index}.type`)} label="Loại văn bản" />
            <TextField {...of.field(`legalBases.${index}.number`)} label="Số, ký hiệu" />
            <DateField {...of.field(`legalBases.${index}.date`)} label="Ngày" />
          </SimpleGrid>
          <TextField {...of.field(`legalBases.${index}.issuer`)} label="Cơ quan ban hành" />
          <TextField {...of.field(`legalBases.${index}.subject`)} label="Trích yếu" rows={1} />
          <div>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`Bỏ căn cứ ${index + 1}`}
              onClick={() => set(legalBases.filter((__, other) => other !== index))}
            >
              Bỏ
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button variant="default" onClick={() => set([...legalBases, empty])}>
          Thêm căn cứ
        </Button>
      </div>
    </fieldset>
  );
}
