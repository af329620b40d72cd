export * from './plan.checks.js';
export * from './plan.dto.js';
export * from './plan.rules.js';
export * from './plan.view.js';
export * from './plans.audit.js';
export * from './plans.problems.js';
