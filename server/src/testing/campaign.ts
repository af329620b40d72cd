/** An issued plan of the cast's department: wards One and Two and an unnamed group, and a team with its head and a member. */
import { newId } from '@kiemtra/shared/kernel';
import type { PlanState } from '@kiemtra/shared/plans';
import { PlansService } from '../plans/plans.service.js';
import type { Cast } from './cast.js';
import type { TestServer } from './test-server.js';

export interface Campaign {
  planId: string;
  targets: { wardOne: string; wardTwo: string; others: string };
  teamId: string;
}

export async function createCampaign(
  server: TestServer,
  cast: Cast,
  state: PlanState = 'in_progress',
): Promise<Campaign> {
  const planId = newId();
  const teamId = newId();
  const targets = { wardOne: newId(), wardTwo: newId(), others: newId() };
  const { department, wardOne, wardTwo } = cast.organizations;
  await server.inProvince(cast.provinceId, () =>
    server.app.get(PlansService).record({
      id: planId,
      kind: 'scheduled',
      title: 'Kiểm tra công tác cải cách hành chính năm 2026',
      year: 2026,
      authorityId: department,
      number: '12/KH-SNV',
      issuedOn: '2026-01-15',
      startsOn: '2026-03-02',
      endsOn: '2026-03-06',
      legalBases: [],
      areas: [],
      otherContents: [],
      state,
      isSample: true,
      targets: [
        { id: targets.wardOne, organizationId: wardOne },
        { id: targets.wardTwo, organizationId: wardTwo },
        { id: targets.others, label: 'Các phường khác', unitCount: 3 },
      ],
      teams: [
        {
          id: teamId,
          name: 'Đoàn số 1',
          members: [
            { id: newId(), accountId: cast.accounts.lead, name: 'Trưởng đoàn', role: 'lead', areas: [] },
            { id: newId(), accountId: cast.accounts.inspector, name: 'Thành viên một', role: 'member', areas: [] },
          ],
        },
      ],
    }),
  );
  return { planId, targets, teamId };
}

/** A picture of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
