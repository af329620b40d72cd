import { defineProblems } from '../kernel/index.js';

export const assessmentsProblems = defineProblems('assessments', {
  noCriteria: { kind: 'conflict', text: 'Kế hoạch chưa gắn bộ tiêu chí cho đơn vị này nên chưa chấm điểm được.' },
});
