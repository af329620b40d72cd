import type { DraftConclusionLineView, DraftConclusionView } from '@kiemtra/shared/explanations';
import type { FindingView } from '@kiemtra/shared/findings';
import { newId } from '@kiemtra/shared/kernel';
import type { Part } from '../testing/cast.js';
import { accepted, uploaded } from '../testing/deeds.js';
import { setDesk, word, type Desk } from './testing/drafts.js';

let desk: Desk;
beforeAll(async () => {
  desk = await setDesk();
});
afterAll(() => desk.server.close());
// Tuesday; the five working days after it end on Tuesday, 17/03/2026.
beforeEach(() => desk.setDay('2026-03-10'));

describe('the way of a draft conclusion', () => {
  it('goes from the team to the unit and back: one finding changed, one kept, one dropped, one agreed, then closed', async () => {
    const { id, findings } = await desk.put(4);
    const [changed = '', kept = '', dropped = '', agreed = ''] = findings;
    const seen = await desk.read(id, 'unitOfficer');
    expect(seen).toMatchObject({
      state: 'put',
      putOn: '2026-03-10',
      due: { on: '2026-03-17', workingDaysLeft: 5, isPast: false },
      target: { name: 'UBND phường Một' },
      unansweredCount: 4,
    });
    expect(seen.findings.map(({ finding, putText }) => [finding.text, putText])).toEqual(
      ['Tồn tại 0', 'Tồn tại 1', 'Tồn tại 2', 'Tồn tại 3'].map((text) => [text, text]),
    );
    const fileId = await uploaded(desk.cast.as('unitOfficer'), 'Bảng niêm yết.pdf');
    const disputed = [changed, kept, dropped].map((each) => word(each, 'disagree'));
    await accepted(
      desk.explain(id, [{ ...disputed[0], files: [{ id: fileId }] }, ...disputed.slice(1), word(agreed, 'agree')]),
    );
    expect(await desk.read(id)).toMatchObject({ unansweredCount: 0, disputedCount: 3, due: { workingDaysLeft: null } });
    expect((await desk.cast.as('lead').get(`/files/${fileId}`)).status).toBe(200);
    expect((await desk.cast.as('otherUnitOfficer').get(`/files/${fileId}`)).status).toBe(404);

    const change = { settling: 'change', text: 'Niêm yết thiếu một thủ tục.', reason: 'Đã đối chiếu ảnh.' };
    await accepted(desk.settle(id, changed, change));
    await accepted(desk.settle(id, kept, {}, 'planner'));
    const early = await desk.act(id, 'close', 2);
    expect([early.status, early.problem.code]).toEqual([409, 'explanations.still-open']);
    await accepted(desk.settle(id, dropped, { settling: 'drop', reason: 'Tài liệu của đơn vị đúng.' }));
    expect((await desk.act(id, 'close', 2)).body.state).toBe('closed');

    const after = await desk.read(id, 'unitOfficer');
    expect(after.findings.map(({ standing }) => standing)).toEqual(['change', 'keep', 'drop', 'agreed']);
    expect(after.findings[0]).toMatchObject({
      putText: 'Tồn tại 0',
      finding: { text: 'Niêm yết thiếu một thủ tục.', isIssued: true, isWithdrawn: false },
      explanations: [
        { text: 'Đã niêm yết từ 01/02.', actorName: 'Cán bộ phường Một', isLate: false, files: [{ id: fileId }] },
      ],
      settlement: { settling: 'change', reason: 'Đã đối chiếu ảnh.', actorName: 'Trưởng đoàn' },
    });
    expect(after.findings[1]?.settlement?.actorName).toBe('Chuyên viên kế hoạch');
    expect(after.findings[2]?.finding).toMatchObject({ text: 'Tồn tại 2', isWithdrawn: true });
    const history = await accepted(
      desk.cast.as('planner').get<{ summary: string }[]>(`/audit?kind=draft_conclusion&subjectId=${id}`),
    );
    expect(history.map(({ summary }) => summary)).toEqual([
      'Chốt việc lấy ý kiến dự thảo kết luận đối với UBND phường Một',
      'Rút sau giải trình “Tồn tại 2”: Tài liệu của đơn vị đúng.',
      'Giữ nguyên sau giải trình “Tồn tại 1”: Ảnh chụp ngày kiểm tra chưa có.',
      'Sửa sau giải trình “Tồn tại 0”: Đã đối chiếu ảnh.',
      'UBND phường Một giải trình: đồng ý 1, có ý kiến khác 3, kèm 1 tệp',
      'Đưa dự thảo kết luận lấy ý kiến UBND phường Một, hạn 17/03/2026',
      'Soạn dự thảo kết luận đối với UBND phường Một, 4 nội dung',
    ]);
  });

  it('is changed and discarded while it is prepared, and not after', async () => {
    const [one, two] = [await desk.aFinding(), await desk.aFinding()];
    const { id } = await accepted(desk.prepare([one]));
    const revise = (version: number) =>
      desk.cast.as('planner').patch<DraftConclusionView>(`/draft-conclusions/${id}`, {
        version,
        findingIds: [two],
        workingDays: 10,
      });
    const { workingDays, due, findings } = await accepted(revise(1));
    expect([workingDays, due.on, findings.map(({ finding }) => finding.id)]).toEqual([10, '2026-03-24', [two]]);
    expect((await revise(1)).problem.code).toBe('request.stale');
    expect((await desk.act(id, 'put', 1)).problem.code).toBe('request.stale');
    await accepted(desk.act(id, 'put', 2));
    expect((await revise(3)).problem.code).toBe('explanations.not-now');
    expect((await desk.cast.as('lead').send('DELETE', `/draft-conclusions/${id}`)).problem.code).toBe(
      'explanations.not-now',
    );
    // What was left out is free again.
    const { id: second } = await accepted(desk.prepare([one]));
    await accepted(desk.cast.as('lead').send('DELETE', `/draft-conclusions/${second}`));
    expect((await desk.cast.as('lead').get(`/draft-conclusions/${second}`)).status).toBe(404);
    await accepted(desk.prepare([one]));
  });

  it('takes everything that is sent twice as one', async () => {
    const finding = await desk.aFinding();
    const fields = { id: newId() };
    await accepted(desk.prepare([finding], fields));
    await accepted(desk.prepare([finding], fields));
    expect((await desk.prepare([finding], { ...fields, workingDays: 6 })).problem.code).toBe('request.id-reused');
    const { id } = fields;
    await accepted(desk.act(id, 'put', 1));
    await accepted(desk.act(id, 'put', 1));
    const said = word(finding, 'disagree', { files: [{ id: await uploaded(desk.cast.as('unitOfficer'), 'a.pdf') }] });
    await accepted(desk.explain(id, [said]));
    await accepted(desk.explain(id, [said]));
    expect((await desk.explain(id, [{ ...said, text: 'Khác' }])).problem.code).toBe('request.id-reused');
    const decision = { id: newId(), settling: 'change', text: 'Mới', reason: 'Đúng' };
    await accepted(desk.settle(id, finding, decision));
    await accepted(desk.settle(id, finding, decision));
    expect((await desk.settle(id, finding, { ...decision, reason: 'Khác' })).problem.code).toBe('request.id-reused');
    await accepted(desk.act(id, 'close', 2));
    const { body } = await desk.act(id, 'close', 2);
    expect([body.version, body.findings[0]?.version, body.findings[0]?.explanations.length]).toEqual([3, 3, 1]);
  });
});

