import type { PackView } from '@kiemtra/shared/assessments';
import { newId } from '@kiemtra/shared/kernel';
import {
  recordOf,
  sealedMinutes,
  type Minutes,
  type MinutesRole,
  type SealedMinutesView,
  type VisitMinutesView,
} from '@kiemtra/shared/minutes';
import type { Part } from '../testing/cast.js';
import { addVisit, createField, Device, headCount, rate, said, saidOfTarget } from './testing/field.js';
import { beOnSite, device, field, server, visit } from './testing/on-site.js';

beOnSite();

const minutes: Minutes = {
  begun: { date: '2026-03-03', time: '08:00' },
  ended: { date: '2026-03-03', time: '11:30' },
  place: 'Trụ sở UBND phường',
  signers: {
    secretary: { name: 'Thư ký đoàn', position: null },
    unit: { name: 'Chủ tịch phường', position: null },
    lead: { name: 'Trưởng đoàn', position: 'Phó Giám đốc Sở Nội vụ' },
  },
  team: [],
  unit: [{ name: 'Người tiếp', position: 'Công chức một cửa' }],
  opinion: 'Nhất trí.',
  conclusion: null,
  copies: 2,
};
const finding = {
  kind: 'shortcoming',
  area: 'TTHC',
  criterion: '1.1.2',
  text: 'Niêm yết thiếu ba thủ tục',
  extent: null,
  legalBasis: null,
  cause: null,
  severity: null,
};
const file = { name: 'Ảnh.jpg', mime: 'image/jpeg', size: 12, sha256: 'ab'.repeat(32) };
const score = (numerator: number) => said(field, 'input.set', '1.1.2', { value: rate(numerator) });
const write = (change: Partial<Minutes> = {}) =>
  saidOfTarget(field, 'minutes.set', { value: { id: visit, minutes: { ...minutes, ...change } } });
const sign = (role: MinutesRole, paper: string, id = visit) =>
  saidOfTarget(field, 'minutes.sign', {
    value: {
      id,
      role,
      signature: { name: 'Người ký', paper, at: '2026-03-03T04:35:00Z', strokes: [[0, 0, 500, 500]], refusal: null },
    },
  });

/** Everything that a paper bears or that its sheet holds. */
const record = (): Promise<string[]> =>
  device.outcomes(
    score(18),
    said(field, 'note.set', '1.1', { value: 'Kế hoạch ban hành muộn'.normalize('NFD') }),
    said(field, 'evidence.add', '1.1.2', { value: { id: newId(), ...file } }),
    saidOfTarget(field, 'finding.set', { value: { id: newId(), finding } }),
    saidOfTarget(field, 'headcount.set', { value: { id: newId(), count: headCount(18) } }),
    write(),
  );

const ask = (part: Part, of = visit) => field.cast.as(part).get<VisitMinutesView>(`/visits/${of}/minutes`);
const sealed = async (part: Part = 'viewer'): Promise<SealedMinutesView> => {
  const { status, body } = await ask(part);
  if (!body.minutes) throw new Error(`no minutes: ${status}`);
  return body.minutes;
};

/** What a device that has just taken the visit along makes of it. */
async function sealedOnDevice(): Promise<SealedMinutesView | null> {
  const { visit: of, criteria, state } = (await device.ask<PackView>(`/sync/pack?visit=${visit}`)).body;
  const { letterhead } = of;
  return letterhead ? sealedMinutes(recordOf(state), { visit: { ...of, letterhead }, criteria }) : null;
}

describe('GET /visits/:visitId/minutes', () => {
  it('says that none were begun, also where there are some of another visit to the target', async () => {
    expect(await ask('viewer')).toMatchObject({ status: 200, body: { minutes: null } });
    await record();
    expect((await ask('viewer', await addVisit(field, field.targets.wardOne))).body).toEqual({ minutes: null });
  });

  it('gives the hash that a device computes from the same record, however points were kept', async () => {
    expect(await record()).toEqual(Array.from({ length: 6 }, () => expect.stringMatching(/^applied/)));
    const first = await sealed();
    expect(first).toEqual(await sealedOnDevice());
    expect(first).toMatchObject({ paper: expect.stringMatching(/^[0-9a-f]{64}$/), standing: 'open' });
    await server.inProvince(field.cast.provinceId, () => server.db.query('update assessment_area set points = 0'));
    expect(await sealed()).toEqual(first);
  });

  it('knows a signature under it, and that an answer, the words or the files were changed after it', async () => {
    await record();
    const { paper } = await sealed();
    await device.push(sign('secretary', paper), sign('unit', paper), sign('lead', paper, newId()));
    const signatures = { secretary: 'valid', unit: 'valid', lead: 'missing' };
    expect(await sealed()).toEqual({ paper, standing: 'partly', signatures });
    await device.push(sign('lead', paper));
    expect(await sealed()).toEqual({ paper, standing: 'sealed', signatures: { ...signatures, lead: 'valid' } });

    const changes = [
      { ...score(19), base: { seq: 1 } },
      { ...write({ opinion: 'Không nhất trí.' }), base: { seq: 6 } },
      said(field, 'evidence.add', '1.1.2', { value: { id: newId(), ...file, sha256: 'cd'.repeat(32) } }),
    ];
    let before = paper;
    for (const change of changes) {
      expect(await device.outcomes(change)).toEqual([expect.stringMatching(/^applied/)]);
      const after = await sealed();
      expect(after).toMatchObject({ standing: 'broken', signatures: { secretary: 'broken', lead: 'broken' } });
      expect(after).toEqual(await sealedOnDevice());
      expect(after.paper).not.toBe(before);
      before = after.paper;
    }
  });

  it('stands by what was accepted first while people disagree', async () => {
    await record();
    const before = await sealed();
    expect(await new Device(field, 'lead').outcomes(score(20))).toEqual(['conflict 0']);
    expect(await sealed()).toEqual(before);
  });

  it('is read by the department and the team, after closing too, and found by nobody else', async () => {
    await record();
    for (const part of ['viewer', 'planner', 'leader', 'lead', 'inspector'] as const) {
      expect((await sealed(part)).standing).toBe('open');
    }
    expect((await ask('unitOfficer')).status).toBe(403);
    const other = await createField(server);
    expect((await ask('otherInspector')).status).toBe(404);
    expect((await ask('viewer', other.visits.wardOne)).status).toBe(404);
    expect((await ask('viewer', newId())).status).toBe(404);
    await field.cast.as('lead').post(`/visits/${visit}/finalise`, { waiver: 'Tệp không tìm thấy' });
    expect((await sealed()).standing).toBe('open');
  });

  it('finds no minutes where the plan has no criteria: no device could write them', async () => {
    await record();
    await server.inProvince(field.cast.provinceId, () =>
      server.db.query('update plan_target set criteria_version_id = null where id = $1', [field.targets.wardOne]),
    );
    expect((await ask('viewer')).body).toEqual({ minutes: null });
  });
});
