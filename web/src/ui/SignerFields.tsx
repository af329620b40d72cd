import { SelectField, TextField } from './fields.js';

interface SignerFieldsProps {
  /** Who may sign. */
  positions: readonly string[];
  position: string;
  onPosition: (position: string) => void;
  name: string;
  onName: (name: string) => void;
  /** The name was typed to its end. */
  onNameDone?: () => void;
}

/** Asks who signs a paper; what is left empty is written when it is signed. */
export function SignerFields({ positions, position, onPosition, name, onName, onNameDone }: SignerFieldsProps) {
  return (
    <>
      <SelectField
        label="Chức vụ người ký"
        description="Để trống thì ghi khi trình ký."
        value={position}
        onChange={onPosition}
        options={positions.map((value) => ({ value, label: value }))}
      />
      <TextField
        label="Họ và tên người ký"
        description="Không ghi học hàm, học vị; để trống cũng được."
        value={name}
        onChange={onName}
        {...(onNameDone && { onBlur: onNameDone })}
      />
    </>
  );
}
