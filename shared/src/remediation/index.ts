export * from './due.rules.js';
export * from './recipient.dto.js';
export * from './remediation.audit.js';
export * from './remediation.problems.js';
export * from './remediation.view.js';
export * from './remedy-state.rules.js';
export * from './request.dto.js';
export * from './request.rules.js';
