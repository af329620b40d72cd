export * from './escalation.rules.js';
export * from './notice.rules.js';
