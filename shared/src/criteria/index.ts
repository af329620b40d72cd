export * from './areas.js';
export * from './criteria.view.js';
export * from './derivation.text.js';
export * from './input.js';
export * from './modifiers.js';
export * from './rules.js';
export * from './score.js';
export * from './steps.js';
