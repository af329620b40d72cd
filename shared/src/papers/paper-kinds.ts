import { SURPRISE_KINDS, type PlanKind } from '../plans/index.js';

interface PaperKindFacts {
  name: string;
  /** False for papers that tell units beforehand: a surprise has none of them. */
  isForSurprise: boolean;
}

/** The papers of a campaign with what they are called: the table that page, routes and file names follow. */
export const PAPER_KINDS = {
  plan: { name: 'Kế hoạch kiểm tra', isForSurprise: false },
  'team-decision': { name: 'Quyết định thành lập đoàn kiểm tra', isForSurprise: true },
  'unit-report': { name: 'Báo cáo kết quả kiểm tra tại đơn vị', isForSurprise: true },
  report: { name: 'Báo cáo kết quả đợt kiểm tra', isForSurprise: true },
  conclusion: { name: 'Thông báo kết luận kiểm tra', isForSurprise: true },
} as const satisfies Record<string, PaperKindFacts>;

export type PaperKind = keyof typeof PAPER_KINDS;

export const PAPER_KIND_CODES = Object.keys(PAPER_KINDS) as PaperKind[];

/** The kinds of plans that the department itself carries out; of the others it only keeps a record. */
const CONDUCTED: readonly PlanKind[] = ['scheduled', 'follow_up', 'unstated', ...SURPRISE_KINDS];

/** The papers that a campaign of this kind has. */
export function paperKindsOf(kind: PlanKind): PaperKind[] {
  if (!CONDUCTED.includes(kind)) return [];
  return PAPER_KIND_CODES.filter((code) => PAPER_KINDS[code].isForSurprise || !SURPRISE_KINDS.includes(kind));
}