describe('POST /draft-conclusions', () => {
  it('is for the head of the team and planners', async () => {
    const parts = ['planner', 'lead', 'inspector', 'otherInspector', 'leader', 'viewer', 'unitOfficer'] as const;
    const statuses: number[] = [];
    for (const part of parts) statuses.push((await desk.prepare([await desk.aFinding()], {}, part)).status);
    expect(statuses).toEqual([201, 201, 404, 404, 403, 403, 403]);
  });

  it('takes findings of the target that no unit has read and no other draft holds', async () => {
    const elsewhere = await desk.aFinding('Nơi khác', desk.campaign.targets.wardTwo);
    const { first } = await desk.put();
    const issued = await desk.aFinding();
    await issue(await request([issued]));
    for (const findingId of [elsewhere, first, issued, newId()]) {
      const { status, problem } = await desk.prepare([await desk.aFinding(), findingId]);
      expect([status, problem.violations]).toMatchObject([422, [{ path: 'findingIds' }]]);
    }
  });

  it.each([
    ['without findings', { findingIds: [] }, 'findingIds'],
    ['with a term of no days', { workingDays: 0 }, 'workingDays'],
    ['with a term beyond all custom', { workingDays: 31 }, 'workingDays'],
  ])('refuses a draft %s', async (_, fields, path) => {
    const { problem } = await desk.prepare([newId()], fields);
    expect(problem.violations.map((violation) => violation.path)).toContain(path);
  });

  it('refuses targets that are no unit', async () => {
    const { others } = desk.campaign.targets;
    const { problem } = await desk.prepare([await desk.aFinding('Chung', others)], { targetId: others });
    expect(problem.violations).toMatchObject([{ path: 'targetId', code: 'explanations.no-unit' }]);
  });
});

