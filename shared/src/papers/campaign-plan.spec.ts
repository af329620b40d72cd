import type { CampaignRecord } from './campaign-record.js';
import { inputOf, linesOf } from './papers.fixtures.js';
import { paperDrafts } from './papers.js';

const campaign: Partial<CampaignRecord> = {
  legalBases: [
    { type: 'Nghị quyết', number: '76/NQ-CP', date: '2021-07-15', issuer: 'Chính phủ', subject: null },
    { type: 'Kế hoạch', number: '12/KH-SNV', date: '2026-01-15', issuer: 'Sở Nội vụ', subject: 'kiểm tra năm 2026' },
  ],
  areas: ['TTHC'],
  startsOn: '2026-03-02',
  endsOn: '2026-03-31',
  teams: [{ id: 'team', name: 'Đoàn số 1', decisionNumber: null, decisionOn: null, members: [] }],
  visits: [
    { targetId: 'Hai', teamId: 'team', date: '2026-03-05', halfDay: 'morning', place: 'Trụ sở', state: 'planned' },
  ],
};
const plan = (over: Partial<CampaignRecord> = {}) => {
  const [draft] = paperDrafts('plan', inputOf({ ...campaign, ...over }));
  if (!draft) throw new Error('there is no plan');
  return draft;
};
const issued = (number: string) => ({
  typeName: 'Kế hoạch',
  number,
  issuedOn: '2026-01-15',
  issuer: 'Sở Nội vụ',
  subject: 'kiểm tra năm 2026',
});

describe('the plan of a campaign', () => {
  it('tells whom, what and when, and leaves its purpose to its drafter', () => {
    expect(linesOf(plan({ legalBases: campaign.legalBases?.slice(0, 1) ?? [] }).write())).toEqual([
      'Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ.',
      'Sở Nội vụ ban hành Kế hoạch kiểm tra công tác cải cách hành chính năm 2026 như sau:',
      'I. MỤC ĐÍCH, YÊU CẦU',
      '……',
      'II. ĐỐI TƯỢNG, NỘI DUNG, THỜI GIAN KIỂM TRA',
      '1. Đơn vị được kiểm tra',
      'Số đơn vị: 02, gồm:',
      '- Ủy ban nhân dân phường Một.',
      '- Ủy ban nhân dân phường Hai.',
      'Thời gian kiểm tra: từ ngày 02 đến ngày 31 tháng 3 năm 2026.',
      '2. Nội dung kiểm tra',
      '- Cải cách thủ tục hành chính.',
      'Sở Nội vụ yêu cầu các cơ quan, đơn vị có liên quan thực hiện Kế hoạch này.',
    ]);
  });

  it('lists each unit with its visit in an annex, a dash where nothing is set', () => {
    expect(linesOf(plan().write().annexes?.[0] ?? { blocks: [] })).toEqual([
      '1 | Ủy ban nhân dân phường Một | – | – | –',
      '2 | Ủy ban nhân dân phường Hai | Sáng 05/03/2026 | Trụ sở | Đoàn số 1',
    ]);
  });

  it('bears the number and date that were entered back, and is no basis of itself', () => {
    const { head, blocks } = plan({ plan: issued('12/KH-SNV') }).write();
    expect(head).toMatchObject({
      symbol: { number: 12, type: 'KH' },
      issuedOn: '2026-01-15',
      subject: 'Kiểm tra năm 2026',
    });
    expect(linesOf({ blocks })[1]).toMatch(/^Sở Nội vụ ban hành/);
  });

  it('leaves number and date to the clerk before, and where a decision approved it', () => {
    for (const known of [null, issued('563/QĐ-SNV')]) {
      expect(plan({ plan: known }).write().head).toMatchObject({
        symbol: { number: null, type: 'KH' },
        issuedOn: null,
      });
    }
  });

  it('names all it lacks at once', () => {
    const bare = { areas: [], targets: [], visits: [], startsOn: null, endsOn: null };
    expect(plan(bare).missing).toEqual(['nội dung kiểm tra', 'đối tượng kiểm tra', 'thời gian kiểm tra']);
  });
});
