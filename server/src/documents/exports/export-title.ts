import { exportFileName, unitInFileName } from '@kiemtra/shared/documents';

/** What an export shows, printed above its table. */
export interface ExportScope {
  /** Year of the campaign. */
  year: number;
  /** Number of the plan; null while it has none. */
  number: string | null;
  /** How the plan is cited: "Kế hoạch số 120/KH-UBND ngày 23 tháng 8 năm 2022"; empty while it has no number. */
  plan: string;
  /** The one unit shown; null for all units of the plan. */
  unit: string | null;
  /** The moment of the figures as screens print it: "10:42, 25/10/2022". */
  asOf: string;
}

/** What the file is called: of the one unit, or of the plan. */
export function workbookName(content: string, { unit, number, year }: ExportScope): string {
  return exportFileName([content, unit === null ? number : unitInFileName(unit), year], 'xlsx');
}

export function exportTitle(content: string, { year, plan, unit, asOf }: ExportScope): string[] {
  return [
    `${content} KIỂM TRA CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM ${year}`,
    ...(plan ? [plan] : []),
    ...(unit === null ? [] : [`Đơn vị: ${unit}`]),
    `Số liệu đến ${asOf}`,
  ];
}
