import { additive, area, deduct, floor, fullWhenNone, group, ratio, scored, target, veto, yesNo } from './rows.js';

const organisation = [
  area('4', 'TCBM', 'Tổ chức bộ máy', '6'),
  group('4.1', 'Tổ chức cơ quan, đơn vị', '2'),
  scored('4.1.1', 'Tổ chức các phòng, trung tâm đúng quy định', '2', yesNo),
  group('4.2', 'Biên chế', '2'),
  scored('4.2.1', 'Quản lý biên chế', '2', yesNo, veto('over', 'Vượt biên chế được giao')),
  group('4.3', 'Phân cấp quản lý', '2'),
  scored(
    '4.3.1',
    'Kiểm tra 5 lĩnh vực phân cấp',
    '1',
    additive(
      '0.2',
      'Xây dựng',
      'Ngân sách nhà nước',
      'Quản lý đầu tư công',
      'Quản lý đất đai',
      'Quản lý công vụ, cán bộ, công chức',
    ),
  ),
  scored(
    '4.3.2',
    'Khắc phục sau kiểm tra phân cấp',
    '1',
    ratio('vấn đề đã khắc phục', 'vấn đề phát hiện'),
    fullWhenNone,
  ),
];

const service = [
  area('5', 'CV', 'Chế độ công vụ', '10'),
  group('5.1', 'Vị trí việc làm', '2'),
  scored('5.1.1', 'Bố trí theo vị trí việc làm', '2', ratio('người bố trí đúng vị trí việc làm', 'cán bộ, công chức')),
  group('5.2', 'Tiêu chuẩn cán bộ, công chức', '2'),
  scored('5.2.1', 'Tỷ lệ cán bộ, công chức đạt chuẩn', '2', ratio('người đạt chuẩn', 'cán bộ, công chức'), floor('90')),
  group('5.3', 'Hồ sơ cán bộ, công chức', '2'),
  scored('5.3.1', 'Hồ sơ cán bộ, công chức cập nhật đủ (mẫu)', '2', ratio('hồ sơ cập nhật đủ', 'hồ sơ được xem')),
  group('5.4', 'Kỷ luật, kỷ cương', '2'),
  scored(
    '5.4.1',
    'Kỷ luật, kỷ cương hành chính',
    '2',
    deduct(['breach', 'lượt vi phạm kỷ luật, kỷ cương', '0.5']),
    veto('disciplined', 'Có người bị kỷ luật từ khiển trách trở lên'),
  ),
  group('5.5', 'Đào tạo, bồi dưỡng', '1'),
  scored(
    '5.5.1',
    'Đào tạo, bồi dưỡng theo kế hoạch',
    '1',
    ratio('lượt người đã đào tạo, bồi dưỡng', 'lượt người theo kế hoạch'),
    floor('70'),
  ),
  group('5.6', 'Đánh giá, xếp loại', '1'),
  scored('5.6.1', 'Đánh giá, xếp loại đúng quy định', '1', yesNo),
];

const finance = [
  area('6', 'TCC', 'Tài chính công', '7'),
  group('6.1', 'Vốn đầu tư công', '3'),
  scored('6.1.1', 'Giải ngân vốn đầu tư công', '3', {
    kind: 'INTERP',
    counted: 'triệu đồng đã giải ngân',
    outOf: 'triệu đồng được giao',
    from: '70',
    to: '95',
  }),
  group('6.2', 'Ngân sách', '1'),
  scored('6.2.1', 'Công khai ngân sách', '1', yesNo),
  group('6.3', 'Tài sản công', '1'),
  scored(
    '6.3.1',
    'Quản lý tài sản công',
    '1',
    additive('0.5', 'Có quy chế quản lý, sử dụng tài sản công', 'Kê khai, công khai tài sản công'),
  ),
  group('6.4', 'Kiến nghị sau thanh tra, kiểm toán', '2'),
  scored(
    '6.4.1',
    'Thực hiện kiến nghị thanh tra, kiểm toán',
    '2',
    ratio('kiến nghị đã thực hiện', 'kiến nghị phải thực hiện'),
    floor('80'),
    fullWhenNone,
  ),
];

