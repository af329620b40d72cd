import { ROLES, ROLE_LABELS } from '@kiemtra/shared/users';
import type { ComponentType } from 'react';
import type { DtoForm, FieldProps } from '../../ui/dto-form.js';
import { MultiSelectField, TextField } from '../../ui/fields.js';

/** A field that picks one unit, given by whoever composes the page: units are another feature's. */
export type UnitField = ComponentType<FieldProps<string> & { label: string; description?: string }>;

/** A field that picks several units. */
export type UnitsField = ComponentType<FieldProps<string[]> & { label: string; description?: string }>;

const ROLE_OPTIONS = ROLES.map((value) => ({ value, label: ROLE_LABELS[value] }));

interface AccountFieldsProps<T extends object> {
  of: DtoForm<T>;
  UnitField: UnitField;
}

/** Who the account is: the fields of creating and of editing alike. */
export function AccountFields<T extends object>({ of, UnitField: Unit }: AccountFieldsProps<T>) {
  return (
    <>
      <TextField {...of.field('displayName')} label="Họ tên hoặc tên gọi" />
      <TextField {...of.field('position')} label="Chức vụ" />
      <Unit {...of.field('organizationId')} label="Đơn vị" description="Bắt buộc với cán bộ đơn vị được kiểm tra." />
      <TextField
        {...of.field('email')}
        label="Thư điện tử"
        description="Nhận thư nhắc việc, mỗi ngày nhiều nhất một thư."
      />
      <MultiSelectField {...of.field('roles')} label="Vai trò" options={ROLE_OPTIONS} />
    </>
  );
}
