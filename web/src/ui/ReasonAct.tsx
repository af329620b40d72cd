import type { ReactNode } from 'react';
import { TextField } from './fields.js';
import { FormAct, type FormActProps } from './FormAct.js';

interface ReasonActProps<T extends object> extends Omit<FormActProps<T>, 'children' | 'variant' | 'owner'> {
  label: string;
  description: string;
  /** Lines of the field. */
  rows?: number;
  /** What will happen, above the field. */
  children?: ReactNode;
}

/** A button for an act that must give its reason. */
export function ReasonAct<T extends { reason?: string | null }>({
  label,
  description,
  rows = 3,
  children,
  ...act
}: ReasonActProps<T>) {
  return (
    <FormAct {...act}>
      {(form) => (
        <>
          {children}
          <TextField {...form.field('reason')} label={label} description={description} rows={rows} />
        </>
      )}
    </FormAct>
  );
}
