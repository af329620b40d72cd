import { newId } from '@kiemtra/shared/kernel';
import { manifestCode, type VisitView } from '@kiemtra/shared/visits';
import type { AuditEventView } from '@kiemtra/shared/audit';
import type { Part } from '../testing/cast.js';
import { headCount, rate, said, saidOfTarget } from './testing/field.js';
import { beOnSite, device, field, server, visit } from './testing/on-site.js';

beOnSite();

const read = async (part: Part = 'lead') => (await field.cast.as(part).get<VisitView>(`/visits/${visit}`)).body;
const act = (name: string, body: object = {}) => field.cast.as('lead').post(`/visits/${visit}/${name}`, body);
const score = (numerator: number) => said(field, 'input.set', '1.1.2', { value: rate(numerator) });

describe('the manifest of a visit', () => {
  it('is told to the head while the visit is under way, and to nobody else', async () => {
    await device.push(score(18));
    expect((await read()).manifest).toMatch(/^[0-9a-f]{64}$/);
    expect([(await read('inspector')).manifest, (await read('planner')).manifest]).toEqual([null, null]);
  });

  it('changes with everything that is recorded at the target, and with nothing else', async () => {
    const file = { id: newId(), name: 'Ảnh.jpg', mime: 'image/jpeg', size: 12, sha256: 'a'.repeat(64) };
    const words = [
      score(18),
      said(field, 'note.set', '1.1.2', { value: 'Sổ thiếu cột' }),
      saidOfTarget(field, 'headcount.set', { value: { id: newId(), count: headCount(18) } }),
      said(field, 'evidence.add', '1.1.2', { value: file }),
      said(field, 'evidence.remove', '1.1.2', { value: { id: file.id } }),
    ];
    const seen = [(await read()).manifest];
    for (const word of words) {
      await device.push(word);
      seen.push((await read()).manifest);
    }
    // What was taken away again is not there.
    expect(seen.map((one) => seen.indexOf(one))).toEqual([0, 1, 2, 3, 4, 3]);
    await device.push(saidOfTarget(field, 'visit.ready'), { ...score(1), visit: field.visits.wardTwo });
    expect((await read()).manifest).toBe(seen[5]);
  });

  it('keeps a visit from being closed with other results than its head saw', async () => {
    const { manifest } = await read();
    await device.push(score(18));
    const refused = await act('finalise', { manifest });
    expect([refused.status, refused.problem.code]).toEqual([409, 'visits.results-changed']);
    expect((await act('finalise', { manifest: (await read()).manifest })).status).toBe(204);
  });

  it('is kept with what was closed, for everybody who sees the visit, and again with each closing', async () => {
    await device.push(score(18));
    const { manifest: first } = await read();
    await act('finalise', { manifest: first });
    expect([(await read()).manifest, (await read('unitOfficer')).manifest]).toEqual([first, first]);
    await device.push(score(19));
    expect((await read()).manifest).toBe(first);
    await act('reopen', { reason: 'Nhập thiếu' });
    const [late] = (await field.cast.as('lead').get<{ id: string }[]>(`/visits/${visit}/parked`)).body;
    await act(`parked/${late?.id}/decide`, { decision: 'taken' });
    const { manifest: second } = await read();
    expect(second).not.toBe(first);
    await act('finalise', { manifest: second });
    const { body } = await field.cast.as('administrator').get<AuditEventView[]>('/audit');
    const summaries = body.map(({ summary }) => summary).filter((summary) => summary.startsWith('Chốt'));
    expect(summaries).toEqual(
      [second, first].map((one) => expect.stringMatching(`mã kết quả ${manifestCode(one ?? '')}$`)),
    );
  });

  it('never changes once it is kept', async () => {
    await act('finalise');
    const change = (sql: string) => server.inProvince(field.cast.provinceId, () => server.db.query(sql, [visit]));
    await expect(change('update visit_revision set manifest = manifest where visit_id = $1')).rejects.toThrow(
      /permission denied/,
    );
    await expect(change('delete from visit_revision where visit_id = $1')).rejects.toThrow(/permission denied/);
  });
});
