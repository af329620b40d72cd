import { annexLayout, headLayout, lineStyle } from './paper-layout.rules.js';
import type { Block, PaperDocument } from './paper.model.js';
import { labelled, runsOf, withEndMark } from './paper-text.rules.js';

const decision: PaperDocument = {
  head: {
    superior: 'Ủy ban nhân dân thành phố Cần Thơ',
    issuer: 'Sở Nội vụ',
    symbol: { number: null, type: 'QĐ', bodies: ['SNV'] },
    place: 'Cần Thơ',
    issuedOn: null,
    year: 2026,
    subject: 'Về việc thành lập Đoàn kiểm tra',
    authority: 'Giám đốc Sở Nội vụ',
  },
  addressees: [],
  blocks: [
    { kind: 'basis', text: 'Căn cứ Nghị định số 30/2020/NĐ-CP.' },
    { kind: 'basis', text: 'Theo đề nghị của Trưởng phòng' },
    { kind: 'enacting', text: 'QUYẾT ĐỊNH:' },
    { kind: 'article', text: 'Thành lập Đoàn kiểm tra gồm:' },
    { kind: 'clause', text: 'Ông A;' },
    { kind: 'article', text: 'Nhiệm vụ:' },
    { kind: 'clause', text: 'Kiểm tra.' },
  ],
  annexes: [{ title: 'Lịch kiểm tra', blocks: [] }],
  signer: { position: 'Giám đốc', name: null },
  recipients: [],
  filing: 'VT',
};

const printed = (blocks: readonly Block[]) =>
  labelled(withEndMark(blocks)).map(({ label, block }) => {
    const text = block.kind === 'table' ? '' : runsOf(block.text).map((run) => run.text);
    return [label, ...text].filter(Boolean).join(' ');
  });

describe('a decision', () => {
  it('ends each basis with ";" and the last with ".", counts articles, and clauses anew in each', () => {
    expect(printed(decision.blocks)).toEqual([
      'Căn cứ Nghị định số 30/2020/NĐ-CP;',
      'Theo đề nghị của Trưởng phòng.',
      'QUYẾT ĐỊNH:',
      'Điều 1. Thành lập Đoàn kiểm tra gồm:',
      '1. Ông A;',
      'Điều 2. Nhiệm vụ:',
      '1. Kiểm tra./.',
    ]);
  });

  it('sets bases in italics, the enacting line bold in the middle, and of an article the label bold alone', () => {
    const set = (kind: 'basis' | 'enacting' | 'article') => lineStyle({ kind, text: '' });
    expect(set('basis')).toMatchObject({ italic: true, bold: false });
    expect(set('enacting')).toMatchObject({ isCentred: true, bold: true, italic: false });
    expect(set('article')).toMatchObject({ isLabelBold: true, bold: false });
  });

  it('names who has the power to issue it in capitals under its title', () => {
    expect(headLayout(decision.head).authority).toEqual(['GIÁM ĐỐC SỞ NỘI VỤ']);
    expect(headLayout({ ...decision.head, authority: undefined }).authority).toEqual([]);
  });
});

describe('an annex', () => {
  it('says what it goes with, number and date blank for the clerk', () => {
    const { label, title, reference } = annexLayout(decision, 0);
    expect([label, title]).toEqual(['Phụ lục', ['LỊCH KIỂM TRA']]);
    expect(reference.join(' ')).toBe(
      '(Kèm theo Quyết định số ……/QĐ-SNV ngày … tháng … năm 2026 của Giám đốc Sở Nội vụ)',
    );
  });

  it('goes with a công văn of the body that issues it', () => {
    const { authority: _, ...head } = {
      ...decision.head,
      symbol: { number: null, type: null, bodies: ['SNV', 'CCHC'] },
    };
    expect(annexLayout({ ...decision, head }, 0).reference.join(' ')).toBe(
      '(Kèm theo Công văn số ……/SNV-CCHC ngày … tháng … năm 2026 của Sở Nội vụ)',
    );
  });

  it('bears a Roman number where there are several', () => {
    const annexes = [...(decision.annexes ?? []), { title: 'Đề cương', blocks: [] }];
    expect(annexes.map((_, index) => annexLayout({ ...decision, annexes }, index).label)).toEqual([
      'Phụ lục I',
      'Phụ lục II',
    ]);
  });
});
