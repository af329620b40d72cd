/**
 * What an inspected unit gets to see: field by field what is meant for it, and never a draft, another unit, or a surprise
 * before the team has come.
 */
import { newId } from '@kiemtra/shared/kernel';
import { can } from '@kiemtra/shared/users';
import type { Route } from './platform/http/routes.js';
import { accepted } from './testing/deeds.js';
import { createFinding, createPlan, createVisit, requestAt, type Place } from './testing/place.js';
import type { Deed } from './testing/routes.js';
import { deedOf, nameOf, setStage, type Stage } from './testing/stage.js';
import type { Answer } from './testing/test-client.js';

jest.setTimeout(120_000);

const RECIPIENT =
  'id organizationId name workingDays state due.on due.workingDaysLeft due.isPast firstDueOn askedUntil';
const REQUEST = 'id planId kind text measure number issuedOn';
const PAPER = 'id name mediaType size sha256';
const FILE = `${PAPER} caption isReceived addedBy addedAt`;
const FINDING = `id planId target.id target.name visitId kind area criterion.versionId criterion.key criterion.code
  criterion.text text extent legalBasis cause severity evidenceCount isIssued isWithdrawn version`;
const REMEDY = `${RECIPIENT} ${under('request', REQUEST)} plan.id plan.title`;
const THREAD = `${REMEDY} ${under('findings', FINDING)} thread.id thread.act thread.text thread.until
  thread.actorName thread.at`;
const WORD = 'findingId standing text doneOn fileIds';
const THREAD_WITH_FILES = `${THREAD} ${under('thread.files', FILE)} ${under('thread.findings', WORD)}`;
const QUIET_THREAD = `${THREAD} thread.files thread.findings`;
const REQUEST_PAGE = `${REQUEST} isIssued findingIds workingDays ${under('recipients', RECIPIENT)} version`;
const DRAFT = `id plan.id plan.title target.id target.name state workingDays putOn due.on due.workingDaysLeft due.isPast
  findingCount unansweredCount disputedCount isOwn version`;
const DRAFT_PAGE = `${DRAFT} ${under('findings.finding', FINDING)} findings.putText findings.standing
  ${under('findings.explanations', `id stance text actorName at isLate ${under('files', FILE)}`)}
  ${under('findings.settlement', 'settling reason actorName at')} findings.version`;
const ORGANIZATION = `id kind name shortName parentId hasChildren administrativeUnitId validFrom validTo version`;
const VISIT = `id plan.id plan.kind plan.title plan.number plan.state target.id target.organizationId target.name team.id
  team.name date halfDay place mode state isMine isLead`;
const PLAN = `id kind title year number issuedOn authority.id authority.name startsOn endsOn state isSample unitCount
  visitCount finalisedVisitCount`;

/** Everything a unit officer may be answered; a new field is thought about here before a unit reads it. */
const ANSWERS: Record<string, string> = {
  'POST /auth/logout': '',
  'GET /auth/me': `accountId loginName displayName position email roles organization.id organization.name province.id
    province.name`,
  'POST /auth/password': '',
  'PUT /auth/email': '',
  'GET /auth/sessions': 'id isCurrent createdAt lastSeenAt address device',
  'DELETE /auth/sessions/:sessionId': '',
  'GET /administrative-units': 'items total',
  'GET /organizations': `${under('items', ORGANIZATION)} total`,
  'GET /organizations/:organizationId': `${ORGANIZATION} ${under('names', 'validFrom validTo name shortName')}
    ${under('path', 'id kind name shortName validFrom validTo')} administrativeUnit successor predecessors`,
  'GET /holidays': 'date name isWorkingDay',
  'GET /plans': PLAN,
  'GET /plans/:planId': `${PLAN} isWhole ${under('legalBases', 'type number date issuer subject')} areas otherContents
    dataFrom dataTo scheduleNote criteria.versionId criteria.name criteria.number
    ${under('targets', 'id organizationId name unitCount parentId criteriaVersionId visitCount')} teams version`,
  'GET /visits': VISIT,
  'GET /visits/:visitId': `${VISIT} ${under('teamMembers', 'name position role')}
    ${under('hosts', 'name position organization')} ${under('attendees', 'name position organization')}
    checkedInAt finalisedAt manifest version`,
  'PUT /files/:fileId': PAPER,
  'GET /files/:fileId': '',
  'GET /files/:fileId/thumbnail': '',
  'GET /files/:fileId/view': '',
  'POST /uploads': '',
  'HEAD /uploads/:uploadId': '',
  'PATCH /uploads/:uploadId': '',
  'DELETE /uploads/:uploadId': '',
  'GET /findings': FINDING,
  'GET /findings/:findingId': FINDING,
  'GET /findings/:findingId/evidence': FILE,
  'GET /requests': REQUEST_PAGE,
  'GET /requests/:requestId': REQUEST_PAGE,
  'GET /remedy-rates': 'plan.id plan.title organizationId name remedied total',
  'GET /request-recipients/:recipientId/escalations': `id recipientId recipient text number dueOn step days toldOn daysLate`,
  'GET /notices': `${under('items', 'id kind step days toldOn isRead recipient text plan dueOn recipientId')} mail`,
  'GET /notices/count': 'unread',
  'POST /notices/read': '',
  'GET /request-recipients': REMEDY,
  'GET /request-recipients/:recipientId': THREAD_WITH_FILES,
  'POST /request-recipients/:recipientId/acknowledge': QUIET_THREAD,
  'POST /request-recipients/:recipientId/report': THREAD_WITH_FILES,
  'POST /request-recipients/:recipientId/ask-extension': QUIET_THREAD,
  'GET /draft-conclusions': DRAFT,
  'GET /draft-conclusions/:draftId': DRAFT_PAGE,
  'POST /draft-conclusions/:draftId/explanations': DRAFT_PAGE,
};

