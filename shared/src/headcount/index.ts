export * from './head-count.js';
export * from './head-count.text.js';
