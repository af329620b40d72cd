import { newId } from '@kiemtra/shared/kernel';
import type { RemedyRateView } from '@kiemtra/shared/remediation';
import { createCampaign } from '../testing/campaign.js';
import { createCast, type Cast, type Part } from '../testing/cast.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { askWards, sayIn } from './testing/remedies.js';

let server: TestServer;
let cast: Cast;
beforeAll(async () => {
  server = await startTestServer();
  cast = await createCast(server);
});
afterAll(() => server.close());

const rates = async (part: Part, planId: string) =>
  (await cast.as(part).get<RemedyRateView[]>(`/remedy-rates?planId=${planId}`)).body.map(
    ({ name, remedied, total }) => `${name}: ${remedied}/${total}`,
  );

describe('GET /remedy-rates', () => {
  it('counts what each unit was asked to remedy and what was accepted, the worst first', async () => {
    const { planId, targets } = await createCampaign(server, cast);
    const found = async (targetId: string | null, kind = 'shortcoming') => {
      const id = newId();
      await cast.as('planner').post('/findings', { id, planId, targetId, kind, area: 'TTHC', text: 'Thấy.' });
      return id;
    };
    const [board, ledger, common] = [await found(targets.wardOne), await found(targets.wardOne), await found(null)];
    const findingIds = [board, ledger, common, await found(targets.wardTwo), await found(null, 'strength')];
    await found(targets.wardOne);
    await askWards(cast, planId, { findingIds: [await found(targets.wardTwo)], isIssued: false });
    const { one } = await askWards(cast, planId, { findingIds });
    expect(await rates('planner', planId)).toEqual(['UBND phường Một: 0/3', 'UBND phường Hai: 0/2']);

    const word = (findingId: string) => ({ findingId, standing: 'done', text: 'Đã làm.', files: [] });
    await sayIn(cast, 'unitOfficer', one, 'acknowledge');
    await sayIn(cast, 'unitOfficer', one, 'report', { findings: [board, ledger, common].map(word) });
    expect(await rates('planner', planId)).toEqual(['UBND phường Một: 0/3', 'UBND phường Hai: 0/2']);
    const decisions = [
      { findingId: board, standing: 'accepted' },
      { findingId: ledger, standing: 'returned', comment: 'Thiếu ảnh.' },
      { findingId: common, standing: 'accepted' },
    ];
    expect((await sayIn(cast, 'leader', one, 'decide', { decisions })).status).toBe(200);
    expect(await rates('planner', planId)).toEqual(['UBND phường Hai: 0/2', 'UBND phường Một: 2/3']);
    expect(await rates('unitOfficer', planId)).toEqual(['UBND phường Một: 2/3']);
    expect(await rates('otherUnitOfficer', planId)).toEqual(['UBND phường Hai: 0/2']);
    expect(await rates('otherInspector', planId)).toEqual([]);

    await askWards(cast, planId, { findingIds: [board] });
    expect(await rates('unitOfficer', planId)).toEqual(['UBND phường Một: 1/3']);
  });

  it('refuses what is no plan', async () => {
    expect((await cast.as('planner').get('/remedy-rates?planId=tat-ca')).status).toBe(422);
  });
});
