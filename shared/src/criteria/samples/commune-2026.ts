import { workOfTheYear } from './commune-2026.areas-1-3.js';
import { meansAndResults } from './commune-2026.areas-4-8.js';

/** Sample of a yearly index for communes: 100 points in eight areas, bonus up to 3, penalty up to 5. */
export const communeIndex2026 = {
  format: 'bo-tieu-chi/1',
  name: 'Bộ tiêu chí mẫu cấp xã 2026',
  purpose: 'index',
  audience: ['commune'],
  isSample: true,
  note: 'Số liệu mẫu, không phải văn bản chính thức.',
  criteria: [...workOfTheYear, ...meansAndResults],
};
