export * from './minutes.js';
export * from './minutes.rules.js';
export * from './minutes.text.js';
export * from './minutes.view.js';
export * from './minutes-paper.js';
export * from './minutes-record.js';
export * from './seal.js';
export * from './signature.js';
