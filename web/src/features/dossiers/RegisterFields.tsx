import { registerRate, registerText, type Register } from '@kiemtra/shared/dossiers';
import { CountField } from '../../ui/CountField.js';
import styles from './dossiers.module.css';

const COUNTS: readonly [keyof Register, string][] = [
  ['received', 'Tiếp nhận trong kỳ'],
  ['onTime', 'Trả đúng hạn'],
  ['late', 'Trả chậm hoặc quá hạn chưa trả'],
  ['running', 'Còn trong hạn'],
];

const REGISTER_COUNT_MAX = 10_000_000;

interface RegisterFieldsProps {
  register: Register;
  isOpen: boolean;
  onChange: (counted: Partial<Register>) => void;
}

/** What the register counts; figures that do not add up are taken, with the gap beside them. */
export function RegisterFields({ register, isOpen, onChange }: RegisterFieldsProps) {
  const rate = registerRate(register);
  return (
    <section aria-label="Số liệu theo sổ" className={styles.stack}>
      <h3>Số liệu theo sổ của đơn vị</h3>
      <p className={styles.hint}>Lấy sẵn từ danh sách đã rút; sửa theo sổ theo dõi của đơn vị nếu khác.</p>
      <div className={styles.grid}>
        {COUNTS.map(([name, label]) => (
          <CountField
            key={name}
            label={label}
            value={register[name]}
            max={REGISTER_COUNT_MAX}
            disabled={!isOpen}
            onSave={(value) => onChange({ [name]: value })}
          />
        ))}
      </div>
      <p role="status" className={styles.told} data-gap={rate.gap !== 0}>
        {registerText(rate)}
      </p>
    </section>
  );
}
