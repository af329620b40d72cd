import type { MemberDevicesView } from '@kiemtra/shared/fieldwork';
import { newId } from '@kiemtra/shared/kernel';
import { helloOf } from '../testing/deeds.js';
import { createField, Device, leave, said, saidOfTarget } from './testing/field.js';
import { beOnSite, device, field, server, visit as pack } from './testing/on-site.js';

const NOW = new Date('2026-03-03T02:00:00.000Z');
const HOUR = 3_600_000;

beOnSite();
beforeEach(() => {
  server.clock.at = NOW;
});

const note = (value: string) => said(field, 'note.set', '1.1', { value });
const board = async () => (await field.cast.as('lead').get<MemberDevicesView[]>(`/visits/${pack}/devices`)).body;
const ofInspector = async () =>
  (await board()).find(({ accountId }) => accountId === device.field.cast.accounts.inspector);

describe('POST /sync/hello', () => {
  it('tells the time, how far the lane has come, and which packs may be kept', async () => {
    await device.push(note('một'), note('hai'));
    const other = await createField(server);
    const { status, body } = await device.hello({ packs: [pack, newId(), other.visits.wardOne] });
    expect([status, body]).toEqual([
      200,
      {
        server_time: '2026-03-03T02:00:00.000Z',
        epoch: expect.stringMatching(/^[0-9a-f-]{36}$/),
        acked_through: 2,
        min_app: '0.1.0',
        packs: [pack],
      },
    ]);
    expect((await device.hello()).body.epoch).toBe(body.epoch);
  });

  it('leaves out the pack of a visit at which the account is no member any more', async () => {
    await leave(field, 'inspector');
    expect((await device.hello({ packs: [pack] })).body.packs).toEqual([]);
  });

  it('takes no word from the lane of another account, and none in the session of another', async () => {
    await device.push(note('một'));
    const thief = new Device(field, 'lead', device.lane);
    expect((await thief.hello()).problem.code).toBe('fieldwork.foreign-lane');
    const { problem } = await device.client.send('POST', '/sync/hello', helloOf([pack]), {
      'x-sync-account': field.cast.accounts.lead,
    });
    expect(problem.code).toBe('request.unauthenticated');
    expect((await board()).flatMap(({ devices }) => devices)).toEqual([]);
  });

  it('names every wrong field', async () => {
    const { status, problem } = await device.hello({
      max_seq: -1,
      device_time: 'hôm qua',
      storage: 'đầy',
      packs: ['x'],
    });
    expect([status, problem.violations.map(({ path }) => path).sort()]).toEqual([
      422,
      ['device_time', 'max_seq', 'packs', 'storage'],
    ]);
  });
});

describe('GET /visits/:visitId/devices', () => {
  it('shows for each member the devices that hold the pack, as they said last', async () => {
    await device.hello({ packs: [pack], max_seq: 12, unsent: 12, unsent_age: 600, pending_kib: 340, storage: 'low' });
    expect(await board()).toEqual([
      { accountId: field.cast.accounts.lead, name: 'lead', devices: [] },
      {
        accountId: field.cast.accounts.inspector,
        name: 'inspector',
        devices: [
          {
            lane: device.lane,
            contactedAt: NOW.toISOString(),
            maxSeq: 12,
            ackedThrough: 0,
            missing: 12,
            isSilent: false,
            holdsPack: true,
            unsent: 12,
            unsentSince: '2026-03-03T01:50:00.000Z',
            pendingKib: 340,
            storage: 'low',
            clockOffsetMs: expect.any(Number),
            isLost: false,
            isReady: false,
          },
        ],
      },
    ]);
  });

  it('says whose person is done with the visit, until something is recorded again', async () => {
    const ready = saidOfTarget(field, 'visit.ready');
    await device.hello({ packs: [pack] });
    await device.push(note('một'), ready);
    expect((await ofInspector())?.devices).toMatchObject([{ isReady: true }]);
    await device.push(note('hai'));
    expect((await ofInspector())?.devices).toMatchObject([{ isReady: false }]);
  });

  it('says after four hours of silence how many operations have not come', async () => {
    await device.hello({ packs: [pack], max_seq: 3, unsent: 3 });
    await device.push(note('một'));
    server.clock.at = new Date(NOW.getTime() + 4 * HOUR);
    expect((await ofInspector())?.devices).toMatchObject([{ missing: 2, isSilent: false }]);
    server.clock.at = new Date(NOW.getTime() + 4 * HOUR + 1);
    expect((await ofInspector())?.devices).toMatchObject([{ missing: 2, isSilent: true }]);
  });

  it('measures how far a clock is off', async () => {
    await device.hello({ packs: [pack], device_time: '2016-03-03T02:00:00+00:00' });
    const [shown] = (await ofInspector())?.devices ?? [];
    expect(shown?.clockOffsetMs).toBe(Date.parse('2016-03-03T02:00:00Z') - NOW.getTime());
  });

  it('shows a lane whose storage is lost, and tells the device what has come of it', async () => {
    await device.hello({ packs: [pack] });
    await device.push(note('một'), note('hai'));
    const afresh = new Device(field, 'inspector');
    server.clock.at = new Date(NOW.getTime() + HOUR);
    const { body } = await afresh.hello({ packs: [pack], lost: { lane: device.lane, last_seq: 5 } });
    expect(body.lost_acked_through).toBe(2);
    expect((await ofInspector())?.devices).toMatchObject([
      { lane: afresh.lane, isLost: false, missing: 0 },
      { lane: device.lane, isLost: true, missing: 3, maxSeq: 5, ackedThrough: 2 },
    ]);
  });

  it('keeps who left the team in sight while something of theirs is still to come, or may be', async () => {
    await device.hello({ packs: [pack], max_seq: 2, unsent: 2 });
    await leave(field, 'inspector');
    expect((await ofInspector())?.devices).toMatchObject([{ missing: 2 }]);
    await device.push(note('một'), note('hai'));
    expect((await ofInspector())?.devices).toMatchObject([{ missing: 0, holdsPack: true, isReady: false }]);
    await device.hello({ packs: [], max_seq: 2 });
    expect(await ofInspector()).toBeUndefined();
  });

  it('is for the head of the team alone', async () => {
    expect((await field.cast.as('inspector').get(`/visits/${pack}/devices`)).status).toBe(404);
    expect((await field.cast.as('planner').get(`/visits/${pack}/devices`)).status).toBe(403);
    expect((await field.cast.as('lead').get(`/visits/${newId()}/devices`)).status).toBe(404);
  });
});
