import { defineProblems } from '../kernel/index.js';
import { unreportedText, type UnreportedDevice } from './unreported.rules.js';
import { VISIT_ACTION_LABELS, VISIT_STATE_LABELS, type VisitAction, type VisitState } from './visit.rules.js';
import { clashText, type VisitClash } from './visits.clash.js';

export const visitsProblems = defineProblems('visits', {
  notNow: {
    kind: 'conflict',
    text: (details: { state: VisitState; action: VisitAction }) =>
      `Cuộc kiểm tra đang ở trạng thái “${VISIT_STATE_LABELS[details.state]}” nên không ${VISIT_ACTION_LABELS[details.action]} được.`,
  },
  clash: {
    kind: 'conflict',
    text: (details: { clashes: VisitClash[] }) => `Không xếp được: ${details.clashes.map(clashText).join('; ')}.`,
  },
  ownUnit: {
    kind: 'conflict',
    text: (details: { clashes: VisitClash[] }) =>
      `${details.clashes.map(clashText).join('; ')}. Đề nghị thay người trong đoàn trước.`,
  },
  ownVisit: {
    kind: 'forbidden',
    text: 'Không được tự xếp lịch, tự tiến hành cuộc kiểm tra tại đơn vị nơi mình công tác.',
  },
  surpriseNotNotified: {
    kind: 'conflict',
    text: 'Kiểm tra đột xuất, kiểm tra công vụ không thông báo trước cho đơn vị.',
  },
  openConflicts: {
    kind: 'conflict',
    text: (details: { count: number }) =>
      `Còn ${details.count} tiêu chí có ý kiến khác nhau giữa các thành viên. Đề nghị thống nhất trước khi chốt.`,
  },
  undecided: {
    kind: 'conflict',
    text: (details: { count: number }) =>
      `Còn ${details.count} nội dung gửi đến mà chưa áp dụng được. Đề nghị tiếp nhận hoặc không tiếp nhận từng nội dung trước khi chốt.`,
  },
  missingFiles: {
    kind: 'conflict',
    text: (details: { count: number }) =>
      `Còn ${details.count} tệp đã ghi nhận nhưng chưa gửi về hệ thống. Đề nghị chờ tệp về, hoặc ghi lý do chốt khi còn thiếu.`,
  },
  unreportedDevices: {
    kind: 'conflict',
    text: (details: { devices: UnreportedDevice[] }) =>
      `Chưa chốt được: ${details.devices.map(unreportedText).join('; ')}. Đề nghị chờ người dùng máy báo xong, hoặc chọn từng máy không chờ; máy còn nội dung chưa về thì ghi lý do.`,
  },
  resultsChanged: {
    kind: 'conflict',
    text: 'Kết quả đã thay đổi từ khi anh/chị mở trang. Đề nghị xem lại kết quả chấm rồi chốt.',
  },
  unknownTarget: { kind: 'invalid', text: 'Không có đối tượng này trong kế hoạch.' },
  unknownTeam: { kind: 'invalid', text: 'Không có đoàn này trong kế hoạch.' },
});
