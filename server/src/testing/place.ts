/** One place of the test world: a plan at one ward, with everything that comes of it, made through the API. */
import type { ParkedView } from '@kiemtra/shared/fieldwork';
import { addDays, dateInVietnam, mondayOf, newId } from '@kiemtra/shared/kernel';
import type { PlanContentDto, PlanKind, PlanSavedView, TeamMemberDto } from '@kiemtra/shared/plans';
import type { ReportFileDto } from '@kiemtra/shared/remediation';
import type { CreateVisitDto } from '@kiemtra/shared/visits';
import { aMember, planContent } from '../plans/testing/plans.js';
import { AFTERNOON, MORNING } from '../visits/testing/visits.js';
import { PDF, PNG } from './campaign.js';
import type { Cast, Part } from './cast.js';
import { accepted, batchOf, promiseOf, sent, uploaded } from './deeds.js';
import { createDraftConclusions } from './drafts.js';
import type { TestClient } from './test-client.js';

export interface PlaceParts {
  cast: Cast;
  criteria: { setId: string; versionId: string; draftId: string; mark: string };
  /** Stands in every text written at the place, and in the name of its unit. */
  mark: string;
  ward: 'wardOne' | 'wardTwo';
  /** Who answers for the unit, and a session of theirs. */
  officer: Part;
  sessionId: string;
  /** Who inspects, the head first, and who was in the team and left. */
  team: readonly [Part, ...Part[]];
  former: Part;
  /** Which of the world's days off is counted here. */
  date: string;
}

export interface PlanAt {
  id: string;
  version: number;
  targetId: string;
  teamId: string;
}

export type Place = Awaited<ReturnType<typeof createPlace>>;

export async function createPlace(parts: PlaceParts) {
  const { cast, criteria, mark, ward, officer, team } = parts;
  const plan = await createPlan(parts, 'issued');
  await letSomebodyLeave(parts, plan);
  const visitId = await createVisit(parts, plan, MORNING);
  const plannedVisit = await createVisit(parts, plan, AFTERNOON);
  await accepted(cast.as(team[0]).post(`/visits/${visitId}/check-in`));
  await score(parts, visitId);
  const closedVisit = await closeVisit(parts, plan);
  const parkedId = await sendLate(parts, closedVisit);
  const finding = await createFinding(parts, plan, visitId);
  const openFinding = await createFinding(parts, plan, visitId);
  const request = await createRequest(parts, plan.id, finding.id);
  const putFindings = [];
  while (putFindings.length < 4) putFindings.push(await createFinding(parts, plan, visitId));
  const drafts = await createDraftConclusions(parts, plan.targetId, putFindings);
  await accepted(cast.as('planner').put(`/holidays/${parts.date}`, { name: `Nghỉ ${mark}`, isWorkingDay: false }));
  return {
    ...parts,
    /** By the names under which paths ask for them: what is issued or under way, as the unit may see it. */
    ids: {
      planId: plan.id,
      targetId: plan.targetId,
      visitId,
      parkedId,
      findingId: finding.id,
      evidenceId: finding.fileId,
      fileId: finding.fileId,
      uploadId: await promised(cast.as(officer), `Tệp gửi dở ${mark}`),
      requestId: request.id,
      recipientId: request.recipientId,
      draftId: drafts.put.id,
      organizationId: cast.organizations[ward],
      accountId: cast.accounts[officer],
      setId: criteria.setId,
      versionId: criteria.versionId,
      sessionId: parts.sessionId,
      date: parts.date,
    },
    teamId: plan.teamId,
    plannedVisit,
    closedVisit,
    openFinding,
    /** A file of the officer that proves nothing yet. */
    upload: await uploaded(cast.as(officer), `Bản chụp ${mark}`),
    /** Plans in their other states, without visits. */
    draft: await createPlan(parts, 'draft'),
    issued: await createPlan(parts, 'issued'),
    started: await createPlan(parts, 'started'),
    /** Requests in their other states. */
    draftRequest: await createRequest(parts, plan.id, openFinding.id, 'draft'),
    acknowledged: await createRequest(parts, plan.id, finding.id, 'acknowledged'),
    asking: await createRequest(parts, plan.id, finding.id, 'asking'),
    reported: await createRequest(parts, plan.id, finding.id, 'reported'),
    /** Draft conclusions in their states, and a finding in each; of the one that is put the finding is disputed. */
    drafts,
  };
}

