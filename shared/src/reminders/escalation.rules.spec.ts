import { ESCALATION_STEPS, USUAL_LADDER, ladderFaults, stepNumber, stepReached, stepText } from './escalation.rules.js';

describe('the ladder', () => {
  it('reaches its steps one after the other', () => {
    expect([0, 1, 5, 6, 11, 15, 16, 400].map((days) => stepReached(USUAL_LADDER, days))).toEqual([
      0, 1, 1, 2, 3, 3, 4, 4,
    ]);
  });

  it('names every step, and none beyond', () => {
    expect(ESCALATION_STEPS.map((step) => stepText(stepNumber(step)))).toEqual([
      'Cán bộ đầu mối của đơn vị',
      'Người đứng đầu đơn vị',
      'Cơ quan cấp trên của đơn vị',
      'Lãnh đạo Sở',
    ]);
    expect(stepText(5)).toBe('–');
  });

  it('ascends: the fault stands at the step that does not', () => {
    expect(ladderFaults(USUAL_LADDER)).toEqual([]);
    expect(ladderFaults({ ...USUAL_LADDER, superior: 6, leader: 6 })).toEqual([
      {
        path: 'superior',
        code: 'reminders.ladder-ascends',
        message: 'Phải sau bước “Người đứng đầu đơn vị” (6 ngày làm việc).',
      },
      {
        path: 'leader',
        code: 'reminders.ladder-ascends',
        message: 'Phải sau bước “Cơ quan cấp trên của đơn vị” (6 ngày làm việc).',
      },
    ]);
  });
});
