export * from './minutes-docx.js';
export { DOCX_MEDIA_TYPE } from './page.js';
export * from './paper-docx.js';
