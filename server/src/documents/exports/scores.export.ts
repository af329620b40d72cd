/**
 * Scores as an official reads them. One unit: the printed table with its areas, points and how each was come by. A plan:
 * first a table of units by areas, then every criterion of every unit in one sheet that filters by unit; a sheet for
 * each unit would be a hundred tabs in a province with a hundred communes. Nothing is added up here: every sum, share
 * and final score is the one that screens show.
 */
import { Exact, type Decimal } from '@kiemtra/shared/kernel';
import { romanNumber } from '@kiemtra/shared/documents';
import type { ExportCriterion, ExportSum, ExportUnit } from '../../assessments/assessments.service.js';
import type { Cell, Column, Row, Sheet } from '../xlsx/workbook.js';
import { exportTitle, type ExportScope } from './export-title.js';

const NUMBER: Column = { header: 'STT', kind: 'text', width: 6, isCentred: true };
const UNIT: Column = { header: 'Đơn vị', kind: 'text', width: 20 };
const COUNTED = 'Điểm tối đa được tính';
const FINAL = 'Điểm cuối (thang 100)';
const CRITERION_COLUMNS: readonly Column[] = [
  { header: 'Mã', kind: 'text', width: 9 },
  { header: 'Tiêu chí', kind: 'text', width: 45 },
  { header: 'Điểm tối đa', kind: 'decimal', width: 9 },
  { header: COUNTED, kind: 'decimal', width: 11 },
  { header: 'Điểm', kind: 'decimal', width: 9 },
  { header: 'Tỷ lệ', kind: 'share', width: 10 },
  { header: 'Số liệu', kind: 'text', width: 24 },
  { header: 'Cách tính', kind: 'text', width: 36 },
  { header: 'Ghi chú', kind: 'text', width: 20 },
];
const TITLE = 'KẾT QUẢ CHẤM ĐIỂM QUA';

/** The scores of one unit. */
export function unitScoresSheet(scope: ExportScope, unit: ExportUnit): Sheet {
  return {
    name: 'Chấm điểm',
    title: exportTitle(TITLE, { ...scope, unit: unit.unit }),
    columns: [NUMBER, ...CRITERION_COLUMNS],
    rows: unitRows(unit).map(({ number, cells, isTotal }) => ({ cells: [number, ...cells], isTotal })),
  };
}

/** The scores of a plan: "Tổng hợp" with a line for each unit, "Chi tiết" with every criterion. All have one set. */
export function planScoresSheets(scope: ExportScope, units: readonly ExportUnit[]): Sheet[] {
  const title = exportTitle(TITLE, scope);
  const { areas, whole, asides } = units[0] ?? { areas: [], whole: null, asides: [] };
  const points = (header: string, width: number): Column => ({ header, kind: 'decimal', width });
  const maxima = [...areas, whole, null, null, ...asides, null].map((sum) => sum?.maximum ?? null);
  return [
    {
      name: 'Tổng hợp',
      title,
      columns: [
        { ...NUMBER, kind: 'whole' },
        UNIT,
        ...areas.map(({ name }, index) => points(`${romanNumber(index + 1)}. ${name}`, 16)),
        points('Tổng điểm', 12),
        points(COUNTED, 12),
        { header: 'Tỷ lệ', kind: 'share', width: 11 },
        ...asides.map(({ name }) => points(name, 10)),
        points(FINAL, 12),
      ],
      rows: [{ cells: [null, 'Điểm tối đa', ...maxima], isTotal: true }, ...units.map(summaryRow)],
    },
    { name: 'Chi tiết', title, columns: [NUMBER, UNIT, ...CRITERION_COLUMNS], rows: detailRows(units) },
  ];
}

function summaryRow({ unit, areas, whole, asides, score }: ExportUnit, index: number): Row {
  const sum = [whole.points, whole.counted, shareOf(whole.percent)];
  const pointsOf = ({ points }: { points: Decimal | null }) => points;
  return { cells: [index + 1, unit, ...areas.map(pointsOf), ...sum, ...asides.map(pointsOf), score] };
}

function* detailRows(units: readonly ExportUnit[]): Generator<Row> {
  for (const unit of units) {
    for (const { number, cells, isTotal } of unitRows(unit)) {
      yield { cells: [number, unit.unit, ...cells], isTotal };
    }
  }
}

interface UnitRow {
  number: string;
  cells: Cell[];
  isTotal: boolean;
}

/** Areas in Roman with their criteria counted below them and the total; then bonus and penalty, and the final score. */
function unitRows({ areas, whole, asides, score }: ExportUnit): UnitRow[] {
  return [
    ...areas.flatMap((area, index) => [
      totalRow(romanNumber(index + 1), area.name, area),
      ...area.criteria.map(criterionRow),
    ]),
    totalRow('', 'TỔNG CỘNG', whole),
    ...asides.flatMap(({ name, criteria, ...sum }) => [
      totalRow('', name, { ...sum, counted: null }),
      ...criteria.map(criterionRow),
    ]),
    totalRow('', FINAL.toLocaleUpperCase('vi'), { maximum: null, counted: null, points: score }),
  ];
}

function criterionRow(criterion: ExportCriterion, position: number): UnitRow {
  const { code, name, maximum, counted, points, input, derivation, note } = criterion;
  return {
    number: String(position + 1),
    cells: [code, name, maximum, counted, points, null, input, derivation, note],
    isTotal: false,
  };
}

type Sum = Omit<ExportSum, 'maximum'> & { maximum: Decimal | null; percent?: Decimal | null };

function totalRow(number: string, name: string, { maximum, counted, points, percent = null }: Sum): UnitRow {
  return { number, cells: [null, name, maximum, counted, points, shareOf(percent), null, null, null], isTotal: true };
}

/** A percentage as tables hold it: "87.8" is 0.878. */
function shareOf(percent: Decimal | null): Decimal | null {
  return percent === null ? null : new Exact(percent).div('100').toFixed(4);
}