export const contentAt = ({ cast, criteria, mark }: PlaceParts): Required<PlanContentDto> => ({
  ...planContent(cast),
  kind: 'scheduled',
  title: `Kiểm tra ${mark}`,
  year: 2026,
  number: '12/KH-UBND',
  issuedOn: '2026-01-15',
  legalBases: [{ type: 'Nghị quyết', number: '76/NQ-CP', date: '2021-07-15', issuer: 'Chính phủ', subject: mark }],
  otherContents: [`Phân cấp ${mark}`],
  dataFrom: '2025-01-01',
  dataTo: '2025-12-31',
  startsOn: '2026-03-02',
  endsOn: '2026-03-31',
  scheduleNote: `Lịch ${mark}`,
  criteriaVersionId: criteria.versionId,
});

export function teamAt({ cast, mark, team }: PlaceParts, id: string) {
  const [head, ...others] = team;
  const people = [aMember(cast, head, 'lead'), ...others.map((part) => aMember(cast, part))];
  const members = people.map((member): TeamMemberDto => ({ ...member, position: `Chuyên viên ${mark}` }));
  return { id, name: `Đoàn ${mark}`, decisionNumber: '15/QĐ-SNV', decisionOn: '2026-01-20', members };
}

export async function createPlan(
  parts: PlaceParts,
  stage: 'draft' | 'issued' | 'started',
  kind: PlanKind = 'scheduled',
): Promise<PlanAt> {
  const { cast, ward } = parts;
  const planner = cast.as('planner');
  const [id, targetId, teamId] = [newId(), newId(), newId()];
  const targets = [{ id: targetId, organizationId: cast.organizations[ward] }];
  await accepted(planner.post('/plans', { id, ...contentAt(parts), kind }));
  await accepted(planner.put(`/plans/${id}/targets`, { version: 1, targets }));
  await accepted(planner.put(`/plans/${id}/teams`, { version: 2, teams: [teamAt(parts, teamId)] }));
  if (stage !== 'draft') await accepted(cast.as('leader').post(`/plans/${id}/issue`, { version: 3 }));
  if (stage === 'started') await accepted(planner.post(`/plans/${id}/start`, { version: 4 }));
  return { id, version: { draft: 3, issued: 4, started: 5 }[stage], targetId, teamId };
}

async function letSomebodyLeave(parts: PlaceParts, { id, teamId, version }: PlanAt): Promise<void> {
  const planner = parts.cast.as('planner');
  const team = teamAt(parts, teamId);
  const withFormer = { ...team, members: [...team.members, aMember(parts.cast, parts.former)] };
  const put = (seen: number, each: object) =>
    accepted(planner.put<PlanSavedView>(`/plans/${id}/teams`, { version: seen, teams: [each] }));
  await put((await put(version, withFormer)).version, team);
}

type Where = Pick<PlanAt, 'targetId' | 'teamId'>;
type When = Pick<CreateVisitDto, 'date' | 'halfDay'>;

export const visitAt = ({ mark }: PlaceParts, { targetId, teamId }: Where, { date, halfDay }: When) => {
  const person = { name: `Người dự ${mark}`, position: `Chức vụ ${mark}`, organization: `Cơ quan ${mark}` };
  const people = { hosts: [person], attendees: [person] };
  return { targetId, teamId, date, halfDay, place: `Nơi ${mark}`, mode: 'direct', ...people };
};

export async function createVisit(parts: PlaceParts, plan: PlanAt, when: When): Promise<string> {
  const id = newId();
  await accepted(parts.cast.as('planner').post(`/plans/${plan.id}/visits`, { id, ...visitAt(parts, plan, when) }));
  return id;
}

async function score({ cast, criteria, team }: PlaceParts, visit: string): Promise<void> {
  const value = { numerator: '18', denominator: '20' };
  await sent(cast, team[0], batchOf({ kind: 'input.set', visit, version: criteria.versionId, value }));
}

async function closeVisit(parts: PlaceParts, plan: PlanAt): Promise<string> {
  const head = parts.cast.as(parts.team[0]);
  const id = await createVisit(parts, plan, { ...MORNING, date: '2026-03-09' });
  await accepted(head.post(`/visits/${id}/check-in`));
  await accepted(head.post(`/visits/${id}/finalise`, {}));
  return id;
}