async function request(findingIds: string[]): Promise<string> {
  const id = newId();
  const recipients = [{ id: newId(), organizationId: desk.cast.organizations.wardOne }];
  const draft = {
    id,
    planId: desk.campaign.planId,
    kind: 'remedy_now',
    text: 'Khắc phục ngay.',
    findingIds,
    recipients,
  };
  await accepted(desk.cast.as('planner').post('/requests', draft));
  return id;
}
const issue = async (id: string) => {
  const { status, problem } = await desk.cast
    .as('planner')
    .post(`/requests/${id}/issue`, { version: 1, issuedOn: '2026-03-10' });
  return status === 200 ? 'issued' : problem.code;
};

describe('a finding that lies with the unit', () => {
  it('is changed in no other way, and is in no request that is issued', async () => {
    const { id, first } = await desk.put();
    const lead = desk.cast.as('lead');
    const change = {
      version: 1,
      targetId: desk.campaign.targets.wardOne,
      kind: 'shortcoming',
      area: 'TTHC',
      text: 'Khác',
    };
    expect((await lead.patch(`/findings/${first}`, change)).problem.code).toBe('findings.already-issued');
    expect((await lead.send('DELETE', `/findings/${first}`)).problem.code).toBe('findings.already-issued');
    const asked = await request([first]);
    expect(await issue(asked)).toBe('remediation.findings-with-unit');
    await accepted(desk.explain(id, [word(first, 'agree')]));
    await accepted(desk.act(id, 'close', 2));
    expect(await issue(asked)).toBe('issued');
  });

  it('is put into no request once it is dropped, and goes out of those that are drafted', async () => {
    const { id, first } = await desk.put();
    const asked = await request([first]);
    await accepted(desk.explain(id, [word(first, 'disagree')]));
    await accepted(desk.settle(id, first, { settling: 'drop', reason: 'Đơn vị đúng.' }));
    const recipients = [{ id: newId(), organizationId: desk.cast.organizations.wardOne }];
    const again = {
      id: newId(),
      planId: desk.campaign.planId,
      kind: 'remedy_now',
      text: 'x',
      findingIds: [first],
      recipients,
    };
    const { problem } = await desk.cast.as('planner').post('/requests', again);
    expect(problem.violations.map(({ path }) => path)).toEqual(['findingIds']);
    expect(await accepted(desk.cast.as('planner').get(`/requests/${asked}`))).toMatchObject({ findingIds: [] });
  });

  it('is deleted out of a draft that is only prepared', async () => {
    const [kept, gone] = [await desk.aFinding(), await desk.aFinding()];
    const { id } = await accepted(desk.prepare([kept, gone]));
    await accepted(desk.cast.as('lead').send('DELETE', `/findings/${gone}`));
    expect((await desk.read(id)).findings.map(({ finding }) => finding.id)).toEqual([kept]);
  });
});

describe('what the unit reads', () => {
  const listOf = async (part: Part) =>
    (await accepted(desk.cast.as(part).get<DraftConclusionLineView[]>('/draft-conclusions'))).map(({ id }) => id);
  const findingsOf = async (part: Part) =>
    (await accepted(desk.cast.as(part).get<FindingView[]>(`/findings?planId=${desk.campaign.planId}`))).map(
      ({ id }) => id,
    );

  it('is its own draft from the day on which it was put, and its findings with it', async () => {
    const finding = await desk.aFinding();
    const { id } = await accepted(desk.prepare([finding]));
    expect(await listOf('unitOfficer')).not.toContain(id);
    expect(await findingsOf('unitOfficer')).not.toContain(finding);
    expect((await desk.cast.as('unitOfficer').get(`/draft-conclusions/${id}`)).status).toBe(404);
    await accepted(desk.act(id, 'put', 1));
    expect(await listOf('unitOfficer')).toContain(id);
    expect(await findingsOf('unitOfficer')).toContain(finding);
    expect(await listOf('otherUnitOfficer')).not.toContain(id);
    expect(await findingsOf('otherUnitOfficer')).not.toContain(finding);
    for (const path of [`/draft-conclusions/${id}`, `/findings/${finding}`])
      expect((await desk.cast.as('otherUnitOfficer').get(path)).status).toBe(404);
  });
});
