import fc from 'fast-check';
import { formatFileSize, safeFileName } from './file.rules.js';

describe('safeFileName', () => {
  it.each([
    ['Biên bản.pdf', 'application/pdf', 'Biên bản.pdf'],
    ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
    ['ảnh\u202Egpj.exe', 'image/jpeg', 'ảnhgpj.exe.jpg'],
    ['Ảnh.JPEG', 'image/jpeg', 'Ảnh.JPEG'],
    ['CON.pdf', 'application/pdf', 'tep-CON.pdf'],
    ['', 'image/png', 'tep-dinh-kem.png'],
    ['a"\r\nb.pdf', 'application/pdf', 'ab.pdf'],
    ['x. ', 'image/webp', 'x.webp'],
  ])('keeps of %j what is safe', (given, type, kept) => expect(safeFileName(given, type)).toBe(kept));

  it('never gives folders, control characters or more than 200 code points', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = safeFileName(given, 'application/pdf');
        expect([...name].every((char) => char >= ' ' && !'/\\"'.includes(char))).toBe(true);
        expect([...name].length).toBeLessThanOrEqual(200);
        expect(name.endsWith('.pdf')).toBe(true);
      }),
    );
  });
});

it('sizes are printed with a comma', () => {
  expect(formatFileSize(1_440_000)).toBe('1,4 MB');
  expect(formatFileSize(320_499)).toBe('320 kB');
  expect(formatFileSize(10_737_400_000)).toBe('10,7 GB');
});
