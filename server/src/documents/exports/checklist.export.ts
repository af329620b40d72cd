/**
 * A checklist without points as an official reads it: how many items each unit met and missed, then every item with its result.
 */
import { romanNumber } from '@kiemtra/shared/documents';
import type { Column, Row, Sheet } from '../xlsx/workbook.js';
import { exportTitle, type ExportScope } from './export-title.js';

export interface CheckedUnit {
  unit: string;
  areas: readonly { name: string; criteria: readonly CheckedItem[] }[];
  checks: { met: number; missed: number; notChecked: number; notApplicable: number; unanswered: number };
}

interface CheckedItem {
  code: string;
  name: string;
  /** The result in words: "Đạt", "Chưa đạt"; empty while it is open. */
  input: string;
  note: string;
}

const NUMBER: Column = { header: 'STT', kind: 'text', width: 6, isCentred: true };
const UNIT: Column = { header: 'Đơn vị', kind: 'text', width: 30 };
const count = (header: string): Column => ({ header, kind: 'whole', width: 14 });
const TITLE = 'KẾT QUẢ TỪNG NỘI DUNG QUA';

/** "Tổng hợp" with a line for each unit and "Chi tiết" with every item; of one unit the items alone. */
export function checklistSheets(scope: ExportScope, units: readonly CheckedUnit[]): Sheet[] {
  const title = exportTitle(TITLE, scope);
  const items: Sheet = {
    name: 'Chi tiết',
    title,
    columns: [
      NUMBER,
      UNIT,
      { header: 'Mã', kind: 'text', width: 9 },
      { header: 'Nội dung kiểm tra', kind: 'text', width: 52 },
      { header: 'Kết quả', kind: 'text', width: 18 },
      { header: 'Ghi chú', kind: 'text', width: 36 },
    ],
    rows: units.flatMap(itemRows),
  };
  if (scope.unit !== null) return [items];
  const summary: Sheet = {
    name: 'Tổng hợp',
    title,
    columns: [
      { ...NUMBER, kind: 'whole' },
      UNIT,
      ...['Đạt', 'Chưa đạt', 'Không kiểm tra', 'Không áp dụng', 'Chưa chấm'].map(count),
    ],
    rows: units.map(({ unit, checks }, index) => {
      const { met, missed, notChecked, notApplicable, unanswered } = checks;
      const results = [met, missed, notChecked, notApplicable];
      // Of a unit that nobody has looked at yet there are no figures, not zeros.
      const isOpen = results.every((number) => number === 0);
      return { cells: [index + 1, unit, ...(isOpen ? results.map(() => null) : results), unanswered] };
    }),
  };
  return [summary, items];
}

function itemRows({ unit, areas }: CheckedUnit): Row[] {
  return areas.flatMap(({ name, criteria }, index) => [
    { cells: [romanNumber(index + 1), unit, null, name, null, null], isTotal: true },
    ...criteria.map((item, position) => ({
      cells: [String(position + 1), unit, item.code, item.name, item.input, item.note],
    })),
  ]);
}
