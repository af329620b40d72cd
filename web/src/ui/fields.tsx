import {
  MultiSelect,
  Select,
  Textarea,
  TextInput,
  type ComboboxItem,
  type MultiSelectProps,
  type OptionsFilter,
  type SelectProps,
  type TextInputProps,
} from '@mantine/core';
import { foldText, formatDecimal, isDecimal, parseTypedDecimal } from '@kiemtra/shared/kernel';
import type { FieldProps } from './dto-form.js';
import { useTypedValue } from './typed-value.js';

interface Labelled {
  label: string;
  /** One line of help under the label. */
  description?: string;
  disabled?: boolean;
}

interface TextFieldProps extends FieldProps<string>, Labelled {
  /** Lines of a longer text; the field grows with what is typed. */
  rows?: number;
  type?: 'text' | 'password';
  autoComplete?: TextInputProps['autoComplete'];
}

/** A line of text, or several with `rows`. */
export function TextField({ value, onChange, rows, type = 'text', autoComplete = 'off', ...rest }: TextFieldProps) {
  const shared = { ...rest, autoComplete, value: value ?? '' };
  return rows ? (
    <Textarea {...shared} autosize minRows={rows} onChange={(event) => onChange(event.currentTarget.value)} />
  ) : (
    <TextInput {...shared} type={type} onChange={(event) => onChange(event.currentTarget.value)} />
  );
}

interface DecimalInputProps extends FieldProps<string>, Labelled {
  /** Unit behind the number: "điểm", "%". */
  unit?: string;
}

/** An exact number: comma and dot are accepted, the comma is shown; the value is a decimal string with a dot. */
export function DecimalInput({ value, onChange, onBlur, unit, ...rest }: DecimalInputProps) {
  const typed = useTypedValue(value ?? '', onChange, parseTypedDecimal, (decimal) =>
    isDecimal(decimal) ? formatDecimal(decimal).replaceAll('.', '') : decimal,
  );
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      value={typed.shown}
      onChange={(event) => typed.onType(event.currentTarget.value)}
      onBlur={() => {
        typed.onLeave();
        onBlur?.();
      }}
      {...(unit ? { rightSection: <span>{unit}</span>, rightSectionWidth: '3.5rem' } : {})}
    />
  );
}

export interface Choice {
  value: string;
  label: string;
}

interface ChoiceFieldProps extends Labelled {
  options: readonly Choice[];
  placeholder?: string;
}

const MOST_SHOWN = 100;
const NOTHING_FOUND = 'Không có mục nào khớp';

/** Finds options by their words, without tone marks: "phu loi" finds "Phường Phú Lợi". */
const withoutToneMarks: OptionsFilter = ({ options, search, limit }) => {
  const wanted = foldText(search);
  return (options as ComboboxItem[]).filter((option) => foldText(option.label).includes(wanted)).slice(0, limit);
};

/** One choice out of a list; searchable without tone marks. The empty choice is ''. */
export function SelectField({ options, value, onChange, ...rest }: FieldProps<string> & ChoiceFieldProps) {
  const props: SelectProps = {
    ...rest,
    data: [...options],
    value: value || null,
    onChange: (next) => onChange(next ?? ''),
    searchable: options.length > 7,
    clearable: !rest.withAsterisk,
    filter: withoutToneMarks,
    limit: MOST_SHOWN,
    nothingFoundMessage: NOTHING_FOUND,
    withScrollArea: false,
    clearButtonProps: { 'aria-label': `Bỏ chọn ${rest.label}` },
  };
  return <Select {...props} />;
}

/** Several choices out of a list; searchable without tone marks. */
export function MultiSelectField({ options, value, onChange, ...rest }: FieldProps<string[]> & ChoiceFieldProps) {
  const props: MultiSelectProps = {
    ...rest,
    data: [...options],
    value: value ?? [],
    onChange,
    searchable: true,
    filter: withoutToneMarks,
    limit: MOST_SHOWN,
    nothingFoundMessage: NOTHING_FOUND,
    withScrollArea: false,
    hidePickedOptions: true,
  };
  return <MultiSelect {...props} />;
}
