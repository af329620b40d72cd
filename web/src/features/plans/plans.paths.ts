import type { Crumb } from '../../ui/Page.js';

export const PLANS_CRUMB: Crumb = { label: 'Kế hoạch', to: '/ke-hoach' };
export const NEW_PLAN_PATH = '/ke-hoach/moi';
export const planPath = (planId: string) => `/ke-hoach/${planId}`;
export const editPlanPath = (planId: string) => `/ke-hoach/${planId}/sua`;
/** How a target was scored. */
export const targetPath = (planId: string, targetId: string) => `/ke-hoach/${planId}/doi-tuong/${targetId}`;
