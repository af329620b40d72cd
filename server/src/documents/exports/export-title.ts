/** What an export shows, printed above its table. */
export interface ExportScope {
  /** Year of the campaign. */
  year: number;
  /** How the plan is cited: "Kế hoạch số 120/KH-UBND ngày 23 tháng 8 năm 2022"; empty while it has no number. */
  plan: string;
  /** The one unit shown; null for all units of the plan. */
  unit: string | null;
  /** The moment of the figures as screens print it: "10:42, 25/10/2022". */
  asOf: string;
}

export function exportTitle(content: string, { year, plan, unit, asOf }: ExportScope): string[] {
  return [
    `${content} KIỂM TRA CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM ${year}`,
    ...(plan ? [plan] : []),
    ...(unit === null ? [] : [`Đơn vị: ${unit}`]),
    `Số liệu đến ${asOf}`,
  ];
}
