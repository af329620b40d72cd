import { defineProblems } from '../kernel/index.js';
import { PLAN_ACTION_LABELS, PLAN_STATE_LABELS, type PlanAction, type PlanState } from './plan.rules.js';

export const plansProblems = defineProblems('plans', {
  notNow: {
    kind: 'conflict',
    text: (details: { state: PlanState; action: PlanAction }) =>
      `Kế hoạch đang ở trạng thái “${PLAN_STATE_LABELS[details.state]}” nên không ${PLAN_ACTION_LABELS[details.action]} được.`,
  },
  notReady: {
    kind: 'invalid',
    text: (details: { missing: string[] }) => `Chưa đủ để ban hành: ${details.missing.join('; ')}.`,
  },
  hasOpenVisits: {
    kind: 'conflict',
    text: (details: { count: number }) =>
      `Còn ${details.count} cuộc kiểm tra chưa chốt hoặc chưa hủy. Đề nghị chốt hoặc hủy các cuộc đó trước.`,
  },
  targetHasVisits: {
    kind: 'conflict',
    text: (details: { names: string[] }) => `Đã xếp lịch kiểm tra nên không bỏ được: ${details.names.join('; ')}.`,
  },
  teamHasVisits: {
    kind: 'conflict',
    text: (details: { names: string[] }) => `Đoàn đã có lịch kiểm tra nên không bỏ được: ${details.names.join('; ')}.`,
  },
  ownUnit: {
    kind: 'forbidden',
    text: 'Kiểm tra đột xuất, kiểm tra công vụ đối với đơn vị nơi anh/chị công tác phải do người của đơn vị khác lập kế hoạch.',
  },
  unknownUnit: { kind: 'invalid', text: 'Không có đơn vị này trong tỉnh, thành phố.' },
  unknownCriteria: { kind: 'invalid', text: 'Không có bộ tiêu chí này.' },
  notInspector: { kind: 'invalid', text: 'Tài khoản này không phải thành viên đoàn kiểm tra đang được dùng.' },
});
