import { exportFileName, unitInFileName } from './file-name.js';

describe('the name of an exported file', () => {
  it.each([
    [['Kết quả kiểm tra', unitInFileName('UBND Phường 5'), 2022], 'ket-qua-kiem-tra_phuong-5_2022.xlsx'],
    [['Tồn tại, hạn chế', '120/KH-UBND', 2022], 'ton-tai-han-che_120-kh-ubnd_2022.xlsx'],
    [['Kết quả kiểm tra', null, 2018], 'ket-qua-kiem-tra_2018.xlsx'],
    [['Kết quả kiểm tra', '../"\r\nĐặc khu Phú Quý', 2026], 'ket-qua-kiem-tra_dac-khu-phu-quy_2026.xlsx'],
  ])('of %j is %s', (parts, name) => expect(exportFileName(parts, 'xlsx')).toBe(name));

  it('is never longer than systems keep', () => {
    const long = exportFileName(['Kết quả', 'Trung tâm Phục vụ hành chính công '.repeat(9), 'x'.repeat(300)], 'docx');
    expect(long).toMatch(/^ket-qua_trung-tam-[a-z-]*[a-z]_x{60}\.docx$/);
    expect(long.length).toBeLessThan(150);
  });
});
