import type { INestApplicationContext } from '@nestjs/common';
import { AREA_CODES } from '@kiemtra/shared/criteria';
import { readOperation, type Batch } from '@kiemtra/shared/fieldwork';
import { addDays, newId, type CalendarDate } from '@kiemtra/shared/kernel';
import type { TeamDto } from '@kiemtra/shared/plans';
import { CriteriaService } from '../criteria/criteria.service.js';
import { DraftsService } from '../explanations/drafts.service.js';
import { FieldworkService } from '../fieldwork/fieldwork.service.js';
import { FindingsService } from '../findings/findings.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { PlansService } from '../plans/plans.service.js';
import { RemedyActsService } from '../remediation/remedy-acts.service.js';
import { RequestsService } from '../remediation/requests.service.js';
import { VisitActsService } from '../visits/visit-acts.service.js';
import { VisitsService } from '../visits/visits.service.js';
import { DemoActor } from './demo-actor.js';
import {
  SAMPLE_ANSWERS,
  SAMPLE_DRAFT,
  SAMPLE_REQUESTS,
  SAMPLE_TITLE,
  SAMPLE_UNITS,
  SAMPLE_VISITS,
  sampleMonday,
  type SampleUnit,
} from './sample-campaign.js';

interface Sample {
  planId: string;
  versionId: string;
  monday: CalendarDate;
  unitIds: Map<string, string>;
  targetIds: Map<SampleUnit, string>;
  visitIds: Map<SampleUnit, string>;
}

/** Stores the sample campaign in the province under way and takes it to where each part has something to do. */
export async function loadSample(app: INestApplicationContext, slug: string): Promise<void> {
  const actor = (part: string) => DemoActor.of(app, `${slug}.demo-${part}`);
  const [planner, leads] = [await actor('kehoach'), [await actor('truongdoan1'), await actor('truongdoan2')] as const];
  const members = [[await actor('thanhvien1'), await actor('thanhvien2')], [await actor('thanhvien3')]] as const;
  const sample: Sample = {
    planId: newId(),
    versionId: await app.get(CriteriaService).addSample('onSiteChecklist'),
    monday: sampleMonday(app.get(Clock).today()),
    unitIds: await unitsByName(app.get(Database)),
    targetIds: new Map(SAMPLE_UNITS.map((unit) => [unit, newId()])),
    visitIds: new Map(SAMPLE_VISITS.map(({ unit }) => [unit, newId()])),
  };
  await app.get(CriteriaService).addSample('communeIndex2026');

  const teams: TeamDto[] = leads.map((lead, index) => ({
    id: newId(),
    name: `Đoàn kiểm tra số ${index + 1}`,
    decisionNumber: `${81 + index}/QĐ-SNV`,
    decisionOn: addDays(sample.monday, -20),
    members: [
      { id: newId(), ...lead.member, role: 'lead', areas: [] },
      ...(members[index] ?? []).map((member, rank) => ({
        id: newId(),
        ...member.member,
        role: rank === 0 ? ('secretary' as const) : ('member' as const),
        areas: [...AREA_CODES].filter((_, area) => area % 2 === rank % 2),
      })),
    ],
  }));
  await recordPlan(app, sample, teams);
  await addDraft(app, sample, planner);
  for (const { unit, team, day } of SAMPLE_VISITS) {
    if (!SAMPLE_ANSWERS[unit]) continue;
    await scoreVisit(app, sample, unit, day, members[team - 1]?.[0] ?? planner);
    await app
      .get(VisitActsService)
      .finalise(
        leads[team - 1]?.access('visits.conduct') ?? planner.access('visits.conduct'),
        idOf(sample.visitIds, unit),
        {},
      );
  }
  const officers = new Map<SampleUnit, DemoActor>([
    ['UBND phường Phú Lợi', await actor('donvi1')],
    ['UBND phường Sóc Trăng', await actor('donvi2')],
  ]);
  await addRequests(app, sample, planner, officers);
  await putDraft(app, sample, planner);
}

