import { addDays, mondayOf, weekdayOf, type CalendarDate } from '@kiemtra/shared/kernel';
import type { HalfDay } from '@kiemtra/shared/visits';

/** The sample campaign of Cần Thơ, 2026. Everything here is sample data and is marked so on screen. */
export const SAMPLE_TITLE = 'Kiểm tra công tác cải cách hành chính năm 2026 (dữ liệu mẫu)';

/** Units of the sample, in the order of the plan. */
export const SAMPLE_UNITS = [
  'Sở Tài chính',
  'Sở Xây dựng',
  'UBND phường Phú Lợi',
  'UBND phường Sóc Trăng',
  'UBND phường Ninh Kiều',
  'UBND phường Cái Răng',
  'UBND phường Bình Thủy',
  'UBND phường Ô Môn',
  'UBND phường Vị Thanh',
  'UBND phường Mỹ Xuyên',
  'UBND xã Phong Điền',
  'UBND xã Trường Long',
  'UBND xã Châu Thành',
  'UBND xã Thới Lai',
] as const;
export type SampleUnit = (typeof SAMPLE_UNITS)[number];

interface SampleVisit {
  team: 1 | 2;
  unit: SampleUnit;
  /** Days after the Monday of the week of visits; negative for the week before. */
  day: number;
  halfDay: HalfDay;
}

/** Two visits of the week before, then one visit a day for each team. */
export const SAMPLE_VISITS: SampleVisit[] = [
  { team: 1, unit: 'UBND phường Phú Lợi', day: -5, halfDay: 'morning' },
  { team: 2, unit: 'UBND phường Sóc Trăng', day: -4, halfDay: 'morning' },
  { team: 1, unit: 'UBND phường Ninh Kiều', day: 0, halfDay: 'morning' },
  { team: 1, unit: 'UBND phường Cái Răng', day: 1, halfDay: 'morning' },
  { team: 1, unit: 'UBND phường Bình Thủy', day: 2, halfDay: 'afternoon' },
  { team: 1, unit: 'UBND phường Ô Môn', day: 3, halfDay: 'morning' },
  { team: 1, unit: 'Sở Tài chính', day: 4, halfDay: 'morning' },
  { team: 2, unit: 'UBND xã Phong Điền', day: 0, halfDay: 'afternoon' },
  { team: 2, unit: 'UBND xã Trường Long', day: 1, halfDay: 'morning' },
  { team: 2, unit: 'UBND phường Vị Thanh', day: 2, halfDay: 'morning' },
  { team: 2, unit: 'UBND xã Châu Thành', day: 3, halfDay: 'afternoon' },
  { team: 2, unit: 'Sở Xây dựng', day: 4, halfDay: 'morning' },
];

/** Answers of the two visits of the week before: everything else on the checklist is met. */
export const SAMPLE_ANSWERS: Partial<Record<SampleUnit, Record<string, unknown>>> = {
  'UBND phường Phú Lợi': {
    MC01: { met: false },
    MC13: { met: false },
    MC14: { met: false },
    MC19: { state: 'not_checked' },
    MC23: { state: 'not_applicable' },
  },
  'UBND phường Sóc Trăng': { MC04: { met: false }, MC11: { met: false }, CD04: { state: 'not_checked' } },
};

interface SampleRequest {
  unit: SampleUnit;
  finding: { key: string; text: string; cause: string | null; legalBasis: string | null };
  request: string;
  measure: string;
  workingDays: number;
  /** How far its thread has come. */
  reached: 'issued' | 'acknowledged' | 'reported' | 'returned' | 'accepted';
}

/** Findings of the week before with their requests, one in each state a unit or the department may meet. */
export const SAMPLE_REQUESTS: SampleRequest[] = [
  {
    unit: 'UBND phường Phú Lợi',
    finding: {
      key: 'MC01',
      text: 'Bảng niêm yết còn 6 thủ tục hành chính đã được thay thế, chưa cập nhật bộ thủ tục mới công bố.',
      cause: 'Chưa phân công người theo dõi quyết định công bố',
      legalBasis: 'Điều 16, Điều 17 Nghị định số 63/2010/NĐ-CP',
    },
    request: 'Rà soát, niêm yết đầy đủ, kịp thời thủ tục hành chính đang có hiệu lực.',
    measure: 'Gỡ thủ tục đã thay thế, niêm yết bộ mới, gửi ảnh bảng niêm yết.',
    workingDays: 10,
    reached: 'issued',
  },
  {
    unit: 'UBND phường Phú Lợi',
    finding: {
      key: 'MC13',
      text: '4 hồ sơ đất đai quá hạn không có văn bản xin lỗi và đề nghị gia hạn.',
      cause: 'Chậm ở bước phối hợp',
      legalBasis: null,
    },
    request: 'Thực hiện xin lỗi bằng văn bản đối với toàn bộ hồ sơ quá hạn.',
    measure: 'Ban hành văn bản xin lỗi cho 4 hồ sơ, gửi bản sao.',
    workingDays: 5,
    reached: 'acknowledged',
  },
  {
    unit: 'UBND phường Phú Lợi',
    finding: {
      key: 'MC14',
      text: 'Cập nhật hồ sơ trên phần mềm chưa bảo đảm: 9/40 hồ sơ nhập sau ngày tiếp nhận.',
      cause: null,
      legalBasis: null,
    },
    request: 'Nhập hồ sơ vào phần mềm ngay trong ngày tiếp nhận.',
    measure: 'Báo cáo kết quả rà soát 40 hồ sơ mẫu.',
    workingDays: 15,
    reached: 'reported',
  },
  {
    unit: 'UBND phường Sóc Trăng',
    finding: { key: 'MC04', text: 'Chưa bố trí bảng tên của từng quầy.', cause: null, legalBasis: null },
    request: 'Bố trí bảng tên, biển chức danh tại từng quầy.',
    measure: 'Gửi ảnh từng quầy sau khi bố trí.',
    workingDays: 5,
    reached: 'returned',
  },
  {
    unit: 'UBND phường Sóc Trăng',
    finding: {
      key: 'MC11',
      text: 'Sổ theo dõi hồ sơ (mẫu 07) còn thiếu cột ngày trả kết quả.',
      cause: null,
      legalBasis: null,
    },
    request: 'Lập sổ theo dõi hồ sơ đúng mẫu.',
    measure: 'Gửi ảnh trang đầu của sổ mới.',
    workingDays: 5,
    reached: 'accepted',
  },
];

/** Monday of the week in which the sample's visits lie: this week, or the coming one at a weekend. */
export function sampleMonday(today: CalendarDate): CalendarDate {
  const weekday = weekdayOf(today);
  return weekday === 0 || weekday === 6 ? addDays(mondayOf(today), 7) : mondayOf(today);
}

/** What is put to a unit before the conclusion. */
export const SAMPLE_DRAFT: { unit: SampleUnit; findings: string[]; workingDays: number } = {
  unit: 'UBND phường Phú Lợi',
  findings: [
    'Phiếu kiểm soát quá trình giải quyết hồ sơ ghi sau, không đúng thời điểm giao nhận (3/40 hồ sơ mẫu).',
    'Chưa có biên bản họp rút kinh nghiệm về tiếp nhận và trả kết quả trong 6 tháng đầu năm.',
  ],
  workingDays: 5,
};
