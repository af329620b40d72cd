/**
 * Scores as an official reads them. One unit: the printed table with its areas, points and how each was come by. A plan:
 * first a table of units by areas, then every criterion of every unit in one sheet that filters by unit; a sheet for
 * each unit would be a hundred tabs in a province with a hundred communes.
 */
import { Exact, compareDecimals, type Decimal } from '@kiemtra/shared/kernel';
import { romanNumber } from '@kiemtra/shared/documents';
import type { Cell, Column, Row, Sheet } from '../xlsx/workbook.js';
import { exportTitle, type ExportScope } from './export-title.js';

export interface ScoredCriterion {
  code: string;
  name: string;
  maximum: Decimal;
  /** Null while it is not scored, or not applicable. */
  points: Decimal | null;
  /** The figures in words: "18/20 hồ sơ đúng hạn". */
  input: string;
  /** How the points follow: "18/20 = 90,00% < 95% → 0 điểm". */
  derivation: string;
  note: string;
}

/** Totals are the kept ones; nothing is added up here. */
export interface ScoredArea {
  name: string;
  maximum: Decimal;
  points: Decimal | null;
  criteria: readonly ScoredCriterion[];
}

export interface ScoredUnit {
  unit: string;
  maximum: Decimal;
  points: Decimal | null;
  areas: readonly ScoredArea[];
}

/** A unit in the table of units by areas: points in the order of the areas. */
export interface UnitTotals {
  unit: string;
  areaPoints: readonly (Decimal | null)[];
  points: Decimal | null;
  /** Share of the points that could be had, 0 to 1. */
  share: Decimal | null;
}

export interface PlanScores {
  areas: readonly { name: string; maximum: Decimal }[];
  totals: readonly UnitTotals[];
  units: Iterable<ScoredUnit> | AsyncIterable<ScoredUnit>;
}

const NUMBER: Column = { header: 'STT', kind: 'text', width: 6, isCentred: true };
const UNIT: Column = { header: 'Đơn vị', kind: 'text', width: 20 };
const CRITERION_COLUMNS: readonly Column[] = [
  { header: 'Mã', kind: 'text', width: 9 },
  { header: 'Tiêu chí', kind: 'text', width: 45 },
  { header: 'Điểm tối đa', kind: 'decimal', width: 9 },
  { header: 'Điểm', kind: 'decimal', width: 9 },
  { header: 'Số liệu', kind: 'text', width: 24 },
  { header: 'Cách tính', kind: 'text', width: 36 },
  { header: 'Ghi chú', kind: 'text', width: 20 },
];
const TITLE = 'KẾT QUẢ CHẤM ĐIỂM QUA';

/** The table of units by areas, from the units' own kept totals; the areas are those of the first unit. */
export function planScores(units: readonly ScoredUnit[]): PlanScores {
  const areas = units[0]?.areas ?? [];
  return {
    areas: areas.map(({ name, maximum }) => ({ name, maximum })),
    totals: units.map((unit) => ({
      unit: unit.unit,
      areaPoints: areas.map(({ name }) => unit.areas.find((area) => area.name === name)?.points ?? null),
      points: unit.points,
      share:
        unit.points === null || compareDecimals(unit.maximum, '0') === 0
          ? null
          : new Exact(unit.points).div(unit.maximum).toFixed(4),
    })),
    units,
  };
}

/** The scores of one unit. */
export function unitScoresSheet(scope: ExportScope, unit: ScoredUnit): Sheet {
  return {
    name: 'Chấm điểm',
    title: exportTitle(TITLE, { ...scope, unit: unit.unit }),
    columns: [NUMBER, ...CRITERION_COLUMNS],
    rows: unitRows(unit).map(({ number, cells, isTotal }) => ({ cells: [number, ...cells], isTotal })),
  };
}

/** The scores of a plan: "Tổng hợp" with a line for each unit, "Chi tiết" with every criterion. */
export function planScoresSheets(scope: ExportScope, { areas, totals, units }: PlanScores): Sheet[] {
  const title = exportTitle(TITLE, scope);
  const areaColumns = areas.map(({ name }, index): Column => {
    return { header: `${romanNumber(index + 1)}. ${name}`, kind: 'decimal', width: 16 };
  });
  const maxima: Row = {
    cells: [null, 'Điểm tối đa', ...areas.map(({ maximum }) => maximum), null, null],
    isTotal: true,
  };
  return [
    {
      name: 'Tổng hợp',
      title,
      columns: [
        { ...NUMBER, kind: 'whole' },
        UNIT,
        ...areaColumns,
        { header: 'Tổng điểm', kind: 'decimal', width: 12 },
        { header: 'Tỷ lệ', kind: 'share', width: 11 },
      ],
      rows: [
        maxima,
        ...totals.map(({ unit, areaPoints, points, share }, index) => ({
          cells: [index + 1, unit, ...areas.map((_, area) => areaPoints[area] ?? null), points, share],
        })),
      ],
    },
    { name: 'Chi tiết', title, columns: [NUMBER, UNIT, ...CRITERION_COLUMNS], rows: detailRows(units) },
  ];
}

async function* detailRows(units: PlanScores['units']): AsyncGenerator<Row> {
  for await (const unit of units) {
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

/** Areas in Roman with their kept totals, their criteria counted below them, the total at the end. */
function unitRows({ areas, maximum, points }: ScoredUnit): UnitRow[] {
  return [
    ...areas.flatMap((area, index) => [
      totalRow(romanNumber(index + 1), area.name, area),
      ...area.criteria.map((criterion, position): UnitRow => {
        const { code, name, input, derivation, note } = criterion;
        return {
          number: String(position + 1),
          cells: [code, name, criterion.maximum, criterion.points, input, derivation, note],
          isTotal: false,
        };
      }),
    ]),
    totalRow('', 'TỔNG CỘNG', { maximum, points }),
  ];
}

function totalRow(number: string, name: string, sum: { maximum: Decimal; points: Decimal | null }): UnitRow {
  return { number, cells: [null, name, sum.maximum, sum.points, null, null, null], isTotal: true };
}