async function recordPlan(app: INestApplicationContext, sample: Sample, teams: TeamDto[]): Promise<void> {
  const { planId, monday, unitIds, targetIds, visitIds } = sample;
  await app.get(PlansService).record({
    id: planId,
    kind: 'scheduled',
    state: 'in_progress',
    isSample: true,
    title: SAMPLE_TITLE,
    year: 2026,
    authorityId: idOf(unitIds, 'Sở Nội vụ'),
    number: '80/KH-SNV',
    issuedOn: addDays(monday, -28),
    legalBases: [],
    areas: [...AREA_CODES],
    otherContents: ['Phân cấp quản lý: đất đai', 'Phân cấp quản lý: công vụ, cán bộ, công chức'],
    dataFrom: '2026-01-01',
    dataTo: addDays(monday, -8),
    startsOn: addDays(monday, -7),
    endsOn: addDays(monday, 4),
    criteriaVersionId: sample.versionId,
    targets: SAMPLE_UNITS.map((unit) => ({ id: idOf(targetIds, unit), organizationId: idOf(unitIds, unit) })),
    teams,
  });
  for (const { unit, team, day, halfDay } of SAMPLE_VISITS) {
    const isPast = day < 0;
    await app.get(VisitsService).record({
      id: idOf(visitIds, unit),
      planId,
      teamId: teams[team - 1]?.id ?? '',
      targetId: idOf(targetIds, unit),
      date: addDays(monday, day),
      halfDay,
      place: unit.startsWith('UBND') ? 'Trung tâm Phục vụ hành chính công' : null,
      mode: 'direct',
      hosts: [],
      attendees: [],
      state: isPast ? 'in_progress' : 'notified',
      checkedInAt: isPast ? new Date(`${addDays(monday, day)}T01:00:00Z`) : null,
      finalisedAt: null,
    });
  }
}

async function addDraft(
  app: INestApplicationContext,
  { unitIds, versionId, monday }: Sample,
  planner: DemoActor,
): Promise<void> {
  planner.access('plans.edit');
  await app.get(PlansService).record({
    id: newId(),
    state: 'draft',
    isSample: true,
    kind: 'surprise',
    title: 'Kiểm tra đột xuất việc tiếp nhận và trả kết quả thủ tục hành chính (dữ liệu mẫu)',
    year: 2026,
    authorityId: idOf(unitIds, 'Sở Nội vụ'),
    legalBases: [],
    areas: ['TTHC'],
    otherContents: [],
    startsOn: addDays(monday, 14),
    endsOn: addDays(monday, 18),
    criteriaVersionId: versionId,
    targets: [],
    teams: [],
  });
}

/** Scores a visit through the one door of field work, as a device would send it. */
async function scoreVisit(
  app: INestApplicationContext,
  sample: Sample,
  unit: SampleUnit,
  day: number,
  member: DemoActor,
): Promise<void> {
  const { criteria } = await app.get(CriteriaService).getVersion(sample.versionId);
  const at = `${addDays(sample.monday, day)}T09:00:00+07:00`;
  const scored = criteria.filter(({ rule }) => rule !== null);
  const entries = scored.map(({ key }, index) =>
    readOperation(
      {
        seq: index + 1,
        kind: 'input.set',
        visit: idOf(sample.visitIds, unit),
        version: sample.versionId,
        criterion: key,
        value: SAMPLE_ANSWERS[unit]?.[key] ?? { met: true },
        at,
        offset_ms: 0,
      },
      index + 1,
    ),
  );
  const batch: Batch = { lane: newId(), first_seq: 1, app_version: 'demo', entries };
  const { receipts } = await app.get(FieldworkService).push(member.access('fieldwork.record'), batch, '');
  const refused = receipts.filter(({ outcome }) => outcome !== 'applied');
  if (refused.length > 0) throw new Error(`the sample's answers are refused: ${JSON.stringify(refused)}`);
}

