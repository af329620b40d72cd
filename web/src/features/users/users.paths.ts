import type { Crumb } from '../../ui/Page.js';

export const ACCOUNTS_CRUMB: Crumb = { label: 'Tài khoản', to: '/tai-khoan' };
export const SLIPS_PATH = '/tai-khoan/phieu';
