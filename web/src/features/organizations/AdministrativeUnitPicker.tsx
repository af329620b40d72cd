import { Select, Text, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { capitalized, type CalendarDate } from '@kiemtra/shared/kernel';
import type { AdministrativeUnitView } from '@kiemtra/shared/organizations';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldProps } from '../../ui/dto-form.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { keepEnter } from './picker-keys.js';
import { unitsQuery } from './organizations.queries.js';

const TYPING_PAUSE = 250;
const MOST_SHOWN = 50;

interface AdministrativeUnitPickerProps extends FieldProps<number | ''> {
  label: string;
  /** The day on which the unit must exist. */
  at: CalendarDate;
  /** Told the whole unit when one is picked. */
  onUnit: (unit: AdministrativeUnitView) => void;
}

/** Picks one of the country's administrative units of a day; the server searches, as there are thousands. */
export function AdministrativeUnitPicker({ value, onChange, at, onUnit, ...rest }: AdministrativeUnitPickerProps) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, TYPING_PAUSE);
  const units = useQuery(unitsQuery({ at, search, limit: MOST_SHOWN }));
  const found = units.data?.items ?? [];
  const unitOf = (id: string) => found.find((unit) => String(unit.id) === id);

  const select: SelectProps = {
    ...rest,
    data: found.map(({ id, fullName }) => ({ value: String(id), label: capitalized(fullName) })),
    value: value ? String(value) : null,
    onChange: (next) => {
      const unit = unitOf(next ?? '');
      onChange(unit?.id ?? '');
      if (unit) onUnit(unit);
    },
    searchable: true,
    onSearchChange: setTyped,
    filter: ({ options }) => options,
    // Once the answer to what is typed is here.
    selectFirstOptionOnChange: search === typed && !units.isFetching,
    onKeyDown: keepEnter,
    renderOption: ({ option }) => (
      <span>
        {option.label}
        <Text span display="block" size="sm" c="inherit">
          {unitOf(option.value)?.place}
        </Text>
      </span>
    ),
    clearable: true,
    allowDeselect: false,
    placeholder: 'Tìm theo tên',
    nothingFoundMessage: units.isPending ? 'Đang tải danh sách' : 'Không có đơn vị hành chính nào khớp',
    withScrollArea: false,
    clearButtonProps: { 'aria-label': `Bỏ chọn ${rest.label}` },
  };
  return (
    <div>
      <Select {...select} />
      {units.isError && <ProblemAlert problem={units.error} onRetry={() => void units.refetch()} />}
    </div>
  );
}
