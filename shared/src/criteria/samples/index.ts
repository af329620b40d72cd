export { communeIndex2026 } from './commune-2026.js';
export { importExample } from './import-example.js';
export { onSiteChecklist } from './on-site-checklist.js';
