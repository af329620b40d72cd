import type { RouteObject } from 'react-router';
import {
  IMPORT_REPORT_PATH,
  NEW_ORGANIZATION_PATH,
  ORGANIZATIONS_CRUMB,
  UNITS_CRUMB,
  organizationPath,
} from './organizations.paths.js';

export const routes: RouteObject[] = [
  {
    path: ORGANIZATIONS_CRUMB.to,
    lazy: { Component: async () => (await import('./OrganizationListPage.js')).OrganizationListPage },
  },
  {
    path: NEW_ORGANIZATION_PATH,
    lazy: { Component: async () => (await import('./NewOrganizationPage.js')).NewOrganizationPage },
  },
  {
    path: UNITS_CRUMB.to,
    lazy: { Component: async () => (await import('./AdministrativeUnitsPage.js')).AdministrativeUnitsPage },
  },
  {
    path: IMPORT_REPORT_PATH,
    lazy: { Component: async () => (await import('./ImportReportPage.js')).ImportReportPage },
  },
  {
    path: organizationPath(':organizationId'),
    lazy: { Component: async () => (await import('./OrganizationPage.js')).OrganizationPage },
  },
  {
    path: organizationPath(':organizationId', 'doi-ten'),
    lazy: { Component: async () => (await import('./RenameOrganizationPage.js')).RenameOrganizationPage },
  },
  {
    path: organizationPath(':organizationId', 'ket-thuc'),
    lazy: { Component: async () => (await import('./CloseOrganizationPage.js')).CloseOrganizationPage },
  },
];
