import { Radio, Stack } from '@mantine/core';
import type { FieldProps } from './dto-form.js';
import type { Choice } from './fields.js';
import styles from './RadioField.module.css';

interface RadioFieldProps extends FieldProps<string> {
  label: string;
  options: readonly Choice[];
}

/** One of a few choices, each in sight and as wide as a thumb. */
export function RadioField({ label, options, value, onChange, error, withAsterisk = false }: RadioFieldProps) {
  return (
    <Radio.Group label={label} value={value ?? ''} onChange={onChange} error={error} withAsterisk={withAsterisk}>
      <Stack gap={0}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            label={option.label}
            classNames={{ body: styles.choice, label: styles.label }}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
