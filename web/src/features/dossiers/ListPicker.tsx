import { Button, Textarea } from '@mantine/core';
import { LIST_COLUMNS, LIST_COLUMN_LABELS, type ListedDossier } from '@kiemtra/shared/dossiers';
import { formatDate, formatDecimal } from '@kiemtra/shared/kernel';
import { useId, useRef, useState } from 'react';
import { NONE } from '../../ui/DateText.js';
import { SelectField } from '../../ui/fields.js';
import styles from './dossiers.module.css';
import { LIST_FILE_ENDINGS } from './list-file.js';
import type { ChosenList } from './use-list.js';

const FAULTS_SHOWN = 20;
const ROWS_SHOWN = 3;

const counted = (value: number) => formatDecimal(String(value));

/** A list pasted or out of a file, with what was read of it and what could not be. */
export function ListPicker({ of }: { of: ChosenList }) {
  const { source, problem, reading, list } = of;
  const [text, setText] = useState('');
  const [isReading, setReading] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const pick = async (file: File | undefined) => {
    if (!file) return;
    setReading(true);
    setText('');
    await of.pick(file);
    setReading(false);
  };
  return (
    <div className={styles.stack}>
      <Textarea
        label="Dán danh sách hồ sơ"
        description="Chép từ bảng tính, kể cả dòng tên cột. Tên người nộp không được lấy."
        placeholder={'Mã hồ sơ\tThủ tục\tNgày tiếp nhận\tNgày hẹn trả\tNgày trả kết quả'}
        rows={4}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          of.paste(currentTarget.value);
        }}
      />
      <div className={styles.acts}>
        <Button variant="default" loading={isReading} onClick={() => picker.current?.click()}>
          Chọn tệp XLSX, CSV
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label="Tệp danh sách hồ sơ"
          accept={LIST_FILE_ENDINGS}
          onChange={({ currentTarget }) => {
            void pick(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
        {source?.name && <span className={styles.name}>{source.name}</span>}
      </div>
      <p role="status" className={styles.told}>
        {list && `Đọc được ${counted(list.length)} hồ sơ${leftOutText(of.leftOutCount)}.`}
        {reading &&
          reading.faults.length > 0 &&
          `Có ${counted(new Set(reading.faults.map(({ row }) => row)).size)} dòng chưa đọc được.`}
      </p>
      {(problem ?? reading?.problem) && (
        <p role="alert" className={styles.fault}>
          {problem ?? reading?.problem}
        </p>
      )}
      {reading && <Columns of={of} />}
      {reading && reading.faults.length > 0 && <Faults of={of} />}
      {list && <FirstRows list={list} />}
    </div>
  );
}

function leftOutText(count: number): string {
  return count === 0 ? '' : `, để ngoài ${counted(count)} dòng`;
}

/** Which column is which; found by their names, and to be told where they were not. */
function Columns({ of: { head, reading, tell } }: { of: ChosenList }) {
  if (!head) return null;
  const options = head.names.map((name, place) => ({
    value: String(place),
    label: `Cột ${place + 1}${name.trim() === '' ? '' : `: ${name.trim().slice(0, 60)}`}`,
  }));
  return (
    <details className={styles.more} open={reading?.problem !== null}>
      <summary>Cột của danh sách (dòng tên cột: dòng {head.at + 1})</summary>
      <div className={styles.grid}>
        {LIST_COLUMNS.map((column) => (
          <SelectField
            key={column}
            label={LIST_COLUMN_LABELS[column]}
            withAsterisk={column !== 'procedure'}
            placeholder={column === 'procedure' ? 'Không có cột này' : 'Chọn cột'}
            options={options}
            value={head.columns[column] === undefined ? '' : String(head.columns[column])}
            onChange={(place) => tell(column, place === '' ? null : Number(place))}
          />
        ))}
      </div>
    </details>
  );
}

function Faults({ of: { reading, leaveOut } }: { of: ChosenList }) {
  const id = useId();
  const faults = reading?.faults ?? [];
  return (
    <section aria-labelledby={id} className={styles.faults}>
      <h3 id={id}>Dòng chưa đọc được</h3>
      <ul>
        {faults.slice(0, FAULTS_SHOWN).map(({ row, column, message }) => (
          <li key={`${row} ${column} ${message}`}>
            Dòng {counted(row)}, {LIST_COLUMN_LABELS[column].toLowerCase()}: {message}
          </li>
        ))}
      </ul>
      {faults.length > FAULTS_SHOWN && <p>và {counted(faults.length - FAULTS_SHOWN)} lỗi khác.</p>}
      <p>Sửa danh sách rồi dán lại, hoặc để các dòng này ngoài danh sách rút.</p>
      <Button variant="default" onClick={leaveOut}>
        Để ngoài các dòng này
      </Button>
    </section>
  );
}

function FirstRows({ list }: { list: readonly ListedDossier[] }) {
  return (
    <ul className={styles.preview} aria-label="Những hồ sơ đầu danh sách">
      {list.slice(0, ROWS_SHOWN).map((one) => (
        <li key={one.code}>
          <strong>{one.code}</strong> {one.procedure} · tiếp nhận {formatDate(one.received)} · hẹn trả{' '}
          {formatDate(one.due)} · trả {one.returned === null ? NONE : formatDate(one.returned)}
        </li>
      ))}
      {list.length > ROWS_SHOWN && <li>và {counted(list.length - ROWS_SHOWN)} hồ sơ khác</li>}
    </ul>
  );
}
