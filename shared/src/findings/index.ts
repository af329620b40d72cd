export * from './field-finding.js';
export * from './finding-suggestion.js';
export * from './finding.dto.js';
export * from './finding.rules.js';
export * from './finding.view.js';
export * from './findings.audit.js';
export * from './findings.problems.js';
