export * from './draft-state.rules.js';
export * from './explanation.dto.js';
export * from './explanation.rules.js';
export * from './explanation.view.js';
export * from './explanations.audit.js';
export * from './explanations.problems.js';
