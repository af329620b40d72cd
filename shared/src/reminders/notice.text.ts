import { dueText } from '../calendar/index.js';
import { stepText } from './escalation.rules.js';
import type { NoticeFact } from './notice.rules.js';

/** What a notice says, as a line: "Báo cáo khắc phục còn 5 ngày làm việc". */
export function noticeText({ kind, step, days }: Pick<NoticeFact, 'kind' | 'step' | 'days'>): string {
  if (kind === 'decision') return `Báo cáo khắc phục chờ xem xét ${days} ngày làm việc`;
  const due = days === 0 ? 'Hôm nay là hạn báo cáo khắc phục' : `Báo cáo khắc phục ${dueText(-days, days > 0)}`;
  return kind === 'due' ? due : `${due}, báo đến ${stepText(step)}`;
}
