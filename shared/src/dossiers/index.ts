export * from './delimited-text.js';
export * from './dossier-list.js';
export * from './dossier-rates.js';
export * from './dossier-sample.js';
export * from './dossier.rules.js';
export * from './draw.js';
export * from './list-head.js';
