import { noticeText } from './notice.text.js';

it.each([
  [{ kind: 'due', step: -5, days: -3 }, 'Báo cáo khắc phục còn 3 ngày làm việc'],
  [{ kind: 'due', step: 0, days: 0 }, 'Hôm nay là hạn báo cáo khắc phục'],
  [{ kind: 'due', step: 6, days: 7 }, 'Báo cáo khắc phục quá hạn 7 ngày làm việc'],
  [{ kind: 'decision', step: 1, days: 2 }, 'Báo cáo khắc phục chờ xem xét 2 ngày làm việc'],
  [
    { kind: 'escalation', step: 2, days: 6 },
    'Báo cáo khắc phục quá hạn 6 ngày làm việc, báo đến Người đứng đầu đơn vị',
  ],
] as const)('%j says “%s”', (notice, text) => {
  expect(noticeText(notice)).toBe(text);
});
