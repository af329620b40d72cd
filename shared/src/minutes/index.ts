export * from './minutes.js';
export * from './minutes-paper.js';
export * from './seal.js';
