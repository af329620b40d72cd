import { Checkbox } from '@mantine/core';
import type { WorkingCalendar } from '@kiemtra/shared/calendar';
import {
  CAUSES,
  CAUSE_LABELS,
  FORM_FAULTS,
  FORM_FAULT_LABELS,
  isApologyInTime,
  LATENESS_KINDS,
  LATENESS_KIND_LABELS,
  REMARK_MAX,
  timingOf,
  timingText,
  type Dossier,
} from '@kiemtra/shared/dossiers';
import { formatDate, type CalendarDate } from '@kiemtra/shared/kernel';
import { memo, useState } from 'react';
import { NONE } from '../../ui/DateText.js';
import { SavedDay } from '../../ui/SavedDay.js';
import { SavedText } from '../../ui/SavedText.js';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.js';
import { ToggleChoices } from '../../ui/ToggleChoices.js';
import styles from './dossiers.module.css';

const TONES: Record<ReturnType<typeof timingOf>, Tone> = { on_time: 'done', late: 'late', running: 'neutral' };

const LATENESS_OPTIONS = LATENESS_KINDS.map((value) => ({ value, label: LATENESS_KIND_LABELS[value] }));
const CAUSE_OPTIONS = CAUSES.map((value) => ({ value, label: CAUSE_LABELS[value] }));
const APOLOGY_OPTIONS = [
  { value: 'yes', label: 'Có' },
  { value: 'no', label: 'Không' },
] as const;

export interface DossierCardProps {
  dossier: Dossier;
  place: number;
  drawnOn: CalendarDate;
  calendar: WorkingCalendar;
  isOpen: boolean;
  onChange: (code: string, change: Partial<Dossier>) => void;
}

/** One drawn dossier: what the list says of it, what was found, how late it was. */
export const DossierCard = memo(function DossierCard(props: DossierCardProps) {
  const { dossier, place, drawnOn, calendar } = props;
  const { code, procedure, received, due, returned, isChecked, faults } = dossier;
  const [isShown, setShown] = useState(false);
  return (
    <li className={styles.card}>
      <details open={isShown} onToggle={({ currentTarget }) => setShown(currentTarget.open)}>
        <summary>
          <span className={styles.line}>
            <strong>
              {place}. {code}
            </strong>
            <StatusBadge tone={TONES[timingOf(dossier, drawnOn)]}>{timingText(dossier, drawnOn, calendar)}</StatusBadge>
          </span>
          {procedure && <span className={styles.procedure}>{procedure}</span>}
          <span className={styles.hint}>
            {formatDate(received)} · hẹn {formatDate(due)} · trả {returned === null ? NONE : formatDate(returned)}
          </span>
          <span className={styles.seen} data-seen={isChecked}>
            {isChecked
              ? `Đã xem · ${faults.length === 0 ? 'không có sai sót' : `${faults.length} sai sót`}`
              : 'Chưa xem'}
          </span>
        </summary>
        {isShown && <Found {...props} />}
      </details>
    </li>
  );
});

function Found({ dossier, drawnOn, isOpen, onChange }: DossierCardProps) {
  const { code, received, due, returned, isChecked, faults, lateness, apology, cause, remark } = dossier;
  const put = (change: Partial<Dossier>) => onChange(code, change);
  // Who writes down what was found has looked at it.
  const find = (change: Partial<Dossier>) => put({ isChecked: true, ...change });
  return (
    <fieldset disabled={!isOpen} className={styles.found} aria-label={`Hồ sơ ${code}`}>
      <button
        type="button"
        className={styles.check}
        aria-pressed={isChecked}
        onClick={() => put({ isChecked: !isChecked })}
      >
        {isChecked ? 'Đã xem hồ sơ này' : 'Đánh dấu đã xem'}
      </button>
      <div className={styles.grid}>
        <SavedDay
          label="Ngày tiếp nhận"
          isNeeded
          value={received}
          onSave={(day) => day && put({ received: day })}
          disabled={!isOpen}
        />
        <SavedDay
          label="Ngày hẹn trả"
          isNeeded
          value={due}
          onSave={(day) => day && put({ due: day })}
          disabled={!isOpen}
        />
        <SavedDay
          label="Ngày trả kết quả"
          value={returned}
          onSave={(day) => put({ returned: day })}
          disabled={!isOpen}
        />
      </div>
      <Checkbox.Group
        label="Sai sót về giấy tờ"
        value={faults}
        onChange={(chosen) => find({ faults: FORM_FAULTS.filter((fault) => chosen.includes(fault)) })}
      >
        {FORM_FAULTS.map((fault) => (
          <Checkbox key={fault} value={fault} label={FORM_FAULT_LABELS[fault]} className={styles.tick} />
        ))}
      </Checkbox.Group>
      {timingOf(dossier, drawnOn) === 'late' && (
        <>
          <ToggleChoices
            label="Chậm thế nào"
            options={LATENESS_OPTIONS}
            value={lateness}
            onChoose={(value) => find({ lateness: value })}
          />
          <ToggleChoices
            label="Văn bản xin lỗi"
            options={APOLOGY_OPTIONS}
            value={apology === null ? null : apology === false ? 'no' : 'yes'}
            onChoose={(value) => find({ apology: value === null ? null : value === 'yes' ? { on: null } : false })}
          />
          {apology && (
            <SavedDay
              label="Ngày văn bản xin lỗi"
              value={apology.on}
              onSave={(on) => find({ apology: { on } })}
              disabled={!isOpen}
              {...(apology.on && !isApologyInTime(dossier) && { description: 'Sau ngày hẹn trả' })}
            />
          )}
          <ToggleChoices
            label="Nguyên nhân"
            options={CAUSE_OPTIONS}
            value={cause}
            onChoose={(value) => find({ cause: value })}
          />
        </>
      )}
      <SavedText
        label="Nhận xét"
        value={remark}
        max={REMARK_MAX}
        onSave={(text) => find({ remark: text })}
        disabled={!isOpen}
      />
    </fieldset>
  );
}
