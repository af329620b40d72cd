/** Plans for suites: a draft with everything it needs to be issued, made through the API as a planner would. */
import { newId } from '@kiemtra/shared/kernel';
import type { PlanContentDto, PlanKind, PlanSavedView, TeamMemberDto } from '@kiemtra/shared/plans';
import type { Cast, Part } from '../../testing/cast.js';
import type { TestServer } from '../../testing/test-server.js';

export interface TestPlan {
  id: string;
  version: number;
  /** Targets: ward one and ward two. */
  wardOne: string;
  wardTwo: string;
  team: string;
  /** Memberships of the team: its head and one member. */
  leadMembership: string;
  inspectorMembership: string;
}

/** A criteria set with one version and no criteria in it. */
export async function addCriteriaVersion(
  server: TestServer,
  cast: Cast,
  state: 'draft' | 'published' = 'published',
): Promise<string> {
  const [setId, versionId] = [newId(), newId()];
  await server.inProvince(cast.provinceId, async () => {
    await server.db.query(
      `insert into criteria_set (province_id, id, name, purpose, is_sample) values ($1, $2, $3, 'checklist', true)`,
      [cast.provinceId, setId, `Bộ tiêu chí thử ${setId}`],
    );
    await server.db.query(
      `insert into criteria_version (province_id, id, set_id, number, state, settings, published_at)
       values ($1, $2, $3, 1, $4, '{}', case when $4 = 'published' then now() end)`,
      [cast.provinceId, versionId, setId, state],
    );
  });
  return versionId;
}

export function planContent(cast: Cast, fields: Partial<PlanContentDto> = {}): PlanContentDto {
  return {
    kind: 'scheduled',
    title: 'Kiểm tra công tác cải cách hành chính năm 2026',
    year: 2026,
    authorityId: cast.organizations.people,
    number: '12/KH-UBND',
    issuedOn: '2026-01-15',
    legalBases: [],
    areas: ['TTHC', 'CV'],
    otherContents: ['Phân cấp quản lý đất đai'],
    startsOn: '2026-03-02',
    endsOn: '2026-03-31',
    ...fields,
  };
}

export const aMember = (cast: Cast, part: Part, role: 'lead' | 'member' = 'member'): TeamMemberDto => ({
  id: newId(),
  accountId: cast.accounts[part],
  name: part,
  role,
  areas: [],
});

/** A draft with two wards, and one team of the cast's `lead` and `inspector`. */
export async function aDraft(server: TestServer, cast: Cast, fields: Partial<PlanContentDto> = {}): Promise<TestPlan> {
  const planner = cast.as('planner');
  const [id, wardOne, wardTwo, team] = [newId(), newId(), newId(), newId()];
  const [lead, inspector] = [aMember(cast, 'lead', 'lead'), aMember(cast, 'inspector')];
  const criteriaVersionId = await addCriteriaVersion(server, cast);
  await planner.post('/plans', { id, ...planContent(cast, { criteriaVersionId, ...fields }) });
  await planner.put(`/plans/${id}/targets`, {
    version: 1,
    targets: [
      { id: wardOne, organizationId: cast.organizations.wardOne },
      { id: wardTwo, organizationId: cast.organizations.wardTwo },
    ],
  });
  const teams = [{ id: team, name: 'Đoàn kiểm tra số 1', members: [lead, inspector] }];
  const { body } = await planner.put<PlanSavedView>(`/plans/${id}/teams`, { version: 2, teams });
  const memberships = { leadMembership: lead.id, inspectorMembership: inspector.id };
  return { id, version: body.version, wardOne, wardTwo, team, ...memberships };
}

export async function anIssuedPlan(server: TestServer, cast: Cast, kind: PlanKind = 'scheduled'): Promise<TestPlan> {
  const plan = await aDraft(server, cast, { kind });
  const { body } = await cast.as('leader').post<PlanSavedView>(`/plans/${plan.id}/issue`, { version: plan.version });
  return { ...plan, version: body.version };
}

/** Another issued plan; its team is `otherInspector` as head and whoever is given. */
export async function aSecondPlan(server: TestServer, cast: Cast, ...members: TeamMemberDto[]): Promise<TestPlan> {
  const plan = await anIssuedPlan(server, cast);
  const all = [aMember(cast, 'otherInspector', 'lead'), ...members];
  const teams = [{ id: plan.team, name: 'Đoàn kiểm tra số 2', members: all }];
  const { body } = await cast
    .as('planner')
    .put<PlanSavedView>(`/plans/${plan.id}/teams`, { version: plan.version, teams });
  return { ...plan, version: body.version };
}