function under(name: string, fields: string): string {
  return words(fields)
    .map((field) => `${name}.${field}`)
    .join(' ');
}

function words(fields: string): string[] {
  return fields.split(/\s+/).filter(Boolean);
}

/** The fields of an answer, of all rows together; of a list that is empty in some rows those of the others. */
function fieldsIn(answer: unknown): string[] {
  const all = [...new Set(leavesOf(answer, ''))];
  return all.filter((field) => !all.some((other) => other.startsWith(`${field}.`)));
}

function leavesOf(value: unknown, at: string): string[] {
  const isRecord = typeof value === 'object' && value !== null;
  if (Array.isArray(value) && value.some((item) => typeof item === 'object'))
    return value.flatMap((item) => leavesOf(item, at));
  if (!isRecord || Array.isArray(value)) return at ? [at] : [];
  return Object.entries(value).flatMap(([name, part]) => leavesOf(part, at ? `${at}.${name}` : name));
}

let stage: Stage;
let own: Place;
beforeAll(async () => {
  stage = await setStage();
  own = stage.world.one;
});
afterAll(() => stage.server.close());

const officer = () => own.cast.as('unitOfficer');
const ask = (route: Route, deed: Deed) => stage.play('unitOfficer', route, deed, own);
const openRoutes = () =>
  stage.routes.filter(
    ({ permission }) => permission && permission !== 'public' && can({ roles: ['unit_officer'] }, permission),
  );

describe('a unit officer', () => {
  it('may call no route but these', () => {
    expect(openRoutes().map(nameOf).sort()).toEqual(Object.keys(ANSWERS).sort());
  });

  it.each(Object.entries(ANSWERS))('is answered by %s with these fields alone', async (name, fields) => {
    const route = openRoutes().find((each) => nameOf(each) === name);
    if (!route) throw new Error(`there is no route ${name}`);
    // The thread that has everything in it is the one that was answered.
    const { recipientId } = own.reported;
    const ofOwn: Record<string, Partial<Deed>> = {
      'GET /request-recipients/:recipientId': { ids: { recipientId } },
      // Whether another suite has imported the national units or not, nothing bears this name.
      'GET /administrative-units': { query: { search: 'khong noi nao mang ten nay' } },
    };
    const full = ofOwn[name] ?? {};
    const answer = await ask(route, { ...deedOf(route, own, stage.world), ...full });
    expect(answer.status).toBeLessThan(300);
    expect(fieldsIn(answer.body).sort()).toEqual(words(fields).sort());
  });

  it('reads no draft, and nothing before it is told', async () => {
    const { draft, plannedVisit, openFinding, draftRequest, drafts } = own;
    const { prepared } = drafts;
    const hidden = [
      draft.id,
      prepared.id,
      prepared.findingId,
      prepared.fileId,
      plannedVisit,
      openFinding.id,
      openFinding.fileId,
      draftRequest.id,
      draftRequest.recipientId,
    ];
    for (const text of await everythingListed()) {
      expect(hidden.filter((id) => text.includes(id))).toEqual([]);
    }
    const addresses = [
      `/plans/${draft.id}`,
      `/visits/${plannedVisit}`,
      `/findings/${openFinding.id}`,
      `/findings/${openFinding.id}/evidence`,
      `/files/${openFinding.fileId}`,
      `/requests/${draftRequest.id}`,
      `/request-recipients/${draftRequest.recipientId}`,
      `/draft-conclusions/${prepared.id}`,
      `/findings/${prepared.findingId}`,
      `/findings/${prepared.findingId}/evidence`,
      `/files/${prepared.fileId}`,
    ];
    for (const address of addresses) expect([address, (await officer().get(address)).status]).toEqual([address, 404]);
  });
});

/** What every list of the unit says, without a filter and with that of its own plan. */
async function everythingListed(planId = own.ids.planId): Promise<string[]> {
  const lists = [
    '/plans',
    '/plans?search=ki%E1%BB%83m',
    '/plans?year=2026',
    '/visits',
    `/visits?plan=${planId}`,
    '/visits?from=2026-03-01&to=2026-03-31',
    `/findings?planId=${planId}`,
    `/requests?planId=${planId}`,
    '/request-recipients',
    `/request-recipients?planId=${planId}`,
    '/draft-conclusions',
    `/draft-conclusions?planId=${planId}`,
    '/organizations',
  ];
  const answers = await Promise.all(lists.map((list) => officer().get(list)));
  return answers.map(textOf);
}

