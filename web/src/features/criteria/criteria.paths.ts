import type { Crumb } from '../../ui/Page.js';

export const CRITERIA_CRUMB: Crumb = { label: 'Bộ tiêu chí', to: '/bo-tieu-chi' };
export const IMPORT_PATH = '/bo-tieu-chi/nhap';
/** Address name of the set that gets a further version. */
export const SET_PARAM = 'bo';

export const versionPath = (versionId: string) => `/bo-tieu-chi/${versionId}`;
export const furtherVersionPath = (setId: string) => `${IMPORT_PATH}?${SET_PARAM}=${setId}`;
