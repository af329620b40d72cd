export * from './calendar.audit.js';
export * from './holiday.dto.js';
export * from './holiday.view.js';
export * from './working-days.js';
