import type { PublishedCampaign } from './published-campaign.js';

/** Thành phố Sóc Trăng, 25–27/10/2022; reported by Phòng Nội vụ thành phố Sóc Trăng on 10/11/2022. */
export const socTrang2022: PublishedCampaign = {
  provinceCode: '92',
  title: 'Ủy ban nhân dân thành phố Sóc Trăng kiểm tra công tác cải cách hành chính năm 2022',
  kind: 'scheduled',
  year: 2022,
  authority: { unitCode: '941' },
  number: '120/KH-UBND',
  issuedOn: '2022-08-23',
  legalBases: [
    {
      type: 'Kế hoạch',
      number: '120/KH-UBND',
      date: '2022-08-23',
      issuer: 'UBND thành phố Sóc Trăng',
      subject: 'kiểm tra công tác cải cách hành chính năm 2022 trên địa bàn thành phố',
    },
  ],
  startsOn: '2022-10-25',
  endsOn: '2022-10-27',
  scheduleNote: null,
  areas: ['CDDH', 'TC', 'TTHC', 'TCBM', 'CV', 'TCC', 'CQS', 'KHAC'],
  otherContents: [
    'Xây dựng và phát triển Chính phủ điện tử',
    'Một số nhiệm vụ khác có liên quan',
    'Phân cấp quản lý: Xây dựng',
    'Phân cấp quản lý: Ngân sách nhà nước',
    'Phân cấp quản lý: Quản lý đầu tư công (nếu có)',
    'Phân cấp quản lý: Quản lý đất đai',
    'Phân cấp quản lý: Quản lý công vụ, cán bộ, công chức',
  ],
  unitCodes: ['94', '941', '31513', '31519', '31498', '31504', '31525'],
  targets: [
    { ref: 'u1', body: { unitCode: '31513' } },
    { ref: 'u3', body: { unitCode: '31519' } },
    { ref: 'u5', body: { unitCode: '31498' } },
    { ref: 'u8', body: { unitCode: '31504' } },
    { ref: 'u10', body: { unitCode: '31525' } },
  ],
  team: {
    name: 'Đoàn kiểm tra thực hiện công tác cải cách hành chính thành phố Sóc Trăng',
    lead: { name: 'Châu Kiến Tường', position: 'Phó Chủ tịch UBND thành phố, Phó ban Chỉ đạo CCHC' },
  },
  visits: [],
  findings: [
    { ref: 'A1', kind: 'strength', area: 'CDDH', text: 'Các phường có nhiều nỗ lực triển khai công tác CCHC.' },
    { ref: 'A2', kind: 'strength', area: 'TTHC', text: 'TTHC được niêm yết rõ ràng, đúng quy định.' },
    {
      ref: 'A3',
      kind: 'strength',
      area: 'CQS',
      text: 'Quan tâm ứng dụng công nghệ thông tin, tạo thuận lợi cho người dân.',
    },
    {
      ref: 'A4',
      kind: 'strength',
      area: 'CV',
      text: 'Tinh thần, thái độ phục vụ nhân dân của cán bộ, công chức chuyển biến tích cực.',
    },
    {
      ref: 'F1',
      kind: 'shortcoming',
      area: 'CDDH',
      text: 'Tuyên truyền CCHC chưa phong phú, đa dạng về hình thức và nội dung, chưa đi vào chiều sâu; nhất là hướng dẫn người dân nộp TTHC mức độ 3, 4 và dùng dịch vụ bưu chính công ích.',
    },
    {
      ref: 'F2',
      kind: 'shortcoming',
      area: 'CV',
      text: 'Cán bộ, công chức tại Bộ phận Một cửa chưa nắm được các TTHC mức độ 3, 4 để tuyên truyền đến người dân.',
    },
    { ref: 'F3', kind: 'shortcoming', area: 'TTHC', text: 'Giải quyết TTHC ở các phường còn trễ hạn.' },
    {
      ref: 'F4',
      kind: 'shortcoming',
      area: 'TTHC',
      text: 'Việc cập nhật TTHC trên phần mềm một cửa điện tử chưa đảm bảo.',
    },
    {
      ref: 'F5',
      kind: 'shortcoming',
      area: 'CV',
      text: 'Hồ sơ cá nhân cán bộ, công chức tại một số đơn vị chưa được cập nhật đầy đủ.',
      extent: 'một số đơn vị',
    },
  ],
  requests: [
    {
      text: 'Khắc phục các hạn chế, thiếu sót; tiếp tục nỗ lực triển khai CCHC tại địa phương.',
      findings: ['F1', 'F2', 'F3', 'F4', 'F5'],
      recipients: [{ label: 'các phường được kiểm tra' }],
    },
    {
      text: 'Cán bộ, công chức nghiên cứu thao tác thực hiện TTHC mức độ 3, 4 để hướng dẫn người dân.',
      findings: ['F1', 'F2'],
      recipients: [{ label: 'cán bộ, công chức các phường' }],
    },
    {
      text: 'Niêm yết đầy đủ TTHC và các văn bản về CCHC.',
      findings: [],
      recipients: [{ label: 'các phường được kiểm tra' }],
    },
    {
      text: 'Thường xuyên nhắc nhở cán bộ, công chức về tinh thần trách nhiệm, giao tiếp ứng xử.',
      findings: [],
      recipients: [{ label: 'các phường được kiểm tra' }],
    },
  ],
};
