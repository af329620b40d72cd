/** Draft conclusions for suites: what the team and the unit of ward One send, through the API. */
import type { DraftConclusionView } from '@kiemtra/shared/explanations';
import { newId } from '@kiemtra/shared/kernel';
import { createCampaign, type Campaign } from '../../testing/campaign.js';
import { createCast, type Cast, type Part } from '../../testing/cast.js';
import { accepted } from '../../testing/deeds.js';
import { startTestServer } from '../../testing/test-server.js';

/** A server with a campaign, and a hand for each act on its drafts. */
export async function setDesk() {
  const server = await startTestServer();
  const cast = await createCast(server);
  const campaign = await createCampaign(server, cast);
  return {
    server,
    cast,
    campaign,
    setDay: (day: string) => {
      server.clock.at = new Date(`${day}T03:00:00Z`);
    },
    ...handsOf(cast, campaign),
  };
}

export type Desk = Awaited<ReturnType<typeof setDesk>>;

function handsOf(cast: Cast, { planId, targets }: Campaign) {
  const aFinding = async (text = 'Chưa niêm yết đầy đủ.', targetId = targets.wardOne) => {
    const id = newId();
    const finding = { id, planId, targetId, kind: 'shortcoming', area: 'TTHC', text };
    await accepted(cast.as('inspector').post('/findings', finding));
    return id;
  };
  const prepare = (findingIds: string[], fields: object = {}, part: Part = 'lead') =>
    cast.as(part).post<DraftConclusionView>('/draft-conclusions', {
      id: newId(),
      targetId: targets.wardOne,
      findingIds,
      workingDays: 5,
      ...fields,
    });
  const act = (id: string, name: 'put' | 'close', version: number) =>
    cast.as('lead').post<DraftConclusionView>(`/draft-conclusions/${id}/${name}`, { version });
  return {
    aFinding,
    prepare,
    act,
    read: (id: string, part: Part = 'lead') =>
      accepted(cast.as(part).get<DraftConclusionView>(`/draft-conclusions/${id}`)),
    /** A draft with so many findings, put to ward One. */
    put: async (count = 1) => {
      const findings: string[] = [];
      while (findings.length < count) findings.push(await aFinding(`Tồn tại ${findings.length}`));
      const { id } = await accepted(prepare(findings));
      await accepted(act(id, 'put', 1));
      return { id, findings, first: findings[0] ?? '' };
    },
    explain: (id: string, explanations: object[], part: Part = 'unitOfficer') =>
      cast.as(part).post<DraftConclusionView>(`/draft-conclusions/${id}/explanations`, { explanations }),
    settle: (id: string, findingId: string, fields: object, part: Part = 'lead') =>
      cast.as(part).post<DraftConclusionView>(`/draft-conclusions/${id}/findings/${findingId}/settle`, {
        id: newId(),
        version: 2,
        settling: 'keep',
        reason: 'Ảnh chụp ngày kiểm tra chưa có.',
        ...fields,
      }),
  };
}

/** What the unit says of a finding. */
export const word = (findingId: string, stance: 'agree' | 'disagree', fields: object = {}) => ({
  id: newId(),
  findingId,
  stance,
  text: stance === 'disagree' ? 'Đã niêm yết từ 01/02.' : null,
  files: [],
  ...fields,
});
