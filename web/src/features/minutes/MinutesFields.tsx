import {
  CONCLUSION_MAX,
  COPIES_MAX,
  COPIES_MIN,
  MINUTES_NAME_MAX,
  MINUTES_PEOPLE_MAX,
  MINUTES_PLACE_MAX,
  MINUTES_ROLES,
  MINUTES_ROLE_LABELS,
  OPINION_MAX,
  peopleText,
  readPeople,
  type Minutes,
  type MinutesRole,
  type MinutesSigner,
  type MinutesTime,
} from '@kiemtra/shared/minutes';
import { CountField } from '../../ui/CountField.js';
import { SavedDay } from '../../ui/SavedDay.js';
import { SavedText } from '../../ui/SavedText.js';
import { SavedTime } from '../../ui/SavedTime.js';
import styles from './minutes.module.css';

interface MinutesFieldsProps {
  minutes: Minutes;
  isOpen: boolean;
  onChange: (change: (now: Minutes) => Partial<Minutes>) => void;
}

/** Characters of a typed list of people. */
const PEOPLE_TEXT_MAX = MINUTES_PEOPLE_MAX * (2 * MINUTES_NAME_MAX + 3);

const onOneLine = (text: string | null) => text?.replace(/\s+/g, ' ') ?? null;

/** What the secretary writes beside what was recorded; each field is saved as soon as it is left. */
export function MinutesFields({ minutes, isOpen, onChange }: MinutesFieldsProps) {
  const disabled = !isOpen;
  const time = (name: 'begun' | 'ended', change: Partial<MinutesTime>) =>
    onChange((now) => ({ [name]: { ...now[name], ...change } }));
  const signer = (role: MinutesRole, change: Partial<MinutesSigner>) =>
    onChange(({ signers }) => ({ signers: { ...signers, [role]: { ...signers[role], ...change } } }));
  return (
    <div className={styles.stack}>
      <div className={styles.grid}>
        <SavedDay
          label="Ngày bắt đầu"
          isNeeded
          value={minutes.begun.date}
          disabled={disabled}
          onSave={(date) => date && time('begun', { date })}
        />
        <SavedTime
          label="Giờ bắt đầu"
          value={minutes.begun.time}
          disabled={disabled}
          onSave={(at) => time('begun', { time: at })}
        />
        <SavedDay
          label="Ngày kết thúc"
          isNeeded
          value={minutes.ended.date}
          disabled={disabled}
          onSave={(date) => date && time('ended', { date })}
        />
        <SavedTime
          label="Giờ kết thúc"
          value={minutes.ended.time}
          disabled={disabled}
          onSave={(at) => time('ended', { time: at })}
        />
      </div>
      <SavedText
        label="Địa điểm"
        value={minutes.place}
        max={MINUTES_PLACE_MAX}
        disabled={disabled}
        onSave={(place) => onChange(() => ({ place: onOneLine(place) }))}
      />
      {MINUTES_ROLES.map((role) => (
        <div key={role} className={styles.grid}>
          <SavedText
            label={`Họ và tên: ${MINUTES_ROLE_LABELS[role]}`}
            value={minutes.signers[role].name}
            max={MINUTES_NAME_MAX}
            disabled={disabled}
            onSave={(name) => signer(role, { name: onOneLine(name) })}
          />
          <SavedText
            label={`Chức vụ: ${MINUTES_ROLE_LABELS[role]}`}
            value={minutes.signers[role].position}
            max={MINUTES_NAME_MAX}
            disabled={disabled}
            onSave={(position) => signer(role, { position: onOneLine(position) })}
          />
        </div>
      ))}
      {(['team', 'unit'] as const).map((side) => (
        <SavedText
          key={side}
          label={side === 'team' ? 'Thành viên khác của đoàn cùng dự' : 'Người khác của đơn vị cùng dự'}
          description="Mỗi dòng một người: họ và tên, chức vụ"
          value={peopleText(minutes[side])}
          max={PEOPLE_TEXT_MAX}
          disabled={disabled}
          onSave={(text) => onChange(() => ({ [side]: readPeople(text ?? '') }))}
        />
      ))}
      <SavedText
        label="Ý kiến của đơn vị được kiểm tra"
        description="Để trống: đơn vị không có ý kiến khác"
        value={minutes.opinion}
        max={OPINION_MAX}
        disabled={disabled}
        onSave={(opinion) => onChange(() => ({ opinion }))}
      />
      <SavedText
        label="Đề nghị của đoàn kiểm tra"
        value={minutes.conclusion}
        max={CONCLUSION_MAX}
        disabled={disabled}
        onSave={(conclusion) => onChange(() => ({ conclusion }))}
      />
      <CountField
        label="Số bản"
        value={minutes.copies}
        min={COPIES_MIN}
        max={COPIES_MAX}
        disabled={disabled}
        onSave={(copies) => onChange(() => ({ copies }))}
      />
    </div>
  );
}
