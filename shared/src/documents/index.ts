export * from './abbreviation.js';
export * from './cited-plan.js';
export * from './documents.problems.js';
export * from './file-name.js';
export * from './letter.dto.js';
export { addresseeParts, bodyParts } from './paper-body.setting.js';
export { headParts } from './paper-head.setting.js';
export * from './paper-layout.rules.js';
export * from './paper-sentences.js';
export * from './paper-symbol.rules.js';
export * from './paper-text.rules.js';
export * from './paper.model.js';
export * from './paper.setting.js';
export * from './remedy-letter.js';
export * from './requirements.js';
export * from './setting.model.js';
export * from './signature.rules.js';
export {
  citation,
  daysInWords,
  inFull,
  oneLine,
  periodInWords,
  sentence,
  uncapitalized,
  withoutStop,
  type CitedPaper,
} from './citation.text.js';
export { textWidth, type Weight } from './times-widths.js';
