export * from './evidence.audit.js';
export * from './evidence.problems.js';
export * from './file.rules.js';
export * from './file.view.js';
export * from './picture.rules.js';
export * from './quota.rules.js';
export * from './upload.contract.js';
