import { remedyLetter, type RemedyLetterInput } from '@kiemtra/shared/documents';
import { screen, within } from '@testing-library/react';
import { renderScreen } from '../../ui/testing.js';
import { PaperPreview } from './PaperPreview.js';

const input: RemedyLetterInput = {
  department: {
    name: 'Sở Nội vụ',
    superior: 'Ủy ban nhân dân thành phố Cần Thơ',
    abbreviation: 'SNV',
    draftingUnit: 'CCHC',
  },
  place: 'Cần Thơ',
  year: 2026,
  campaignYear: 2026,
  addressees: ['UBND phường Phú Lợi', 'UBND phường Sóc Trăng'],
  plan: null,
  visitedOn: [],
  findings: [{ area: 'Cải cách thủ tục hành chính', text: 'Niêm yết thiếu thủ tục', legalBasis: '' }],
  requests: [{ text: 'Niêm yết đầy đủ', measure: '', deadline: { workingDays: 10 } }],
  reportTo: '',
  reportBy: null,
  signer: { position: '', name: null },
  recipients: [],
};
const show = (over: Partial<RemedyLetterInput> = {}) => {
  renderScreen(<PaperPreview paper={remedyLetter({ ...input, ...over })} />);
  return within(screen.getByRole('region', { name: 'Xem trước văn bản' })).getByRole('article');
};

describe('PaperPreview', () => {
  it('shows the paper in the order and the words of the print', () => {
    const text = show().textContent;
    const parts = [
      'UBND THÀNH PHỐ CẦN THƠ',
      'SỞ NỘI VỤ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'V/v ',
      'Kính gửi:',
      '- Ủy ban nhân dân phường Phú Lợi;',
      '- Ủy ban nhân dân phường Sóc Trăng.',
      '1. Tồn tại, hạn chế cần khắc phục',
      '- Niêm yết thiếu thủ tục.',
      'trong thời hạn 10 ngày làm việc',
      'nghiêm túc triển khai thực hiện./.',
      'Nơi nhận:',
      '- Lưu: VT, CCHC.',
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('marks what the clerk and the signer fill', () => {
    const marked = [...show().querySelectorAll('mark')].map(({ textContent }) => textContent);
    expect(marked).toEqual(['……', '…', '…', 'Để trống: chức vụ người ký', 'Để trống: họ và tên người ký']);
  });

  it('shows who signs for whom', () => {
    const text = show({ signer: { position: 'Phó Giám đốc', name: 'Họ Và Tên' } }).textContent;
    expect(text).toMatch(/KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐCHọ Và Tên$/);
  });

  it('shows the annexes below the paper, with what they go with', () => {
    const paper = { ...remedyLetter(input), annexes: [{ title: 'Lịch kiểm tra', blocks: [] }] };
    renderScreen(<PaperPreview paper={paper} />);
    const annex = screen.getByRole('region', { name: 'Phụ lục' });
    expect(annex.textContent).toMatch(/^Phụ lụcLỊCH KIỂM TRA\(Kèm theo Công văn số ……/);
  });
});
