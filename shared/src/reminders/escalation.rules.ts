import type { Violation } from '../kernel/index.js';
import { can, type Role } from '../users/index.js';

/** Who is told of a request that is late, each step after more working days; whoever was told before is told again. */
export const ESCALATION_STEPS = ['officer', 'head', 'superior', 'leader'] as const;
export type EscalationStep = (typeof ESCALATION_STEPS)[number];

export const ESCALATION_STEP_LABELS: Record<EscalationStep, string> = {
  officer: 'Cán bộ đầu mối của đơn vị',
  head: 'Người đứng đầu đơn vị',
  superior: 'Cơ quan cấp trên của đơn vị',
  leader: 'Lãnh đạo Sở',
};

/** After how many working days behind the due date each step is taken. */
export type EscalationLadder = Record<EscalationStep, number>;

/** Of a campaign that has set none: on the days on which a late unit is reminded anyway. */
export const USUAL_LADDER: EscalationLadder = { officer: 1, head: 6, superior: 11, leader: 16 };

/** Latest step that can be set, in working days: one year. */
export const ESCALATION_DAYS_MAX = 250;

/** A step as notices keep it: the first is 1. */
export function stepNumber(step: EscalationStep): number {
  return ESCALATION_STEPS.indexOf(step) + 1;
}

/** The number of the highest step that is reached so many working days after the due date; 0 for none. */
export function stepReached(ladder: EscalationLadder, daysLate: number): number {
  return ESCALATION_STEPS.filter((step) => ladder[step] <= daysLate).length;
}

/** The step from which the body above a unit reads along. */
export const SUPERIOR_FROM = stepNumber('superior');

/** The step from which somebody of the department is told: who plans follows from the first, the leader is told at the own one. */
export function escalationsToldFrom(holder: { roles: readonly Role[] }): number {
  return can(holder, 'plans.edit') ? 1 : stepNumber('leader');
}

/** As the step with this number is called; "–" for one that is none. */
export function stepText(number: number): string {
  const step = ESCALATION_STEPS[number - 1];
  return step ? ESCALATION_STEP_LABELS[step] : '–';
}

/** What is wrong with a ladder: every step comes later than the one before. */
export function ladderFaults(ladder: EscalationLadder): Violation[] {
  return ESCALATION_STEPS.flatMap((step, index) => {
    const before = ESCALATION_STEPS[index - 1];
    if (!before || ladder[step] > ladder[before]) return [];
    const message = `Phải sau bước “${ESCALATION_STEP_LABELS[before]}” (${ladder[before]} ngày làm việc).`;
    return [{ path: step, code: 'reminders.ladder-ascends', message }];
  });
}
