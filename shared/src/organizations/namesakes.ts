/**
 * Units named after a person or a historic event, whose common noun papers write with a capital. Only names that are
 * beyond doubt; elsewhere the province writes the name of its body as it wants it.
 */
const NAMES = `
  Hồ Chí Minh, Hai Bà Trưng, Trưng Trắc, Trưng Nhị, Trưng Vương, Bà Triệu, Lê Chân, Hùng Vương, Triệu Việt Vương, Lý Bôn,
  Khúc Thừa Dụ, Ngô Quyền, Lê Đại Hành, Lý Thái Tổ, Lý Thường Kiệt, Trần Hưng Đạo, Trần Quang Khải, Trần Nhân Tông,
  Trần Nguyên Hãn, Phạm Ngũ Lão, Yết Kiêu, Nguyễn Trãi, Lê Lợi, Lê Lai, Lê Quý Đôn, Lê Ích Mộc, Nguyễn Bỉnh Khiêm,
  Nguyễn Cư Trinh, Nguyễn Du, Nguyễn Huệ, Quang Trung, Bùi Thị Xuân, Trần Quang Diệu, Ngô Mây, Tăng Bạt Hổ, Chu Văn An,
  Đào Duy Từ, Phạm Sư Mạnh, Phạm Đình Hổ, Nguyễn Trung Trực, Trương Định, Hoàng Diệu, Hoàng Hoa Thám, Đề Thám,
  Phan Đình Phùng, Phan Bội Châu, Phan Chu Trinh, Bùi Hữu Nghĩa, Huỳnh Hữu Nghĩa, Trần Tế Xương, Nguyễn Thái Học,
  Nguyễn An Ninh, Lê Hồng Phong, Trần Phú, Nguyễn Văn Cừ, Hoàng Văn Thụ, Nguyễn Thị Minh Khai, Phùng Chí Kiên, Võ Thị Sáu,
  Kim Đồng, Bế Văn Đàn, Hồ Tùng Mậu, Tô Hiệu, Trần Đăng Ninh, Nguyễn Lương Bằng, Nguyễn Văn Linh, Lê Thanh Nghị,
  Lương Khánh Thiện, Nguyễn Thái Bình, Đặng Thùy Trâm, Hồ Thị Kỷ, Hồ Đắc Kiện, Phan Ngọc Hiển, Nguyễn Việt Khái,
  Trần Văn Thời, Trần Thành Ngọ, Dương Minh Châu, Lương Văn Tri, Lương Thế Trân, Lý Văn Lâm, Phạm Văn Cội, Phạm Văn Hai,
  Lê Minh Xuân, Trương Quang Trọng, Nguyễn Nghiêm, Nguyễn Đại Năng, Đào Hữu Cảnh, Phan Sào Nam,
  Điện Biên Phủ`;

export const NAMESAKES: ReadonlySet<string> = new Set(NAMES.split(',').map((name) => name.trim()));
