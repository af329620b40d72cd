export * from './campaign-record.js';
export * from './paper-draft.js';
export * from './paper-issuer.js';
export * from './paper-kinds.js';
export * from './papers.dto.js';
export * from './papers.js';
export * from './papers.problems.js';
export * from './papers.view.js';