async function addRequests(
  app: INestApplicationContext,
  { planId, versionId, monday, unitIds, targetIds, visitIds }: Sample,
  planner: DemoActor,
  officers: Map<SampleUnit, DemoActor>,
): Promise<void> {
  const acts = app.get(RemedyActsService);
  for (const { unit, finding, request, measure, workingDays, reached } of SAMPLE_REQUESTS) {
    const [findingId, requestId, recipientId] = [newId(), newId(), newId()];
    await app.get(FindingsService).create(planner.access('findings.write'), {
      id: findingId,
      planId,
      targetId: idOf(targetIds, unit),
      visitId: idOf(visitIds, unit),
      kind: 'shortcoming',
      area: 'TTHC',
      criterion: { versionId, key: finding.key },
      text: finding.text,
      cause: finding.cause,
      legalBasis: finding.legalBasis,
    });
    const requests = app.get(RequestsService);
    await requests.create(planner.access('remediation.request'), {
      id: requestId,
      planId,
      kind: 'remedy_by_date',
      text: request,
      measure,
      findingIds: [findingId],
      recipients: [{ id: recipientId, organizationId: idOf(unitIds, unit), workingDays }],
    });
    await requests.issue(planner.access('remediation.request'), requestId, {
      version: 1,
      number: null,
      issuedOn: addDays(monday, -3),
    });

    const officer = officers.get(unit);
    if (reached === 'issued' || !officer) continue;
    await acts.acknowledge(officer.access('remediation.answer'), recipientId, { id: newId() });
    if (reached === 'acknowledged') continue;
    const text = 'Đã thực hiện theo yêu cầu; đề nghị Sở Nội vụ xem xét.';
    await acts.report(officer.access('remediation.answer'), recipientId, {
      id: newId(),
      files: [],
      findings: [{ findingId, standing: 'done', text, doneOn: addDays(monday, -3), files: [] }],
    });
    const decider = planner.access('remediation.decide');
    if (reached === 'returned') {
      await acts.return(decider, recipientId, {
        id: newId(),
        reason: 'Báo cáo chưa kèm ảnh từng quầy; đề nghị bổ sung.',
      });
    }
    if (reached === 'accepted') await acts.accept(decider, recipientId, { id: newId(), comment: null });
  }
}

/** A draft conclusion that waits for the words of its unit. */
async function putDraft(app: INestApplicationContext, sample: Sample, planner: DemoActor): Promise<void> {
  const { planId, targetIds, visitIds } = sample;
  const { unit, findings, workingDays } = SAMPLE_DRAFT;
  const targetId = idOf(targetIds, unit);
  const findingIds = findings.map(() => newId());
  for (const [index, text] of findings.entries()) {
    await app.get(FindingsService).create(planner.access('findings.write'), {
      id: findingIds[index] ?? '',
      planId,
      targetId,
      visitId: idOf(visitIds, unit),
      kind: 'shortcoming',
      area: 'TTHC',
      text,
    });
  }
  const id = newId();
  const drafts = app.get(DraftsService);
  await drafts.create(planner.access('explanations.decide'), { id, targetId, findingIds, workingDays });
  await drafts.put(planner.access('explanations.decide'), id, { version: 1 });
}

async function unitsByName(db: Database): Promise<Map<string, string>> {
  const rows = await db.query<{ name: string; organization_id: string }>(
    `select name, organization_id from organization_name where valid_to is null and name = any($1)`,
    [['Sở Nội vụ', ...SAMPLE_UNITS]],
  );
  return new Map(rows.map(({ name, organization_id }) => [name, organization_id]));
}

function idOf<Key>(ids: Map<Key, string>, key: Key): string {
  const id = ids.get(key);
  if (!id) throw new Error(`the sample names ${String(key)} but the province does not hold it`);
  return id;
}
