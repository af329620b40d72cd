import type { DecisionsReply, ParkedView } from '@kiemtra/shared/fieldwork';
import { newId } from '@kiemtra/shared/kernel';
import { createField, Device, leave, rate, said } from './testing/field.js';
import { beOnSite, device, field, server } from './testing/on-site.js';

beOnSite();

const act = async (name: string, body: object = {}) => {
  expect((await field.cast.as('lead').post(`/visits/${field.visits.wardOne}/${name}`, body)).status).toBe(204);
};
/** The head decides about what waits, in the order of its arrival. */
async function decide(...decisions: { decision: string; reason?: string }[]): Promise<void> {
  const { body } = await field.cast.as('lead').get<ParkedView[]>(`/visits/${field.visits.wardOne}/parked`);
  for (const [index, decision] of decisions.entries()) await act(`parked/${body[index]?.id}/decide`, decision);
}
const ask = (from: number, asking = device, lane = device.lane) =>
  asking.ask<DecisionsReply>(`/sync/decisions?lane=${lane}&from_seq=${from}`);
const note = (value: string) => said(field, 'note.set', '1.1', { value });
const tooMuch = () => said(field, 'input.set', '1.1.2', { value: rate(99) });
const refused = { decision: 'refused', reason: 'Đã ghi trong biên bản' };

describe('GET /sync/decisions', () => {
  it('tells the author what the head decided, why, and when; nothing of what still waits', async () => {
    await act('finalise');
    await device.push(note('một'), note('hai'), note('ba'));
    await act('reopen', { reason: 'Bổ sung' });
    await decide({ decision: 'taken' }, refused);
    const { body } = await ask(1);
    expect(body).toEqual({
      lane: device.lane,
      decisions: [
        { seq: 1, decision: 'taken', reason: null, by: 'Trưởng đoàn', at: expect.stringMatching(/^2\d{3}-.*Z$/) },
        { seq: 2, ...refused, by: 'Trưởng đoàn', at: expect.stringMatching(/^2\d{3}-.*Z$/) },
      ],
      has_more: false,
    });
    expect((await ask(2)).body.decisions.map(({ seq }) => seq)).toEqual([2]);
    expect((await ask(3)).body.decisions).toEqual([]);
  });

  it('tells who has left the team since', async () => {
    await leave(field, 'inspector');
    await device.push(note('trước khi rời đoàn'));
    await decide(refused);
    expect((await ask(1)).body.decisions).toMatchObject([refused]);
  });

  it('tells of a visit that was closed since', async () => {
    await device.push(tooMuch());
    await decide(refused);
    await act('finalise');
    expect((await ask(1)).body.decisions).toMatchObject([refused]);
  });

  it('leaves the receipt as it was: who asks again hears the same', async () => {
    const [receipt] = await device.push(tooMuch());
    await decide(refused);
    device.next = 1;
    expect(await device.push(tooMuch())).toEqual([receipt]);
  });

  it('tells nothing of the lane of somebody else, nor of one that is none', async () => {
    await device.push(tooMuch());
    await decide(refused);
    expect((await ask(1, new Device(field, 'lead'))).body).toEqual({
      lane: device.lane,
      decisions: [],
      has_more: false,
    });
    expect((await ask(1, device, newId())).body.decisions).toEqual([]);
    const other = new Device(await createField(server), 'inspector');
    expect((await ask(1, other)).body.decisions).toEqual([]);
  });

  it('answers the device of the very account only, and names every wrong field', async () => {
    const path = `/sync/decisions?lane=${device.lane}&from_seq=1`;
    const { problem } = await device.client.send('GET', path, undefined, {
      'x-sync-account': field.cast.accounts.lead,
    });
    expect(problem.code).toBe('request.unauthenticated');
    const wrong = await device.ask('/sync/decisions?lane=x&from_seq=0');
    expect([wrong.status, wrong.problem.violations.map(({ path: at }) => at).sort()]).toEqual([
      422,
      ['from_seq', 'lane'],
    ]);
  });

  it('comes in pieces that a device asks for one after the other', async () => {
    await leave(field, 'inspector');
    for (let batch = 0; batch < 3; batch += 1) {
      await device.push(...Array.from({ length: 200 }, (_, n) => note(`${batch}-${n}`)));
    }
    await server.inProvince(field.cast.provinceId, () =>
      server.db.query(
        `update parked_operation set decision = 'refused', reason = 'Trùng', decided_by = $1, decided_at = now()`,
        [field.cast.accounts.lead],
      ),
    );
    const [first, rest] = [(await ask(1)).body, (await ask(501)).body];
    expect([first.decisions.length, first.decisions.at(-1)?.seq, first.has_more]).toEqual([500, 500, true]);
    expect([rest.decisions.length, rest.decisions.at(-1)?.seq, rest.has_more]).toEqual([100, 600, false]);
  });
});
