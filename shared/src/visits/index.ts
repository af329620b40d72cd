export * from './unreported.rules.js';
export * from './visit.dto.js';
export * from './visit.remarks.js';
export * from './visit.rules.js';
export * from './visit.view.js';
export * from './visits.audit.js';
export * from './visits.clash.js';
export * from './visits.problems.js';
