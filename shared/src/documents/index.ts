export { citation, daysInWords, inFull, type CitedPaper } from './citation.text.js';
export * from './documents.problems.js';
export * from './paper.model.js';
export * from './paper-layout.rules.js';
export * from './paper-symbol.rules.js';
export * from './paper-text.rules.js';
export * from './remedy-letter.js';
export * from './signature.rules.js';
export { textWidth, type Weight } from './times-widths.js';