function textOf({ status, bytes }: Answer): string {
  expect(status).toBe(200);
  return bytes.toString('utf8');
}

describe('a surprise', () => {
  it('is nowhere to be found until the team has come, and is there from then on', async () => {
    stage.db.isRehearsing = false;
    const surprise: Place = { ...own, mark: `bất ngờ ${newId()}` };
    const plan = await createPlan(surprise, 'issued', 'surprise');
    const visitId = await createVisit(surprise, plan, { date: '2026-03-05', halfDay: 'morning' });
    const { id: findingId, fileId } = await createFinding(surprise, plan, visitId);
    // No route tells a unit of a surprise; were it told all the same, it would still see nothing.
    await stage.server.inProvince(own.cast.provinceId, () =>
      stage.db.query(`update visit set state = 'notified' where id = $1`, [visitId]),
    );

    const pages = [`/plans/${plan.id}`, `/visits/${visitId}`, `/findings/${findingId}`, `/files/${fileId}`];
    const statuses = () => Promise.all(pages.map(async (page) => (await officer().get(page)).status));
    const count = async () => (await officer().get<unknown[]>('/plans')).body.length;
    const isListed = async () => {
      const texts = await everythingListed(plan.id);
      return texts.some((text) => [surprise.mark, plan.id, visitId, findingId].some((trace) => text.includes(trace)));
    };
    const before = await count();
    expect(await statuses()).toEqual([404, 404, 404, 404]);
    expect(await isListed()).toBe(false);
    expect((await officer().get(`/audit?planId=${plan.id}`)).status).toBe(403);

    await accepted(own.cast.as('lead').post(`/visits/${visitId}/check-in`));
    expect(await statuses()).toEqual([200, 200, 404, 404]);
    expect(await count()).toBe(before + 1);
    expect(await isListed()).toBe(true);
  });
});

describe('a plan for two wards', () => {
  it('shows each of them itself alone', async () => {
    stage.db.isRehearsing = false;
    const { one, two, cast } = stage.world;
    const planner = cast.as('planner');
    const plan = await createPlan(one, 'draft');
    const theirs = newId();
    const targets = [
      { id: plan.targetId, organizationId: one.ids.organizationId },
      { id: theirs, organizationId: two.ids.organizationId },
    ];
    await accepted(planner.put(`/plans/${plan.id}/targets`, { version: plan.version, targets }));
    await accepted(planner.post(`/plans/${plan.id}/issue`, { version: plan.version + 1 }));
    const date = '2026-03-06';
    const visits = [
      await createVisit(one, plan, { date, halfDay: 'morning' }),
      await createVisit({ ...two, team: one.team }, { ...plan, targetId: theirs }, { date, halfDay: 'afternoon' }),
    ];
    for (const id of visits) await accepted(planner.post(`/visits/${id}/notify`));
    const findings = [
      await createFinding(one, plan, visits[0] ?? ''),
      await createFinding({ ...two, team: one.team }, { ...plan, targetId: theirs }, visits[1] ?? ''),
    ];
    const request = { ...requestAt(one, '', newId()), findingIds: findings.map(({ id }) => id) };
    const [mine, other] = [newId(), newId()];
    const recipients = [
      { id: mine, organizationId: one.ids.organizationId, workingDays: 5 },
      { id: other, organizationId: two.ids.organizationId, workingDays: 5 },
    ];
    const requestId = newId();
    await accepted(planner.post('/requests', { ...request, id: requestId, planId: plan.id, recipients }));
    await accepted(planner.post(`/requests/${requestId}/issue`, { version: 1, issuedOn: '2026-03-10' }));

    const pages = [
      `/plans/${plan.id}`,
      `/visits/${visits[0]}`,
      `/requests/${requestId}`,
      `/request-recipients/${mine}`,
    ];
    const texts = [
      ...(await everythingListed(plan.id)),
      ...(await Promise.all(pages.map(async (page) => textOf(await officer().get(page))))),
    ];
    const meant = [plan.targetId, visits[0], findings[0]?.id, mine];
    expect(meant.filter((id) => id && !texts.some((text) => text.includes(id)))).toEqual([]);
    const others = [two.mark, two.ids.organizationId, theirs, visits[1], findings[1]?.id, findings[1]?.fileId, other];
    expect(others.filter((trace) => trace && texts.some((text) => text.includes(trace)))).toEqual([]);
    for (const page of [
      `/visits/${visits[1]}`,
      `/findings/${findings[1]?.id}`,
      `/files/${findings[1]?.fileId}`,
      `/request-recipients/${other}`,
    ])
      expect([page, (await officer().get(page)).status]).toEqual([page, 404]);
  });
});
