import { ORGANIZATION_KIND_LABELS, type OrganizationKind } from '@kiemtra/shared/organizations';
import type { FieldProps } from '../../ui/dto-form.js';
import { SelectField } from '../../ui/fields.js';

/** The kind of a body, out of those that may be meant. */
export function KindField({ kinds, ...field }: FieldProps<string> & { kinds: readonly OrganizationKind[] }) {
  const options = kinds.map((value) => ({ value, label: ORGANIZATION_KIND_LABELS[value] }));
  return <SelectField {...field} label="Loại" options={options} />;
}
