import { EMPTY_TALLY, type AreaCode, type Tally } from '../criteria/index.js';
import type { CampaignRecord, RecordedTarget } from './campaign-record.js';
import { PAPER_KIND_CODES, paperKindsOf } from './paper-kinds.js';
import { department, inputOf, linesOf, target } from './papers.fixtures.js';
import { paperDrafts } from './papers.js';

const shortcoming = (targetId: string | null, text: string, cause: string | null = null) =>
  ({ targetId, kind: 'shortcoming', area: 'TTHC', text, legalBasis: null, cause }) as const;
const asked = (name: string, text: string, organizationId: string | null = null) => ({
  text,
  measure: null,
  recipients: [{ organizationId, name, deadline: null }],
});

const conclusionTo = (subject: string, over: Partial<CampaignRecord>) => {
  const draft = paperDrafts('conclusion', inputOf(over)).find((each) => each.subject?.id === subject);
  if (!draft) throw new Error(`there is no conclusion to ${subject}`);
  return linesOf(draft.write());
};
const report = (over: Partial<CampaignRecord>, authority = department) => {
  const [draft] = paperDrafts('report', inputOf(over, authority));
  if (!draft) throw new Error('there is no report');
  return draft;
};

function totalsOf(tallies: Partial<Record<AreaCode, Partial<Tally>>>): RecordedTarget['totals'] {
  const areas = Object.entries(tallies).map(([area, tally]) => ({
    area: area as AreaCode,
    tally: { ...EMPTY_TALLY, ...tally },
    answered: tally.full ?? 0,
    percent: null,
  }));
  const [first] = areas;
  const whole = { tally: first?.tally ?? EMPTY_TALLY, answered: first?.answered ?? 0, percent: null };
  return { areas, whole: { ...whole, bonus: '0', penalty: '0', score: null }, conflicts: 0, changedAt: null };
}

describe('a conclusion', () => {
  it('tells what was found at the unit apart from what was found at all, and nothing of others', () => {
    const findings = [
      shortcoming('Một', 'Niêm yết thiếu.', 'Chưa phân công'),
      shortcoming('Hai', 'Của Hai.'),
      shortcoming(null, 'Còn trễ hạn.', 'Chưa phân công.'),
    ];
    const requests = [asked('UBND phường Hai', 'Việc của Hai', 'unit-Hai'), asked('', 'Việc của Một', 'unit-Một')];
    expect(conclusionTo('Một', { findings, requests }).slice(2, -1)).toEqual([
      'I. TỒN TẠI, HẠN CHẾ',
      '1. Tại đơn vị',
      'a) Về cải cách thủ tục hành chính',
      '- Niêm yết thiếu.',
      '2. Chung tại các đơn vị được kiểm tra',
      'a) Về cải cách thủ tục hành chính',
      '- Còn trễ hạn.',
      'II. NGUYÊN NHÂN',
      '- Chưa phân công.',
      'III. KIẾN NGHỊ',
      'Sở Nội vụ đề nghị Ủy ban nhân dân phường Một thực hiện các nội dung sau:',
      '1. Việc của Một.',
    ]);
  });

  it('names addressees in words over what is asked of them', () => {
    const requests = [asked('các phường', 'Việc một'), asked('các sở', 'Việc hai'), asked('các phường', 'Việc ba')];
    expect(conclusionTo('Một', { findings: [shortcoming(null, 'X')], requests }).slice(-5, -1)).toEqual([
      '1. Đối với các phường:',
      'a) Việc một.',
      'b) Việc ba.',
      '2. Đối với các sở: Việc hai.',
    ]);
  });

  it('asks for a report by the last of the terms, and for none where nobody set one', () => {
    const request = (workingDays: number) => ({
      text: 'Khắc phục',
      measure: null,
      recipients: [{ organizationId: 'unit-Một', name: '', deadline: { workingDays } }],
    });
    const findings = [shortcoming('Một', 'X')];
    expect(conclusionTo('Một', { findings, requests: [request(20), request(5)] }).at(-2)).toBe(
      'Báo cáo kết quả khắc phục bằng văn bản, kèm theo tài liệu kiểm chứng, về Sở Nội vụ trong thời hạn 20 ngày làm việc kể từ ngày ban hành Thông báo này để theo dõi, tổng hợp.',
    );
    expect(conclusionTo('Một', { findings, requests: [asked('', 'X', 'unit-Một')] }).join(' ')).not.toContain(
      'Báo cáo kết quả',
    );
  });

  it('says when the unit was visited; of the round only where no visit at all is known', () => {
    const findings = [shortcoming(null, 'X')];
    const visit = {
      targetId: 'Hai',
      teamId: 't',
      date: '2026-10-26',
      halfDay: null,
      place: null,
      state: 'finalised',
    } as const;
    const round = { startsOn: '2026-10-25', endsOn: '2026-10-27', findings };
    expect(conclusionTo('Một', round)[0]).toMatch(/^Trong đợt kiểm tra từ ngày 25 đến ngày 27 tháng 10 năm 2026, Đoàn/);
    expect(conclusionTo('Hai', { ...round, visits: [visit] })[0]).toMatch(/^Ngày 26 tháng 10 năm 2026, Đoàn/);
    expect(conclusionTo('Một', { ...round, visits: [visit] })[0]).toMatch(/^Đoàn kiểm tra đã tiến hành/);
  });

  it('is sent to the inspected unit above, too', () => {
    const targets = [target('Một'), target('Hai', { parentId: 'Một' })];
    const [, draft] = paperDrafts('conclusion', inputOf({ targets, findings: [shortcoming(null, 'X')] }));
    expect(draft?.write().recipients).toEqual(['UBND phường Hai', 'UBND phường Một (để chỉ đạo)', 'Đoàn kiểm tra']);
  });
});

