import type { PublishedCampaign } from './published-campaign.js';

/** The team of Đồng Tháp at huyện Châu Thành, morning of 26/05/2020; two communes were visited before, on days not stated. */
export const dongThap2020: PublishedCampaign = {
  provinceCode: '82',
  title: 'Đoàn kiểm tra cải cách hành chính tỉnh Đồng Tháp kiểm tra tại huyện Châu Thành',
  kind: 'unstated',
  year: 2020,
  authority: { unitCode: '87' },
  number: null,
  issuedOn: null,
  legalBases: [],
  startsOn: '2020-05-26',
  endsOn: '2020-05-26',
  scheduleNote: 'Hai xã, thị trấn được kiểm tra trước buổi làm việc với huyện; nguồn không nêu ngày.',
  areas: [],
  otherContents: ['Công tác CCHC của huyện'],
  unitCodes: ['87', '877', '30271', '30244'],
  targets: [
    { ref: 'u1', body: { unitCode: '877' } },
    { ref: 'u2', parent: 'u1', body: { unitCode: '30271' } },
    { ref: 'u3', parent: 'u1', body: { unitCode: '30244' } },
  ],
  team: {
    name: 'Đoàn kiểm tra cải cách hành chính tỉnh Đồng Tháp',
    lead: { name: 'Trần Minh Lý', position: 'Phó Giám đốc Sở Nội vụ' },
  },
  visits: [
    {
      target: 'u1',
      date: '2020-05-26',
      halfDay: 'morning',
      place: 'Bộ phận Tiếp nhận và Trả kết quả huyện; các phòng chuyên môn có liên quan',
      hosts: [
        { name: 'Phạm Tấn Xiếu', position: 'Chủ tịch UBND huyện Châu Thành' },
        { name: 'Lãnh đạo các phòng chuyên môn', position: null },
        { name: 'UBND 12 xã, thị trấn', position: null },
      ],
    },
  ],
  findings: [
    {
      ref: 'A1',
      kind: 'strength',
      area: 'TTHC',
      text: 'Đa số thủ tục, hồ sơ được cấp xã, cấp huyện giải quyết đúng quy định.',
    },
    { ref: 'A2', kind: 'strength', area: 'TTHC', text: 'Cơ chế một cửa, một cửa liên thông được duy trì nề nếp.' },
    { ref: 'A3', kind: 'strength', area: 'CV', text: 'Chất lượng đội ngũ được nâng cao, đạt chuẩn theo quy định.' },
    { ref: 'A4', kind: 'strength', area: 'TTHC', text: 'Xây dựng nhiều mô hình hỗ trợ giải quyết TTHC cho người dân.' },
    { ref: 'A5', kind: 'strength', area: 'CQS', text: 'Quan tâm ứng dụng dịch vụ công trực tuyến mức độ 3, mức độ 4.' },
    {
      ref: 'F1',
      kind: 'shortcoming',
      area: 'TTHC',
      text: 'Nhiều hồ sơ giải quyết TTHC còn bị trễ hẹn trên phần mềm.',
      cause: 'Trễ hẹn trên phần mềm',
    },
    {
      ref: 'F2',
      kind: 'shortcoming',
      area: 'CQS',
      text: 'Việc thực hiện ký số văn bản điện tử chưa đảm bảo theo quy định.',
    },
  ],
  requests: [
    {
      text: 'Thường xuyên rà soát, cập nhật, công khai đầy đủ TTHC tại Bộ phận TN&TKQ của 2 cấp huyện và xã, trang thông tin điện tử cấp huyện.',
      findings: [],
      recipients: [{ body: { unitCode: '877' } }],
    },
    {
      text: 'Tiếp tục duy trì cung cấp dịch vụ công trực tuyến mức độ 3, mức độ 4.',
      findings: [],
      recipients: [{ body: { unitCode: '877' } }],
    },
    {
      text: 'Kiểm tra thường xuyên cán bộ, công chức, viên chức giải quyết TTHC trên phần mềm một cửa điện tử để tránh trễ hẹn trên phần mềm.',
      findings: ['F1'],
      recipients: [{ body: { unitCode: '877' } }],
    },
  ],
};
