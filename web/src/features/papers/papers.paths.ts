import type { PaperKind } from '@kiemtra/shared/papers';

export const papersPath = (planId: string) => `/ke-hoach/${planId}/van-ban`;

export const paperPath = (planId: string, kind: PaperKind) => `${papersPath(planId)}/${kind}`;
