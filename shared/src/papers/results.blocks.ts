/** How units were scored, as tables of a paper: points where the checklist has them, else how many items came out how. */
import type { TotalsView } from '../assessments/index.js';
import { AREAS, percentOf, type Tally } from '../criteria/index.js';
import type { Block, Inline, TableColumn } from '../documents/index.js';
import { formatDecimal } from '../kernel/index.js';

const NONE = '–';
const count = (number: number) => formatDecimal(String(number));

const POINT_COLUMNS: readonly TableColumn[] = [
  { header: 'Điểm tối đa được tính', share: 3, align: 'right' },
  { header: 'Điểm đạt được', share: 3, align: 'right' },
  { header: 'Tỷ lệ', share: 3, align: 'right' },
];
const COUNT_COLUMNS: readonly TableColumn[] = ['Đạt', 'Chưa đạt', 'Không kiểm tra', 'Không áp dụng'].map((header) => ({
  header,
  share: 2,
  align: 'right',
}));

/** One line of a table of results; null where nobody has looked yet. */
export interface ResultLine {
  name: string;
  tally: Tally | null;
}

/** Anything was answered. */
export function isScored(totals: TotalsView | null): totals is TotalsView {
  return totals !== null && totals.whole.answered > 0;
}

/** The areas of one unit and their sum. */
export function areaTable({ areas, whole }: TotalsView): Block {
  return resultTable(
    'Lĩnh vực',
    areas.map(({ area, tally, answered }) => ({ name: AREAS[area].name, tally: answered > 0 ? tally : null })),
    whole.tally,
  );
}

/** Lines that are counted, and their sum below in bold. */
export function resultTable(header: string, lines: readonly ResultLine[], whole: Tally | null): Block {
  const hasPoints = [whole, ...lines.map(({ tally }) => tally)].some((tally) => tally !== null && tally.max !== '0');
  const figures = hasPoints ? pointsOf : countsOf;
  return {
    kind: 'table',
    columns: [
      { header: 'STT', share: 1.5, align: 'center' },
      { header, share: 7 },
      ...(hasPoints ? POINT_COLUMNS : COUNT_COLUMNS),
    ],
    rows: [
      ...lines.map(({ name, tally }, index): Inline[] => [String(index + 1), name, ...figures(tally)]),
      ...(whole ? [['', 'Tổng cộng', ...figures(whole)].map((text): Inline => [{ text, bold: true }])] : []),
    ],
  };
}

function pointsOf(tally: Tally | null): string[] {
  if (!tally) return [NONE, NONE, NONE];
  const percent = percentOf(tally);
  return [
    formatDecimal(tally.max),
    formatDecimal(tally.points),
    percent === null ? NONE : `${formatDecimal(percent, 2)}%`,
  ];
}

function countsOf(tally: Tally | null): string[] {
  if (!tally) return [NONE, NONE, NONE, NONE];
  return [tally.full, tally.short, tally.notChecked, tally.excluded].map(count);
}
