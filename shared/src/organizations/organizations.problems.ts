import { defineProblems, formatDate, type CalendarDate } from '../kernel/index.js';
import { UNKNOWN_START, type Validity } from './validity.js';

export const organizationsProblems = defineProblems('organizations', {
  unknownParent: { kind: 'invalid', text: 'Không có cơ quan cấp trên này trong thời gian đó.' },
  unknownSuccessor: {
    kind: 'invalid',
    text: 'Đơn vị kế thừa phải là một đơn vị khác đang hoạt động vào ngày kết thúc.',
  },
  unknownUnit: { kind: 'invalid', text: 'Không có đơn vị hành chính này trong thời gian đó.' },
  unitOfOtherKind: { kind: 'invalid', text: 'Loại cơ quan không phù hợp với loại đơn vị hành chính đã chọn.' },
  outsideItsKind: {
    kind: 'invalid',
    text: 'Thời gian hoạt động không phù hợp: UBND cấp huyện, UBND thị trấn chỉ có đến hết ngày 30/06/2025; UBND đặc khu, cơ quan thuộc cấp xã chỉ có từ ngày 01/07/2025.',
  },
  nameTaken: {
    kind: 'invalid',
    text: ({ name, validFrom, validTo }: { name: string } & Validity) =>
      `Cùng cơ quan cấp trên đã có “${name}”${validFrom === UNKNOWN_START ? '' : ` từ ngày ${formatDate(validFrom)}`}${validTo === null ? '' : ` đến trước ngày ${formatDate(validTo)}`}.`,
  },
  namedBefore: {
    kind: 'invalid',
    text: (details: { lastFrom: CalendarDate }) =>
      `Tên mới phải có hiệu lực từ ngày ${formatDate(details.lastFrom)} trở đi, là ngày bắt đầu của tên gần nhất.`,
  },
  endsTooEarly: {
    kind: 'invalid',
    text: 'Ngày kết thúc phải sau ngày thành lập và sau ngày bắt đầu của tên gần nhất.',
  },
  alreadyClosed: { kind: 'conflict', text: 'Đơn vị này đã kết thúc hoạt động.' },
  hasOpenChildren: {
    kind: 'conflict',
    text: (details: { count: number }) =>
      `Còn ${details.count} đơn vị trực thuộc đang hoạt động. Đề nghị kết thúc hoặc chuyển các đơn vị đó trước.`,
  },
});
