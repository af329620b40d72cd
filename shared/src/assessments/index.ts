export * from './assessment.rules.js';
export * from './assessment.view.js';
export * from './assessments.problems.js';
export * from './pack.view.js';
export * from './scoring.view.js';
export * from './totals.view.js';
