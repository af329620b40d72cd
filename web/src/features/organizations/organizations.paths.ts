import type { Crumb } from '../../ui/Page.js';

export const ORGANIZATIONS_CRUMB: Crumb = { label: 'Đơn vị', to: '/don-vi' };
export const UNITS_CRUMB: Crumb = { label: 'Đơn vị hành chính', to: '/don-vi/don-vi-hanh-chinh' };
export const IMPORT_REPORT_PATH = `${UNITS_CRUMB.to}/nhap-danh-muc`;
export const NEW_ORGANIZATION_PATH = '/don-vi/moi';

/** A body's page, or one of its forms. */
export function organizationPath(organizationId: string, form?: 'doi-ten' | 'ket-thuc'): string {
  return `/don-vi/${organizationId}${form ? `/${form}` : ''}`;
}
