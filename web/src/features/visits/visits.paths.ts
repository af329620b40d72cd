import type { Crumb } from '../../ui/Page.js';

export const VISITS_CRUMB: Crumb = { label: 'Cuộc kiểm tra', to: '/cuoc-kiem-tra' };
export const visitPath = (visitId: string) => `/cuoc-kiem-tra/${visitId}`;
export const editVisitPath = (visitId: string) => `/cuoc-kiem-tra/${visitId}/sua`;
export const newVisitPath = (planId: string) => `/ke-hoach/${planId}/cuoc-kiem-tra/moi`;
/** The scoring screen of the visit. */
export const scoringPath = (visitId: string) => `/cham-diem/${visitId}`;
/** Where a criterion is answered; the sheet itself for what belongs to the target as a whole. */
export const criterionPath = (visitId: string, criterion: string) =>
  criterion === '' ? scoringPath(visitId) : `${scoringPath(visitId)}?tieu-chi=${encodeURIComponent(criterion)}`;
/** The visit whose sheet, or a page beside it, has this address. */
export const visitOfSheet = (pathname: string) => /^\/cham-diem\/([^/]+)/.exec(pathname)?.[1] ?? null;
/** The minutes of the visit. */
export const minutesPath = (visitId: string) => `${scoringPath(visitId)}/bien-ban`;
/** Where a visit is brought to the device before one goes. */
export const takeToFieldPath = (visitId: string) => `/cuoc-kiem-tra/${visitId}/mang-ra-hien-truong`;
/** How the target of the visit was scored. */
export const scoresPath = (planId: string, targetId: string) => `/ke-hoach/${planId}/doi-tuong/${targetId}`;
