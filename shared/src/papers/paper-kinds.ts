import { SURPRISE_KINDS, type PlanKind } from '../plans/index.js';

/** The papers of a campaign with what they are called: the table that page, routes and file names follow. */
export const PAPER_KINDS = {
  'team-decision': { name: 'Quyết định thành lập đoàn kiểm tra' },
  'unit-report': { name: 'Báo cáo kết quả kiểm tra tại đơn vị' },
  report: { name: 'Báo cáo kết quả đợt kiểm tra' },
  conclusion: { name: 'Thông báo kết luận kiểm tra' },
} as const satisfies Record<string, { name: string }>;

export type PaperKind = keyof typeof PAPER_KINDS;

export const PAPER_KIND_CODES = Object.keys(PAPER_KINDS) as PaperKind[];

/** The kinds of plans that the department itself carries out; of the others it only keeps a record. */
const CONDUCTED: readonly PlanKind[] = ['scheduled', 'follow_up', 'unstated', ...SURPRISE_KINDS];

/** The papers that a campaign of this kind has. */
export function paperKindsOf(kind: PlanKind): PaperKind[] {
  return CONDUCTED.includes(kind) ? PAPER_KIND_CODES : [];
}
