export * from './head-count.js';