const digital = [
  area('7', 'CQS', 'Chính quyền số', '17'),
  group('7.1', 'Văn bản điện tử', '3'),
  scored(
    '7.1.1',
    'Văn bản điện tử ký số đúng quy định',
    '3',
    ratio('văn bản ký số đúng quy định', 'văn bản điện tử đã phát hành'),
    floor('90'),
  ),
  group('7.2', 'Dịch vụ công trực tuyến', '7'),
  scored(
    '7.2.1',
    'Hồ sơ trực tuyến toàn trình',
    '4',
    target('80', 'hồ sơ trực tuyến toàn trình', 'hồ sơ của thủ tục toàn trình'),
  ),
  scored(
    '7.2.2',
    'Thanh toán trực tuyến',
    '3',
    target('70', 'hồ sơ thanh toán trực tuyến', 'hồ sơ phải nộp phí, lệ phí'),
  ),
  group('7.3', 'Số hóa', '4'),
  scored('7.3.1', 'Số hóa hồ sơ và kết quả', '4', {
    kind: 'AVERAGE',
    ratios: [
      { key: 'papers', counted: 'hồ sơ được số hóa', outOf: 'hồ sơ đã tiếp nhận' },
      { key: 'results', counted: 'kết quả được số hóa', outOf: 'kết quả đã trả' },
    ],
  }),
  group('7.4', 'Bưu chính công ích', '1'),
  scored(
    '7.4.1',
    'Hồ sơ qua bưu chính công ích',
    '1',
    target('10', 'hồ sơ qua bưu chính công ích', 'hồ sơ đã tiếp nhận'),
  ),
  group('7.5', 'Trang thông tin điện tử', '1'),
  scored(
    '7.5.1',
    'Trang thông tin điện tử',
    '1',
    additive(
      '0.25',
      'Có đủ chuyên mục theo quy định',
      'Tin bài cập nhật hằng tuần',
      'Liên kết đến Cổng Dịch vụ công quốc gia',
      'Có mục tiếp nhận phản ánh, kiến nghị',
    ),
  ),
  group('7.6', 'Hệ thống thông tin giải quyết TTHC', '1'),
  scored(
    '7.6.1',
    'Cập nhật, xử lý trên hệ thống đúng bước',
    '1',
    ratio('hồ sơ xử lý đúng bước trên hệ thống', 'hồ sơ được xem'),
  ),
];

const impact = [
  area('8', 'TD', 'Tác động', '10'),
  group('8.1', 'Mức độ hài lòng', '7'),
  scored('8.1.1', 'Khảo sát hài lòng của người dân', '7', { kind: 'SURVEY', scale: '100', source: 'Tỷ lệ hài lòng' }),
  group('8.2', 'Chất lượng phục vụ', '3'),
  scored('8.2.1', 'Bộ chỉ số phục vụ người dân, doanh nghiệp (766)', '3', {
    kind: 'EXTERNAL',
    scale: '100',
    source: 'Bộ chỉ số phục vụ người dân, doanh nghiệp',
  }),
];

const beside = [
  {
    key: 'cong',
    code: 'Cộng',
    area: 'KHAC',
    effect: 'bonus',
    text: 'Điểm cộng',
    maxPoints: '3',
    rule: { kind: 'MANUAL' },
  },
  {
    key: 'tru',
    code: 'Trừ',
    area: 'KHAC',
    effect: 'penalty',
    text: 'Điểm trừ',
    maxPoints: '5',
    rule: { kind: 'MANUAL' },
  },
];

/** Areas 4 to 8, and what stands beside the 100. */
export const meansAndResults = [...organisation, ...service, ...finance, ...digital, ...impact, ...beside];
