export * from './digest.text.js';
export * from './escalation.rules.js';
export * from './notice.rules.js';
export * from './notice.text.js';
export * from './notice.view.js';
export * from './reminders.audit.js';
export * from './reminders.dto.js';
