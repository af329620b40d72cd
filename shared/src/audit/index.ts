export * from './audit.dto.js';
export * from './audit.view.js';
