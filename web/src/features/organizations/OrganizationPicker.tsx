import { Select, type ComboboxItem, type ComboboxParsedItemGroup, type SelectProps } from '@mantine/core';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import { useState } from 'react';
import type { FieldProps } from '../../ui/dto-form.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { grouped, matching, type OrganizationChoice, type PickableOrganization } from './organization-choices.js';
import { keepEnter } from './picker-keys.js';
import styles from './pickers.module.css';
import { MOST_SHOWN, useOrganizationChoices } from './use-organization-choices.js';

export interface PickerOptions {
  label: string;
  description?: string;
  disabled?: boolean;
  /** The day whose bodies and names are offered; today when left out. */
  at?: CalendarDate;
  /** Leaves out what cannot be meant here. */
  isOffered?: (organization: PickableOrganization) => boolean;
}

const toItem = ({ organization }: OrganizationChoice): ComboboxItem => ({
  value: organization.id,
  label: organization.name,
});

function toData(choices: readonly OrganizationChoice[]): ComboboxParsedItemGroup[] {
  return grouped(choices).map(({ label, choices: items }) => ({ group: label, items: items.map(toItem) }));
}

/** Picks one body out of the tree of a day. The empty choice is ''. */
export function OrganizationPicker(props: FieldProps<string> & PickerOptions) {
  const { value, onChange, at, isOffered = () => true, ...rest } = props;
  const [typed, setTyped] = useState('');
  const { choices, strangers, problem, retry } = useOrganizationChoices({ at, typed, picked: value ? [value] : [] });
  const all = [...(choices ?? []), ...strangers];
  const chosen = all.find(({ organization }) => organization.id === value);
  const offered = (choices ?? []).filter(({ organization }) => isOffered(organization));
  const isStranger = chosen !== undefined && strangers.includes(chosen);

  const select: SelectProps = {
    ...rest,
    data: toData(all),
    value: value || null,
    onChange: (next) => onChange(next ?? ''),
    searchable: true,
    onSearchChange: setTyped,
    filter: ({ search }) => toData(matching(offered, search).slice(0, MOST_SHOWN)),
    // Also when the list comes after the typing.
    selectFirstOptionOnChange: choices !== undefined,
    onKeyDown: keepEnter,
    clearable: !rest.withAsterisk,
    allowDeselect: false,
    placeholder: choices || problem ? 'Tìm theo tên' : 'Đang tải danh sách',
    nothingFoundMessage: choices ? 'Không có đơn vị nào khớp' : 'Đang tải danh sách',
    withScrollArea: false,
    clearButtonProps: { 'aria-label': `Bỏ chọn ${rest.label}` },
    classNames: { groupLabel: styles.group },
  };
  return (
    <div>
      <Select {...select} />
      <div className={styles.path} aria-live="polite">
        {chosen && (isStranger ? `${chosen.group}: ${chosen.path}` : chosen.path)}
      </div>
      {problem && <ProblemAlert problem={problem} onRetry={retry} />}
    </div>
  );
}
