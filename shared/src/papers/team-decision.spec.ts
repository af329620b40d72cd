import { signatureLines } from '../documents/index.js';
import type { CampaignRecord } from './campaign-record.js';
import type { PaperIssuer } from './paper-issuer.js';
import { department, inputOf, linesOf, target } from './papers.fixtures.js';
import { paperDrafts } from './papers.js';

const member = (name: string, role: 'lead' | 'secretary' | 'member', over = {}) => ({
  id: name,
  accountId: null,
  name,
  position: 'Chuyên viên Sở Nội vụ',
  role,
  areas: [],
  ...over,
});
const team = {
  id: 'team',
  name: 'Đoàn kiểm tra số 1',
  decisionNumber: null,
  decisionOn: null,
  members: [
    member('Người Một', 'lead', { position: 'Phó Giám đốc Sở Nội vụ' }),
    member('Người Hai', 'secretary', { areas: ['TTHC', 'CQS'] }),
    member('Người Ba', 'member', { position: null }),
  ],
} satisfies CampaignRecord['teams'][number];
const campaign: Partial<CampaignRecord> = {
  plan: { typeName: 'Kế hoạch', number: '12/KH-SNV', issuedOn: '2026-01-15', issuer: 'Sở Nội vụ', subject: 'kiểm tra' },
  legalBases: [
    { type: 'Nghị quyết', number: '76/NQ-CP', date: '2021-07-15', issuer: 'Chính phủ', subject: null },
    { type: 'Kế hoạch', number: '12/KH-SNV', date: '2026-01-15', issuer: 'Sở Nội vụ', subject: 'kiểm tra' },
  ],
  startsOn: '2026-03-02',
  endsOn: '2026-03-31',
  areas: ['TTHC', 'KHAC'],
  otherContents: ['Phân cấp quản lý: đất đai'],
  teams: [team],
};
const decision = (over: Partial<CampaignRecord> = {}, authority = department) => {
  const [draft] = paperDrafts('team-decision', inputOf({ ...campaign, ...over }, authority));
  if (!draft) throw new Error('there is no decision');
  return draft;
};

describe('the decision that sets up a team', () => {
  it('prints its bases once, its members with what they look after, their duties and who carries it out', () => {
    expect(linesOf(decision().write())).toEqual([
      'Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ;',
      'Căn cứ Kế hoạch số 12/KH-SNV ngày 15 tháng 01 năm 2026 của Sở Nội vụ về kiểm tra.',
      'QUYẾT ĐỊNH:',
      'Điều 1. Thành lập Đoàn kiểm tra số 1 gồm các ông, bà có tên sau:',
      '1. Người Một, Phó Giám đốc Sở Nội vụ, Trưởng đoàn;',
      '2. Người Hai, Chuyên viên Sở Nội vụ, Thư ký, phụ trách nội dung: cải cách thủ tục hành chính; xây dựng, phát triển chính quyền điện tử, chính quyền số;',
      '3. Người Ba, Thành viên.',
      'Điều 2. Đoàn kiểm tra có nhiệm vụ:',
      '1. Kiểm tra công tác cải cách hành chính năm 2026 tại Ủy ban nhân dân phường Một, Ủy ban nhân dân phường Hai;',
      '2. Nội dung kiểm tra: cải cách thủ tục hành chính; phân cấp quản lý: đất đai;',
      '3. Thời gian kiểm tra: từ ngày 02 đến ngày 31 tháng 3 năm 2026;',
      '4. Báo cáo kết quả kiểm tra với Sở Nội vụ; Đoàn kiểm tra tự giải thể sau khi hoàn thành nhiệm vụ.',
      'Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các cơ quan, đơn vị được kiểm tra, các cơ quan, đơn vị có liên quan và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.',
    ]);
  });

  it('is the head’s in person: of a committee its Chairman, without TM.', () => {
    const committee: PaperIssuer = { ...department, form: 'committee', name: 'UBND thành phố Cần Thơ', superior: null };
    const { head, signer } = decision({}, committee).write();
    expect(head.authority).toBe('Chủ tịch Ủy ban nhân dân thành phố Cần Thơ');
    expect(signatureLines({ ...signer, position: 'Phó Chủ tịch' })).toEqual(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
    expect(decision().write().head.authority).toBe('Giám đốc Sở Nội vụ');
  });

  it('sends a team to the units of its visits alone, and many of them stand in an annex', () => {
    const visit = {
      targetId: 'Hai',
      teamId: 'team',
      date: null,
      halfDay: null,
      place: null,
      state: 'planned',
    } as const;
    expect(linesOf(decision({ visits: [visit] }).write()).join('\n')).not.toContain('phường Một');
    const targets = Array.from({ length: 11 }, (_, index) => target(String(index + 1)));
    const many = decision({ targets }).write();
    expect(linesOf(many).join('\n')).toContain('tại 11 cơ quan, đơn vị theo Phụ lục kèm theo;');
    expect(linesOf(many.annexes?.[0] ?? { blocks: [] })).toContain('11 | Ủy ban nhân dân phường 11');
    expect(decision().write().annexes).toEqual([]);
  });

  it('does not address the units of a surprise', () => {
    expect(linesOf(decision({ kind: 'surprise' }).write()).at(-1)).not.toContain('Thủ trưởng');
  });

  it('names all it lacks at once', () => {
    const bare = { ...team, name: '', members: [] };
    expect(decision({ plan: null, legalBases: [], targets: [], teams: [bare] }).missing).toEqual([
      'căn cứ ban hành',
      'tên Đoàn kiểm tra',
      'Trưởng đoàn',
      'thành viên Đoàn kiểm tra',
      'đối tượng kiểm tra',
    ]);
    expect(paperDrafts('team-decision', inputOf({}))).toEqual([]);
  });
});
