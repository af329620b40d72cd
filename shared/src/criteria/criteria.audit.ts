import { defineAudit } from '../kernel/index.js';

export const criteriaAudit = defineAudit('criteria', {
  imported: (details: { name: string; count: number }) =>
    `Nhập bộ tiêu chí “${details.name}” gồm ${details.count} tiêu chí`,
  versionImported: (details: { name: string; number: number; count: number }) =>
    `Nhập phiên bản ${details.number} của bộ tiêu chí “${details.name}” gồm ${details.count} tiêu chí`,
  published: (details: { name: string; number: number }) =>
    `Ban hành phiên bản ${details.number} của bộ tiêu chí “${details.name}”`,
  deleted: (details: { name: string; number: number }) =>
    `Xóa dự thảo phiên bản ${details.number} của bộ tiêu chí “${details.name}”`,
});
