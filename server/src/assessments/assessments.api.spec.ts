import type { AssessmentView, TargetProgressView } from '@kiemtra/shared/assessments';
import { newId } from '@kiemtra/shared/kernel';
import { createField, Device, rate, said, type Field } from '../fieldwork/testing/field.js';
import type { Access } from '../platform/http/route.js';
import { PDF } from '../testing/campaign.js';
import type { Part } from '../testing/cast.js';
import { uploadHeaders } from '../testing/deeds.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { AssessmentsService } from './assessments.service.js';

let server: TestServer;
let field: Field;
let empty: Field;
beforeAll(async () => {
  server = await startTestServer();
  field = await createField(server);
  empty = await createField(server);
  const [one, two] = [new Device(field, 'inspector'), new Device(field, 'lead')];
  const file = { id: newId(), name: 'Ảnh.jpg', mime: 'image/jpeg', size: 300, sha256: 'ab'.repeat(32) };
  await one.push(
    said(field, 'input.set', '1.1.2', { value: rate(18) }),
    said(field, 'note.set', '1.1.2', { value: 'Thiếu 2 nhiệm vụ' }),
    said(field, 'evidence.add', '1.1.2', { value: file }),
    said(field, 'input.set', '1.4.1', { value: { state: 'not_checked', reason: null } }),
  );
  await two.push(said(field, 'input.set', '1.1.2', { value: rate(20) }));
});
afterAll(() => server.close());

const assessment = (part: Part, of = field) =>
  field.cast.as(part).get<AssessmentView>(`/plan-targets/${of.targets.wardOne}/assessment`);

describe('GET /plan-targets/:targetId/assessment', () => {
  it('shows every row of the version with points, how they came about, and who disagrees', async () => {
    const { status, body } = await assessment('viewer');
    expect(status).toBe(200);
    expect(body.target).toEqual({ id: field.targets.wardOne, planId: field.planId, name: 'UBND phường Một' });
    expect(body.criteria).toEqual({ versionId: field.version, name: 'Bộ tiêu chí mẫu cấp xã 2026', isSample: true });
    const row = (key: string) => body.rows.find((one) => one.key === key);
    expect(row('1.1.2')).toEqual({
      key: '1.1.2',
      parentKey: '1.1',
      code: '1.1.2',
      text: 'Mức độ hoàn thành kế hoạch',
      area: 'CDDH',
      effect: 'base',
      maxPoints: '2',
      isScored: true,
      answer: {
        outcome: 'short',
        points: '1.80',
        derivation: '18/20 nhiệm vụ hoàn thành = 90,00% × 2 → 1,8 điểm',
        note: 'Thiếu 2 nhiệm vụ',
        author: 'Thành viên một',
        disputes: [{ field: 'input', value: rate(20), author: 'Trưởng đoàn', receivedAt: expect.any(String) }],
      },
      fileCount: 1,
    });
    expect(row('1.4.1')?.answer).toMatchObject({ outcome: 'not_checked', points: null, derivation: 'Không kiểm tra' });
    expect([row('1.1')?.isScored, row('1.1')?.answer, row('2.1.1')?.answer]).toEqual([false, null, null]);
  });

  it('shows the kept totals of the areas and of the whole', async () => {
    const { totals } = (await assessment('lead')).body;
    const { areas, whole } = totals;
    expect(areas.map(({ area, answered }) => [area, answered]).slice(0, 2)).toEqual([
      ['CDDH', 2],
      ['TC', 0],
    ]);
    expect(areas[0]?.tally).toMatchObject({
      points: '1.8',
      max: '2',
      full: 0,
      short: 1,
      excluded: 0,
      notChecked: 1,
    });
    expect(whole).toMatchObject({ answered: 2, percent: '90.00', score: '90.00', bonus: '0.00' });
    expect(totals).toMatchObject({ conflicts: 1, changedAt: expect.stringMatching(/Z$/) });
  });

  it('counts the files that were recorded and have not come', async () => {
    const device = new Device(field, 'inspector');
    expect((await assessment('viewer')).body.missingFiles).toBe(1);
    const id = newId();
    const { body } = await device.client.send<{ sha256: string }>('PUT', `/files/${id}`, PDF, uploadHeaders('a.pdf'));
    const value = { id, name: 'a.pdf', mime: 'application/pdf', size: PDF.length, sha256: body.sha256 };
    await device.push(said(field, 'evidence.add', '1.1.2', { value }));
    const { missingFiles, rows } = (await assessment('viewer')).body;
    expect([missingFiles, rows.reduce((sum, { fileCount }) => sum + fileCount, 0)]).toEqual([1, 2]);
  });

  it('shows a target without criteria as such', async () => {
    const bare = await createField(server);
    await server.inProvince(bare.cast.provinceId, () =>
      server.db.query('update plan_target set criteria_version_id = null'),
    );
    const { body } = await bare.cast
      .as('viewer')
      .get<AssessmentView>(`/plan-targets/${bare.targets.wardOne}/assessment`);
    expect(body).toMatchObject({ criteria: null, rows: [], totals: { areas: [], changedAt: null } });
  });

  it('is not found by other teams, nor in another province', async () => {
    expect((await assessment('otherInspector')).status).toBe(404);
    expect((await assessment('viewer', empty)).status).toBe(404);
    expect((await field.cast.as('viewer').get(`/plan-targets/${newId()}/assessment`)).status).toBe(404);
  });

  it('is not for the inspected unit', async () => {
    expect((await assessment('unitOfficer')).status).toBe(403);
  });
});