/** Id of what reached a closed visit too late. */
async function sendLate({ cast, criteria, mark, team }: PlaceParts, visit: string): Promise<string> {
  const version = criteria.versionId;
  const batch = batchOf({ kind: 'note.set', visit, version, value: `Gửi muộn ${mark}` });
  await sent(cast, team[0], batch, 'parked');
  const [late] = await accepted(cast.as(team[0]).get<ParkedView[]>(`/visits/${visit}/parked`));
  return late?.id ?? '';
}

export const findingAt = ({ criteria, mark }: PlaceParts, targetId: string, visitId: string) => ({
  targetId,
  visitId,
  kind: 'shortcoming',
  area: 'TTHC',
  criterion: { versionId: criteria.versionId, key: '3.1' },
  text: `Tồn tại ${mark}`,
  extent: null,
  legalBasis: `Căn cứ ${mark}`,
  cause: `Do ${mark}`,
  severity: 'minor',
});

export async function createFinding(parts: PlaceParts, { id: planId, targetId }: PlanAt, visitId: string) {
  const head = parts.cast.as(parts.team[0]);
  const id = newId();
  await accepted(head.post('/findings', { id, planId, ...findingAt(parts, targetId, visitId) }));
  const fileId = await uploaded(head, `Ảnh ${parts.mark}`, PNG);
  await parts.cast.drawPictures();
  await accepted(head.post(`/findings/${id}/evidence`, { id: fileId, caption: `Ảnh ${parts.mark}` }));
  return { id, fileId };
}

export const requestAt = ({ cast, mark, ward }: PlaceParts, findingId: string, recipientId: string) => ({
  kind: 'remedy_by_date',
  text: `Khắc phục ${mark}`,
  measure: `Biện pháp ${mark}`,
  findingIds: [findingId],
  workingDays: 20,
  recipients: [{ id: recipientId, organizationId: cast.organizations[ward], label: null, workingDays: 20 }],
});

/** An upload of which nothing has come; gives its id. */
async function promised(client: TestClient, name: string): Promise<string> {
  const { id, headers } = promiseOf(PDF, name);
  await accepted(client.send('POST', '/uploads', undefined, headers));
  return id;
}

export const reportAt = ({ mark }: Pick<PlaceParts, 'mark'>, findingId: string, files: ReportFileDto[]) => ({
  text: `Đã khắc phục ${mark}`,
  files,
  findings: [{ findingId, standing: 'done', text: `Đã làm ${mark}`, doneOn: '2026-03-11', files }],
});

type RequestStage = 'draft' | 'issued' | 'acknowledged' | 'asking' | 'reported';

/** A working day that is still to come. */
export const nextMonday = () => addDays(mondayOf(dateInVietnam(new Date())), 7);

async function createRequest(parts: PlaceParts, planId: string, findingId: string, stage: RequestStage = 'issued') {
  const { cast, mark } = parts;
  const [planner, officer] = [cast.as('planner'), cast.as(parts.officer)];
  const [id, recipientId] = [newId(), newId()];
  await accepted(planner.post('/requests', { id, planId, ...requestAt(parts, findingId, recipientId) }));
  if (stage === 'draft') return { id, recipientId };
  const issue = { version: 1, number: '34/SNV-CCHC', issuedOn: '2026-03-10' };
  await accepted(planner.post(`/requests/${id}/issue`, issue));
  if (stage === 'issued') return { id, recipientId };
  await accepted(officer.post(`/request-recipients/${recipientId}/acknowledge`, { id: newId() }));
  if (stage === 'acknowledged') return { id, recipientId };
  if (stage === 'asking') {
    const wish = { id: newId(), until: nextMonday(), reason: `Chờ ${mark}` };
    await accepted(officer.post(`/request-recipients/${recipientId}/ask-extension`, wish));
    return { id, recipientId };
  }
  const files = [{ id: await uploaded(officer, `Minh chứng ${mark}`), caption: `Chú thích ${mark}` }];
  const report = { id: newId(), ...reportAt(parts, findingId, files) };
  await accepted(officer.post(`/request-recipients/${recipientId}/report`, report));
  return { id, recipientId };
}
