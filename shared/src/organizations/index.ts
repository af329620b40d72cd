export * from './administrative-unit.rules.js';
