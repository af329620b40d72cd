export * from './audit.js';
export * from './calendar-date.js';
export * from './decimal.js';
export * from './fields.js';
export * from './ids.js';
export * from './problem.js';
export * from './text.js';
export * from './validation.js';
