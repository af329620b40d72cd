import { Radio } from '@mantine/core';
import type { Choice } from './fields.js';
import type { FieldProps } from './dto-form.js';
import styles from './RadioField.module.css';

interface RadioFieldProps extends FieldProps<string> {
  label: string;
  options: readonly Choice[];
}

/** One of a few choices, all of them in sight; one tap each. */
export function RadioField({ options, value, id, ...rest }: RadioFieldProps) {
  return (
    <Radio.Group {...rest} value={value ?? ''}>
      <div className={styles.choices}>
        {options.map((option, index) => (
          <Radio
            key={option.value}
            value={option.value}
            label={option.label}
            classNames={{ body: styles.body ?? '' }}
            {...(index === 0 && id ? { id } : {})}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