describe('GET /plans/:planId/progress', () => {
  const progress = (part: Part, of = field) =>
    field.cast.as(part).get<TargetProgressView[]>(`/plans/${of.planId}/progress`);

  it('shows how far each target has come, those without an answer too', async () => {
    const { body } = await progress('leader');
    expect(body).toEqual([
      {
        target: { id: field.targets.wardOne, name: 'UBND phường Một', parentId: null },
        answered: 2,
        total: expect.any(Number),
        points: '1.8',
        max: '2',
        conflicts: 1,
        changedAt: expect.stringMatching(/Z$/),
      },
      {
        target: { id: field.targets.wardTwo, name: 'UBND phường Hai', parentId: null },
        answered: 0,
        total: body[0]?.total,
        points: '0',
        max: '0',
        conflicts: 0,
        changedAt: null,
      },
    ]);
  });

  it('is not found by other teams and other provinces, and not for the inspected unit', async () => {
    expect((await progress('otherInspector')).status).toBe(404);
    expect((await progress('leader', empty)).status).toBe(404);
    expect((await progress('unitOfficer')).status).toBe(403);
  });
});

describe('the rows for tables', () => {
  const rows = (part: Part, targetId: string | null = null) => {
    const access = { accountId: field.cast.accounts[part], reaches: part === 'viewer' ? ['province'] : ['team'] };
    return server.inProvince(field.cast.provinceId, () =>
      server.app.get(AssessmentsService).exportRows(access as Access, field.planId, targetId),
    );
  };

  it('give the units of a plan with areas, maxima, points, figures and notes', async () => {
    const [one, two] = await rows('viewer');
    expect(one).toMatchObject({
      targetId: field.targets.wardOne,
      unit: 'UBND phường Một',
      whole: { maximum: '100', points: '1.8' },
    });
    expect(one?.areas[0]).toMatchObject({ name: expect.stringMatching(/chỉ đạo/), maximum: '14', points: '1.8' });
    expect(one?.areas[0]?.criteria[1]).toEqual({
      code: '1.1.2',
      name: 'Mức độ hoàn thành kế hoạch',
      maximum: '2',
      counted: '2.00',
      points: '1.80',
      input: '18/20 nhiệm vụ hoàn thành = 90,00%',
      derivation: '18/20 nhiệm vụ hoàn thành = 90,00% × 2 → 1,8 điểm',
      note: 'Thiếu 2 nhiệm vụ',
    });
    expect(one?.areas[1]?.points).toBeNull();
    expect(two).toMatchObject({ unit: 'UBND phường Hai', whole: { points: null, counted: null, percent: null } });
  });

  it('come to the sums, the share and the final score of the screen, bonus and penalty apart and capped', async () => {
    const [unit] = await rows('viewer', field.targets.wardOne);
    const { areas, whole } = (await assessment('viewer')).body.totals;
    expect(unit?.areas.map(({ points, counted, percent }) => [points, counted, percent])).toEqual(
      areas
        .filter(({ area }) => area !== 'KHAC')
        .map(({ tally, answered, percent }) => [...(answered > 0 ? [tally.points, tally.max] : [null, null]), percent]),
    );
    expect(unit?.whole).toEqual({
      maximum: '100',
      counted: whole.tally.max,
      points: whole.tally.points,
      percent: whole.percent,
    });
    expect(unit?.score).toBe(whole.score);
    expect(unit?.asides.map(({ name, maximum, points, criteria }) => [name, maximum, points, criteria.length])).toEqual(
      [
        ['Điểm cộng', '3', '0.00', 1],
        ['Điểm trừ', '5', '0.00', 1],
      ],
    );
  });

  it('give one unit alone, and nothing to those who do not see the plan', async () => {
    expect((await rows('viewer', field.targets.wardTwo)).map(({ unit }) => unit)).toEqual(['UBND phường Hai']);
    await expect(rows('otherInspector')).rejects.toMatchObject({ code: 'request.not-found' });
  });
});
