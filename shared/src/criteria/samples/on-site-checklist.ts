type Item = [key: string, text: string, guidance: string | null, ...suggestions: string[]];

/** The items of one area: each đạt, chưa đạt, không kiểm tra or không áp dụng. */
function items(root: { key: string; area: string; text: string }, ...rows: Item[]): object[] {
  const checks = rows.map(([key, text, guidance, ...suggestions]) => {
    return { key, parent: root.key, text, guidance, suggestions, rule: { kind: 'CHECK' } };
  });
  return [root, ...checks];
}

const direction = items(
  { key: 'CD', area: 'CDDH', text: 'Chỉ đạo, điều hành' },
  [
    'CD01',
    'Kế hoạch CCHC, tuyên truyền, kiểm tra năm: số, ngày ban hành, nội dung, kinh phí',
    'Hồ sơ lưu',
    'Ban hành kế hoạch muộn so với quy định',
  ],
  [
    'CD02',
    'Báo cáo định kỳ: số, ngày ban hành, số liệu',
    'Hồ sơ lưu',
    'Số liệu báo cáo không khớp với số liệu trên hệ thống',
  ],
  [
    'CD03',
    'Tự kiểm tra: kế hoạch, kết luận, theo dõi khắc phục',
    'Hồ sơ lưu',
    'Có kiểm tra nhưng không ban hành kết luận',
  ],
  [
    'CD04',
    'Khắc phục theo các kết luận kiểm tra trước',
    'Kết luận trước và hồ sơ khắc phục',
    'Chưa khắc phục tồn tại đã được kết luận',
    'Tồn tại đã được kết luận nay tái diễn',
  ],
);

const institutions = items({ key: 'VB', area: 'TC', text: 'Thể chế' }, [
  'TC01',
  'Văn bản ban hành trong kỳ: thẩm quyền, thể thức, trình tự',
  '10 văn bản',
  'Văn bản ban hành sai thể thức',
]);

const counter = items(
  { key: 'MC', area: 'TTHC', text: 'Bộ phận Một cửa và giải quyết thủ tục hành chính' },
  [
    'MC01',
    'Niêm yết TTHC đầy đủ, hiện hành; đã gỡ TTHC bị thay thế, bãi bỏ',
    'Bảng niêm yết, màn hình tra cứu, mã QR; đối chiếu danh mục đã công bố',
    'Chưa cập nhật bộ TTHC',
  ],
  ['MC02', 'Niêm yết phí, lệ phí; nội quy', 'Bảng niêm yết', 'Chưa niêm yết bảng nội quy, các bảng phí, lệ phí'],
  [
    'MC03',
    'Địa chỉ, điện thoại tiếp nhận phản ánh, kiến nghị; hộp thư góp ý; lịch tiếp công dân',
    'Bảng niêm yết',
    'Lịch tiếp công dân cũ, không đúng thực tế',
  ],
  [
    'MC04',
    'Bảng tên từng quầy; biển tên, thẻ công chức',
    'Các quầy tiếp nhận',
    'Chưa bố trí bảng tên của từng bộ phận',
  ],
  ['MC05', 'Trang phục, đồng phục', 'Công chức tại quầy', 'Công chức không được trang bị đồng phục'],
  ['MC06', 'Diện tích, ghế chờ, bàn viết, máy lấy số, wifi, lối đi cho người khuyết tật', 'Phòng làm việc và nơi chờ'],
  [
    'MC07',
    'Nhân sự: quyết định cử, tiêu chuẩn, người dự phòng',
    'Quyết định cử công chức',
    'Có bố trí nhân sự dự phòng nhưng không đầy đủ',
  ],
  [
    'MC08',
    'Chế độ bồi dưỡng',
    'Nghị quyết của Hội đồng nhân dân, danh sách chi trả',
    'Không có chế độ bồi dưỡng, hỗ trợ cho công chức tại Bộ phận Một cửa',
  ],
  [
    'MC09',
    'Giấy tiếp nhận hồ sơ và hẹn trả kết quả (mẫu 01): có cấp, ghi giờ, có ký',
    'Mẫu hồ sơ',
    'Không cấp giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    'Giấy tiếp nhận hồ sơ và hẹn trả kết quả ghi thiếu thông tin',
  ],
  [
    'MC10',
    'Phiếu kiểm soát quá trình giải quyết hồ sơ (mẫu 06)',
    'Mẫu hồ sơ',
    'Không có phiếu kiểm soát quá trình giải quyết hồ sơ',
    'Phiếu kiểm soát ghi sau, không đúng thời điểm giao nhận',
  ],
  [
    'MC11',
    'Sổ theo dõi hồ sơ (mẫu 07), sổ giấy hoặc in từ phần mềm',
    'Sổ theo dõi',
    'Sổ tiếp nhận hồ sơ còn thiếu sót',
  ],
  [
    'MC12',
    'Phiếu yêu cầu bổ sung (mẫu 02), phiếu từ chối tiếp nhận (mẫu 03): một lần, có nêu lý do',
    'Mẫu hồ sơ',
    'Yêu cầu bổ sung hồ sơ nhiều lần',
  ],
  [
    'MC13',
    'Hồ sơ quá hạn và văn bản xin lỗi, đề nghị gia hạn thời gian giải quyết (mẫu 04)',
    'Danh sách trên phần mềm, đối chiếu văn bản xin lỗi; tách chậm trên phần mềm và chậm thực tế',
    'Hồ sơ quá hạn không có văn bản xin lỗi',
    'Văn bản xin lỗi ban hành sau khi đã quá hạn',
  ],
  [
    'MC14',
    'Phần mềm: nhập trong ngày, chuyển từng bước, kết thúc khi trả kết quả',
    'Phần mềm, đối chiếu hồ sơ giấy',
    'Việc cập nhật hồ sơ trên phần mềm chưa bảo đảm',
  ],
  [
    'MC15',
    'Rút ngẫu nhiên hồ sơ theo lĩnh vực (đất đai, hộ tịch, chứng thực, xây dựng, bảo trợ xã hội)',
    'Mỗi lĩnh vực 5 đến 10 hồ sơ; ghi lĩnh vực, mã hồ sơ, ngày nhận, ngày hẹn trả, ngày trả, sai sót',
  ],
  ['MC16', 'Số hóa thành phần hồ sơ, kết quả; ký số', 'Phần mềm', 'Việc ký số văn bản điện tử chưa bảo đảm'],
  [
    'MC17',
    'Dịch vụ công trực tuyến: tỷ lệ nộp trực tuyến, tỷ lệ toàn trình, người nộp (người dân hay công chức nộp thay)',
    'Phần mềm',
    'Hồ sơ trực tuyến còn hạn chế',
  ],
  ['MC18', 'Thanh toán trực tuyến; biên lai', 'Phần mềm'],
  [
    'MC19',
    'Tiếp nhận, trả kết quả qua dịch vụ bưu chính công ích',
    'Hợp đồng, số lượng',
    'Tuyên truyền về dịch vụ bưu chính công ích còn hạn chế',
  ],
  [
    'MC20',
    'Hiểu biết nghiệp vụ của công chức: hỏi về hai thủ tục',
    'Trao đổi trực tiếp',
    'Công chức chưa nắm được TTHC',
  ],
  ['MC21', 'Khảo sát hài lòng: phiếu, thiết bị, tổng hợp, xử lý kết quả', 'Hồ sơ lưu'],
  ['MC22', 'Phản ánh, kiến nghị: sổ theo dõi, thời hạn, công khai trả lời', 'Hồ sơ lưu'],
  ['MC23', 'Liên thông với công an, thuế, đất đai, bảo hiểm xã hội', 'Hồ sơ lưu'],
);