describe('the report of a campaign', () => {
  const scored = target('Một', {
    totals: totalsOf({ TTHC: { points: '17.56', max: '20', full: 8 }, CV: { points: '0', max: '0' } }),
  });

  it('adds points of units and areas up, with a decimal comma, and has no figures where nobody looked', () => {
    const empty = target('Hai', { totals: totalsOf({ TTHC: {} }) });
    const lines = linesOf(report({ targets: [scored, empty] }).write());
    expect(lines.filter((line) => line.includes(' | '))).toEqual([
      '1 | Ủy ban nhân dân phường Một | 20 | 17,56 | 87,80%',
      '2 | Ủy ban nhân dân phường Hai | – | – | –',
      ' | Tổng cộng | 20 | 17,56 | 87,80%',
      '1 | Cải cách thủ tục hành chính | 20 | 17,56 | 87,80%',
      '2 | Cải cách chế độ công vụ | 0 | 0 | –',
      ' | Tổng cộng | 20 | 17,56 | 87,80%',
    ]);
  });

  it('counts items where the checklist has no points', () => {
    const totals = totalsOf({ TTHC: { full: 20, short: 3, notChecked: 1, excluded: 2 } });
    const lines = linesOf(report({ targets: [target('Một', { totals })] }).write());
    expect(lines).toContain('1 | Ủy ban nhân dân phường Một | 20 | 3 | 1 | 2');
  });

  it('names the unit at which each thing was found', () => {
    const findings = [shortcoming('Hai', 'Niêm yết thiếu'), shortcoming(null, 'Còn trễ hạn')];
    const lines = linesOf(report({ findings }).write());
    expect(lines).toContain('- Ủy ban nhân dân phường Hai: Niêm yết thiếu.');
    expect(lines).toContain('- Còn trễ hạn.');
  });

  it('is the only team’s to the body whose plan it is, else the department’s to the body above', () => {
    const team = { id: 't', name: 'Đoàn số 1', decisionNumber: null, decisionOn: null, members: [] };
    const findings = [shortcoming(null, 'X')];
    const ofTeam = report({ findings, teams: [team] }).write();
    expect([ofTeam.head.issuer, ofTeam.head.symbol.bodies, ofTeam.addressees]).toEqual([
      'Đoàn số 1',
      ['ĐKT'],
      ['Sở Nội vụ'],
    ]);
    const ofDepartment = report({ findings, teams: [team, { ...team, id: 'u' }] }).write();
    expect([ofDepartment.head.issuer, ofDepartment.addressees]).toEqual([
      'Sở Nội vụ',
      ['Ủy ban nhân dân thành phố Cần Thơ'],
    ]);
  });

  it('names all it lacks at once', () => {
    const nobody = { ...department, name: ' ', abbreviation: '', place: '', superior: null };
    expect(report({ targets: [] }, nobody).missing).toEqual([
      'tên cơ quan ban hành',
      'chữ viết tắt tên cơ quan ban hành',
      'địa danh',
      'nơi gửi (Kính gửi)',
      'đối tượng kiểm tra',
      'kết quả kiểm tra (kết quả chấm, ưu điểm hoặc tồn tại, hạn chế)',
    ]);
  });
});

it('campaigns that are only recorded have no papers of ours', () => {
  expect(paperKindsOf('scheduled')).toEqual(PAPER_KIND_CODES);
  expect(paperKindsOf('supervision')).toEqual([]);
  expect(paperKindsOf('surprise')).not.toContain('plan');
  expect(paperDrafts('conclusion', inputOf({ kind: 'self' }))).toEqual([]);
});
