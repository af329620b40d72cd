import fc from 'fast-check';
import { likeness, type Comparable } from './repeat.rules.js';

const about = (text: string, rest: Partial<Comparable> = {}): Comparable => ({
  text,
  criterion: null,
  ...rest,
});

describe('a shortcoming beside an earlier one of the unit', () => {
  it('is recognised by its criterion, whatever the words', () => {
    const criterion = { setId: 'A', key: '3.1' };
    expect(likeness(about('Trễ hạn', { criterion }), about('Thiếu bảng phí', { criterion }))).toBe('criterion');
  });

  it('is another one when the same key stands in another set', () => {
    const [own, other] = ['A', 'B'].map((setId) => ({ setId, key: '3.1' }));
    const earlier = about('Thiếu bảng phí', { criterion: other ?? null });
    expect(likeness(about('Trễ hạn', { criterion: own ?? null }), earlier)).toBeNull();
  });

  it.each([
    ['Giải quyết TTHC ở các phường còn trễ hạn.', 'Giải quyết thủ tục hành chính lĩnh vực đất đai còn trễ hạn'],
    ['Một số xã chưa bố trí bảng tên của từng bộ phận.', 'Chưa bố trí bảng tên tại quầy tiếp nhận'],
    [
      'Việc cập nhật TTHC trên phần mềm một cửa điện tử chưa đảm bảo.',
      'Cập nhật hồ sơ trên phần mềm một cửa điện tử chưa kịp thời',
    ],
    [
      'Việc cập nhật TTHC trên phần mềm một cửa điện tử chưa đảm bảo.',
      'Cập nhật hồ sơ trên phần mềm chưa bảo đảm: 9/40 hồ sơ nhập sau ngày tiếp nhận.',
    ],
    ['Trễ hạn', 'Còn 12 hồ sơ trễ hạn'],
  ])('says much the same: %s / %s', (text, earlier) => {
    expect(likeness(about(text), about(earlier))).toBe('text');
    expect(likeness(about(earlier), about(text))).toBe('text');
  });

  it.each([
    ['Việc niêm yết TTHC chưa đầy đủ', 'Việc tiếp nhận hồ sơ TTHC chưa đầy đủ'],
    [
      'Hồ sơ cá nhân cán bộ, công chức tại một số đơn vị chưa được cập nhật đầy đủ.',
      'Cán bộ, công chức tại Bộ phận Một cửa chưa nắm được các TTHC mức độ 3, 4 để tuyên truyền đến người dân.',
    ],
    ['Chưa đầy đủ theo quy định', 'Chưa kịp thời theo quy định'],
  ])('says something else: %s / %s', (text, earlier) => {
    expect(likeness(about(text), about(earlier))).toBeNull();
  });

  it('is told alike from both sides, and any text that says something is like itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(likeness(about(one), about(other))).toBe(likeness(about(other), about(one)));
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zđàê ]{0,40}sổ sách$/u), (text) => {
        expect(likeness(about(text), about(text.toUpperCase()))).toBe('text');
      }),
    );
  });
});