const decentralised = (field: string) => `Phân cấp quản lý nhà nước: ${field}`;
const decisionsAndFiles = 'Văn bản phân cấp, mỗi lĩnh vực 5 hồ sơ';

const organisation = items(
  { key: 'PC', area: 'TCBM', text: 'Tổ chức bộ máy và phân cấp quản lý nhà nước' },
  ['PC01', decentralised('xây dựng'), decisionsAndFiles],
  ['PC02', decentralised('ngân sách nhà nước'), decisionsAndFiles],
  ['PC03', decentralised('quản lý đầu tư công (nếu có)'), decisionsAndFiles],
  ['PC04', decentralised('quản lý đất đai'), decisionsAndFiles],
  ['PC05', decentralised('quản lý công vụ, cán bộ, công chức'), decisionsAndFiles],
);

const service = items(
  { key: 'CV', area: 'CV', text: 'Chế độ công vụ' },
  [
    'CV01',
    'Hồ sơ cán bộ, công chức: sơ yếu lý lịch, quyết định, đánh giá hằng năm, kê khai tài sản',
    '5 hồ sơ',
    'Hồ sơ cá nhân của cán bộ, công chức chưa được cập nhật đầy đủ',
  ],
  ['CV02', 'Vị trí việc làm, tiêu chuẩn chức danh, đào tạo', 'Các danh sách'],
  ['CV03', 'Kỷ luật, kỷ cương: giờ giấc, đeo thẻ, chấm công', 'Quan sát tại chỗ'],
);

const finance = items({ key: 'TS', area: 'TCC', text: 'Tài chính công' }, [
  'TCC01',
  'Quy chế chi tiêu nội bộ, công khai ngân sách, tài sản công',
  'Hồ sơ lưu',
]);

const digital = items({ key: 'SO', area: 'CQS', text: 'Chính quyền số' }, [
  'SO01',
  'Chữ ký số, văn bản điện tử, trang thông tin, an toàn thông tin',
  'Hệ thống đang dùng',
]);

/** What a team looks at on site, with what is often found wrong. */
export const onSiteChecklist = {
  format: 'bo-tieu-chi/1',
  name: 'Danh mục kiểm tra CCHC tại chỗ',
  purpose: 'checklist',
  audience: ['department', 'district', 'commune'],
  isSample: true,
  note: 'Danh mục mẫu, không phải văn bản chính thức.',
  criteria: [...direction, ...institutions, ...counter, ...organisation, ...service, ...finance, ...digital],
};
