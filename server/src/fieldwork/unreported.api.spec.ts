import type { AuditEventView } from '@kiemtra/shared/audit';
import type { UnreportedDevice } from '@kiemtra/shared/visits';
import { Device, leave, said, saidOfTarget } from './testing/field.js';
import { beOnSite, device, field, visit as pack } from './testing/on-site.js';

beOnSite();

const note = (criterion: string) => said(field, 'note.set', criterion, { value: 'Ghi tại chỗ' });
const finalise = (body: object = {}) => field.cast.as('lead').post(`/visits/${pack}/finalise`, body);
const ready = (visit = pack) => saidOfTarget(field, 'visit.ready', { visit });
const inTheWay = ({ problem }: { problem: { details?: unknown } }) =>
  (problem.details as { devices: UnreportedDevice[] }).devices;

describe('POST /visits/:visitId/finalise', () => {
  it('waits for a device that took the visit along and holds something back', async () => {
    await device.hello({ packs: [pack], max_seq: 2, unsent: 2 });
    const refused = await finalise();
    expect([refused.status, refused.problem.code]).toEqual([409, 'visits.unreported-devices']);
    expect(refused.problem.title).toContain('máy của inspector (còn 2 thao tác chưa về)');
    expect(inTheWay(refused)).toMatchObject([{ lane: device.lane, name: 'inspector', missing: 2, isLost: false }]);
    await device.push(note('1.1'), note('1.1.2'));
    expect((await finalise()).problem.title).toContain('máy của inspector (chưa báo xong)');
    await device.push(ready());
    expect((await finalise()).status).toBe(204);
  });

  it('waits again for a device on which something was recorded after its person was done', async () => {
    await device.hello({ packs: [pack] });
    await device.push(note('1.1'), ready(), note('1.1.2'));
    expect((await finalise()).problem.code).toBe('visits.unreported-devices');
    await device.push(ready(), { ...note('1.1'), visit: field.visits.wardTwo });
    expect((await finalise()).status).toBe(204);
  });

  it('is not content with what is said of another visit, on another device, or cannot be read', async () => {
    await device.hello({ packs: [pack] });
    await device.push(ready(field.visits.wardTwo));
    await new Device(field, 'inspector').push(ready());
    expect((await finalise()).problem.code).toBe('visits.unreported-devices');
    await device.push(ready(), { ...ready(), value: true });
    expect((await finalise()).problem.code).toBe('visits.unreported-devices');
  });

  it('waits for no device whose person is done for what it holds back since: that is of other visits', async () => {
    await device.push(ready());
    await device.hello({ packs: [pack], max_seq: 4, unsent: 3 });
    expect((await finalise()).status).toBe(204);
  });

  it('waits for no device of who closes that has sent all, nor for one that took another visit along', async () => {
    const own = new Device(field, 'lead');
    await own.push(note('1.1'));
    await own.hello({ packs: [pack] });
    await device.hello({ packs: [field.visits.wardTwo], max_seq: 9, unsent: 9 });
    expect((await finalise()).status).toBe(204);
  });

  it('goes on by name alone without a device of which nothing is known to be missing', async () => {
    await device.hello({ packs: [pack] });
    const devices = [{ lane: device.lane, missing: 0 }];
    expect((await finalise({ waiver: 'Không chờ' })).problem.code).toBe('visits.unreported-devices');
    expect((await finalise({ devices })).status).toBe(204);
    const { body } = await field.cast.as('administrator').get<AuditEventView[]>('/audit');
    expect(body[0]?.summary).toMatch(
      /mã kết quả [0-9A-F]{4}-[0-9A-F]{4}, khi còn máy của inspector \(chưa báo xong\)$/,
    );
  });

  it('waits for the device of one who has left the team since', async () => {
    await device.hello({ packs: [pack], max_seq: 1, unsent: 1 });
    await leave(field, 'inspector');
    expect((await finalise()).problem.code).toBe('visits.unreported-devices');
  });

  it('goes on without each device that is named with the count that was told, and with a reason', async () => {
    await device.hello({ packs: [pack], max_seq: 3, unsent: 3 });
    const second = new Device(field, 'lead');
    await second.hello({ packs: [pack], max_seq: 1, unsent: 1 });
    const both = [
      { lane: device.lane, missing: 3 },
      { lane: second.lane, missing: 1 },
    ];
    const reason = 'Hai máy hỏng, đã gửi sửa';
    const codes = await Promise.all([
      finalise({ devices: both }),
      finalise({ waiver: reason }),
      finalise({ waiver: reason, devices: both.slice(0, 1) }),
      finalise({ waiver: reason, devices: both.map((one) => ({ ...one, missing: 0 })) }),
    ]);
    expect(codes.map(({ problem }) => problem.code)).toEqual(Array(4).fill('visits.unreported-devices'));
    expect((await finalise({ waiver: reason, devices: both })).status).toBe(204);
    const { body } = await field.cast.as('administrator').get<AuditEventView[]>('/audit');
    expect(body.map(({ summary }) => summary).join()).toContain(
      'máy của inspector (còn 3 thao tác chưa về); máy của lead (còn 1 thao tác chưa về): Hai máy hỏng, đã gửi sửa',
    );
  });

  it('waits for a device whose storage is lost, whatever it had', async () => {
    await device.hello({ packs: [pack] });
    const afresh = new Device(field, 'inspector');
    await afresh.hello({ packs: [pack], lost: { lane: device.lane, last_seq: 0 } });
    await afresh.push(ready());
    const refused = await finalise();
    expect(refused.problem.title).toContain('máy của inspector (mất dữ liệu, không rõ còn gì chưa về)');
    const waived = { waiver: 'Máy bị xóa bộ nhớ', devices: [{ lane: device.lane, missing: 0 }] };
    expect((await finalise(waived)).status).toBe(204);
  });

  it('forgets a device that goes on under another lane, once all that it said has come there', async () => {
    await device.hello({ packs: [pack], max_seq: 5, unsent: 3 });
    const onward = new Device(field, 'inspector');
    await onward.push(ready());
    await onward.hello({ packs: [pack] });
    expect((await finalise()).problem.title).toContain('máy của inspector (còn 5 thao tác chưa về)');
    // A copy of its storage has spoken of more than it.
    await onward.hello({ packs: [pack], left: [{ lane: device.lane, last_seq: 4 }] });
    expect((await finalise()).problem.code).toBe('visits.unreported-devices');
    await onward.hello({ packs: [pack], left: [{ lane: device.lane, last_seq: 5 }] });
    expect((await finalise()).status).toBe(204);
  });

  it('forgets a device whose storage is lost when everything it is known to have said had come', async () => {
    await device.push(note('1.1'), note('1.1.2'));
    await device.hello({ packs: [pack] });
    const afresh = new Device(field, 'inspector');
    await afresh.push(ready());
    await afresh.hello({ packs: [pack], lost: { lane: device.lane, last_seq: 3 } });
    expect((await finalise()).problem.title).toContain('mất dữ liệu, còn 1 thao tác chưa về');
    await device.push(note('1.2'));
    await afresh.hello({ packs: [pack], lost: { lane: device.lane, last_seq: 3 } });
    expect((await finalise()).status).toBe(204);
  });

  it('takes no leave of the lane of somebody else', async () => {
    await device.hello({ packs: [pack], max_seq: 1, unsent: 1 });
    const thief = await new Device(field, 'lead').hello({ left: [{ lane: device.lane, last_seq: 9 }] });
    expect(thief.problem.code).toBe('fieldwork.foreign-lane');
    expect((await finalise()).problem.code).toBe('visits.unreported-devices');
  });

  it('names a wrong device', async () => {
    const { status, problem } = await finalise({ waiver: 'x', devices: [{ lane: 'x', missing: -1 }] });
    expect(status).toBe(422);
    expect(problem.violations.map(({ path }) => path).sort()).toEqual(['devices.0.lane', 'devices.0.missing']);
  });
});
