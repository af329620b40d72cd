/**
 * What concerns a body is kept from everybody who works there until the body is told, whatever role or team they have: all
 * of a surprise, and in any plan what is being prepared or recorded about it.
 */
import { newId } from '@kiemtra/shared/kernel';
import { SURPRISE_KINDS } from '@kiemtra/shared/plans';
import { reachesOf } from '@kiemtra/shared/users';
import { CAST, type Part } from './testing/cast.js';
import { accepted, batchOf, syncHeaders } from './testing/deeds.js';
import { createDraftConclusion } from './testing/drafts.js';
import { createFinding, createPlan, createVisit, findingAt, requestAt, visitAt, type Place } from './testing/place.js';
import { PARTS, deedOf, nameOf, outcomeOf, setStage, type Stage } from './testing/stage.js';

jest.setTimeout(120_000);

let stage: Stage;
let own: Place;
/** The same ward, inspected by surprise; the ids of all that is kept from it. */
let surprise: Place;
let secrets: string[];
/** A body that stands below the ward. */
const centre = newId();

beforeAll(async () => {
  stage = await setStage();
  own = stage.world.one;
  stage.db.isRehearsing = false;
  await stage.server.inProvince(own.cast.provinceId, async () => {
    await stage.db.query(
      `insert into organization (province_id, id, kind, parent_id, valid_from) values ($1, $2, 'centre', $3, '2025-07-01')`,
      [own.cast.provinceId, centre, own.ids.organizationId],
    );
  });
  surprise = await prepareSurprise();
  secrets = idsOf(surprise);
  stage.db.isRehearsing = true;
});
afterAll(() => stage.server.close());

async function prepareSurprise(): Promise<Place> {
  const parts: Place = { ...own, mark: `bất ngờ ${newId()}` };
  const plan = await createPlan(parts, 'issued', 'surprise');
  const visitId = await createVisit(parts, plan, { date: '2026-03-12', halfDay: 'morning' });
  const finding = await createFinding(parts, plan, visitId);
  const [requestId, recipientId] = [newId(), newId()];
  const request = { id: requestId, planId: plan.id, ...requestAt(parts, finding.id, recipientId) };
  await accepted(own.cast.as('planner').post('/requests', request));
  const { id: findingId, fileId } = finding;
  const draft = { id: await createDraftConclusion(parts, plan.targetId, [findingId]), findingId, fileId };
  return {
    ...parts,
    ids: {
      ...own.ids,
      planId: plan.id,
      targetId: plan.targetId,
      visitId,
      findingId,
      evidenceId: fileId,
      fileId,
      requestId,
      recipientId,
      draftId: draft.id,
    },
    drafts: { prepared: draft, put: draft, agreed: draft },
    teamId: plan.teamId,
    plannedVisit: visitId,
    openFinding: finding,
    draftRequest: { id: requestId, recipientId },
    draft: await createPlan(parts, 'draft', 'surprise'),
    issued: await createPlan(parts, 'issued', 'surprise'),
    started: await createPlan(parts, 'started', 'surprise'),
    acknowledged: { id: requestId, recipientId },
    reported: { id: requestId, recipientId },
  };
}

function idsOf({ ids, teamId, draft, issued, started }: Place): string[] {
  const { planId, targetId, visitId, findingId, fileId, requestId, recipientId, draftId } = ids;
  const plans = [draft, issued, started].flatMap((plan) => [plan.id, plan.targetId, plan.teamId]);
  return [planId, targetId, visitId, findingId, fileId, requestId, recipientId, draftId, teamId, ...plans];
}

/** Everybody but the unit officers, whose unit is what they answer for, goes to work at this body. */
async function moveTo(body: string, parts: readonly Part[] = PARTS): Promise<void> {
  const movers = parts.filter((part) => !part.endsWith('nitOfficer')).map((part) => own.cast.accounts[part]);
  stage.db.isRehearsing = false;
  await stage.db.directory('update account set organization_id = $2 where id = any($1)', [movers, body]);
  stage.db.isRehearsing = true;
}

/** Who brought a file has it. */
const OWN_UPLOAD = ['', '/thumbnail', '/view'].map((copy) => `lead: GET /files/:fileId${copy} is done`);

const YEAR = 'from=2026-01-01&to=2026-12-31';
const LISTS = ['/plans', '/visits', `/visits?${YEAR}`, '/request-recipients', '/draft-conclusions', '/audit'];

/** What each part is answered by the routes it may call, where the request or the answer bears one of these words. */
async function walk(place: Place, words: readonly string[], parts: readonly Part[] = PARTS): Promise<string[]> {
  const told: string[] = [];
  const holds = (value: unknown) => words.some((word) => JSON.stringify(value ?? '').includes(word));
  for (const part of parts) {
    for (const route of stage.routes) {
      const { permission } = route;
      if (!permission || permission === 'public' || reachesOf(CAST[part].roles, permission).length === 0) continue;
      const deed = deedOf(route, place, stage.world);
      const named = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({ ...place.ids, ...deed.ids })[name]);
      const asks = holds([named, deed.query, deed.body, deed.shows]);
      if (deed.isCommon || !asks) continue;
      const before = stage.db.changes;
      const answer = await stage.play(part, route, deed, place);
      const outcome = outcomeOf(answer, deed);
      if (outcome === 'done') told.push(`${part}: ${nameOf(route)} is done`);
      if (holds(answer.bytes.toString('utf8'))) told.push(`${part}: ${nameOf(route)} tells`);
      if (answer.status >= 400 && stage.db.changes > before) told.push(`${part}: ${nameOf(route)} changes something`);
    }
    for (const list of LISTS) {
      const { bytes } = await own.cast.as(part).get(list);
      if (holds(bytes.toString('utf8'))) told.push(`${part}: ${list} tells`);
    }
  }
  return told;
}

describe('a surprise', () => {
  it('is known where it is prepared', async () => {
    await moveTo(own.cast.organizations.department);
    const told = await walk(surprise, secrets, ['viewer', 'leader']);
    expect(told).toEqual(expect.arrayContaining(['viewer: GET /plans/:planId is done', 'leader: /audit tells']));
  });

  it.each([
    ['the ward itself', () => own.ids.organizationId],
    ['a centre below it', () => centre],
  ])('is nowhere for anybody who works at %s', async (_, body) => {
    await moveTo(body());
    expect(await walk(surprise, secrets)).toEqual(OWN_UPLOAD);
  });

  it.each(SURPRISE_KINDS)('is kept whatever kind of surprise it is: %s', async (kind) => {
    await moveTo(own.ids.organizationId);
    await stage.server.inProvince(own.cast.provinceId, async () => {
      stage.db.isRehearsing = false;
      await stage.db.query('update plan set kind = $2 where id = $1', [surprise.ids.planId, kind]);
    });
    stage.db.isRehearsing = true;
    expect((await own.cast.as('viewer').get(`/plans/${surprise.ids.planId}`)).status).toBe(404);
  });

  it('is not prepared by those whom it would surprise', async () => {
    await moveTo(own.cast.organizations.department);
    const { draft } = surprise;
    const targets = [{ id: draft.targetId, organizationId: own.ids.organizationId }];
    const save = () => own.cast.as('planner').put(`/plans/${draft.id}/targets`, { version: draft.version, targets });
    expect((await save()).status).toBe(200);
    const ofOwn = [...targets, { id: newId(), organizationId: own.cast.organizations.department }];
    const refused = await own.cast
      .as('planner')
      .put(`/plans/${draft.id}/targets`, { version: draft.version, targets: ofOwn });
    expect(refused.problem.code).toBe('plans.own-unit');
  });

  it('is seen by the body that conducts it, even at home', async () => {
    await moveTo(own.cast.organizations.department);
    stage.db.isRehearsing = false;
    const { id, version, targetId } = await createPlan(surprise, 'draft', 'surprise');
    await stage.server.inProvince(own.cast.provinceId, async () => {
      const { department } = own.cast.organizations;
      await stage.db.query('update plan set authority_id = $2 where id = $1', [id, department]);
      await stage.db.query('update plan_target set organization_id = $2 where id = $1', [targetId, department]);
    });
    expect((await own.cast.as('leader').post(`/plans/${id}/issue`, { version })).status).toBe(200);
    stage.db.isRehearsing = true;
    expect((await own.cast.as('viewer').get(`/plans/${id}`)).status).toBe(200);
  });

  it('hides behind the half-day of a team that is busy with it', async () => {
    const elsewhere: Place = { ...stage.world.two, team: own.team };
    await moveTo(own.cast.organizations.department);
    stage.db.isRehearsing = false;
    const plan = await createPlan(elsewhere, 'issued');
    await moveTo(own.ids.organizationId, ['planner']);
    const visit = visitAt(elsewhere, plan, { date: '2026-03-12', halfDay: 'morning' });
    const answer = await own.cast.as('planner').post(`/plans/${plan.id}/visits`, { id: newId(), ...visit });
    expect(answer.problem.code).toBe('visits.clash');
    expect(answer.problem.title).toContain('đã có cuộc kiểm tra khác, Thứ Năm, 12/03/2026 · sáng');
    expect(answer.bytes.toString('utf8')).not.toContain(surprise.mark);
  });
});

describe('what a plan prepares and records about the own body', () => {
  const untold = () => {
    const { plannedVisit, openFinding, draftRequest, drafts } = own;
    const records = [openFinding, draftRequest, drafts.prepared];
    return [plannedVisit, ...records.flatMap((record) => Object.values(record))];
  };
  const aside = (): Place => {
    const { id: findingId, fileId } = own.openFinding;
    const { id: requestId, recipientId } = own.draftRequest;
    const about = { findingId, fileId, evidenceId: fileId, requestId, recipientId, draftId: own.drafts.prepared.id };
    return { ...own, ids: { ...own.ids, visitId: own.plannedVisit, ...about } };
  };

  it.each([
    ['the ward itself', () => own.ids.organizationId],
    ['a centre below it', () => centre],
  ])('is kept from everybody who works at %s', async (_, body) => {
    await moveTo(body());
    expect(await walk(aside(), untold())).toEqual(OWN_UPLOAD);
  });

  it('is read where the body is told: its visit, its issued findings and requests', async () => {
    await moveTo(centre);
    const { planId, visitId, findingId, requestId, recipientId, fileId } = own.ids;
    const pages = [
      `/plans/${planId}`,
      `/visits/${visitId}`,
      `/findings/${findingId}`,
      `/requests/${requestId}`,
      `/request-recipients/${recipientId}`,
      `/files/${fileId}`,
    ];
    for (const page of pages) {
      for (const part of ['viewer', 'lead'] as const)
        expect([part, page, (await own.cast.as(part).get(page)).status]).toEqual([part, page, 200]);
    }
  });

  it('has no scores for it, and takes none from it', async () => {
    const { planId, targetId, visitId, versionId } = own.ids;
    const progress = async (part: Part) => (await own.cast.as(part).get(`/plans/${planId}/progress`)).bytes.toString();
    await moveTo(own.cast.organizations.department);
    expect(await progress('viewer')).toContain(targetId);
    await moveTo(centre);
    expect(await progress('viewer')).not.toContain(targetId);
    expect((await own.cast.as('viewer').get(`/plan-targets/${targetId}/assessment`)).status).toBe(404);
    const lead = own.cast.as('lead');
    const ask = (path: string) => lead.send('GET', path, undefined, syncHeaders(own.cast.accounts.lead, ''));
    expect((await ask(`/sync/pack?visit=${visitId}`)).status).toBe(404);
    expect((await ask(`/sync/changes?target=${targetId}`)).body).toMatchObject({ visits: [], items: [] });
    expect((await ask(`/visits/${visitId}/devices`)).status).toBe(404);
    const bytes = JSON.stringify(batchOf({ kind: 'note.set', visit: visitId, version: versionId, value: 'Ghi' }));
    const answer = await own.cast
      .as('lead')
      .send('POST', '/sync/ops', bytes, syncHeaders(own.cast.accounts.lead, bytes));
    expect(JSON.stringify(answer.body)).not.toContain('"outcome":"applied"');
  });

  it('takes no finding about it from its own people', async () => {
    await moveTo(centre);
    const { planId, targetId, visitId } = own.ids;
    const finding = { planId, ...findingAt(own, targetId, visitId) };
    for (const part of ['planner', 'lead'] as const) {
      const answer = await own.cast.as(part).post('/findings', { ...finding, id: newId() });
      expect(answer.problem.code).toBe('findings.own-unit');
      const withoutTarget = { ...finding, id: newId(), targetId: null };
      expect((await own.cast.as(part).post('/findings', withoutTarget)).problem.code).toBe('findings.own-unit');
    }
  });

  it('has no visit that its own people plan or close', async () => {
    await moveTo(centre);
    const { planId, visitId } = own.ids;
    const visit = visitAt(own, { ...own, ...own.ids }, { date: '2026-03-16', halfDay: 'morning' });
    const answers = [
      await own.cast.as('planner').post(`/plans/${planId}/visits`, { id: newId(), ...visit }),
      await own.cast.as('lead').post(`/visits/${visitId}/finalise`),
    ];
    expect(answers.map(({ problem }) => problem.code)).toEqual(['visits.own-visit', 'visits.own-visit']);
  });

  it('has no request that its own people write, and none whose answer they judge', async () => {
    await moveTo(centre);
    const planner = own.cast.as('planner');
    const request = { planId: own.ids.planId, ...requestAt(own, own.ids.findingId, newId()) };
    const { problem } = await planner.post('/requests', { id: newId(), ...request });
    expect(problem.violations).toMatchObject([
      { path: 'recipients.0.organizationId', code: 'remediation.own-recipient' },
    ]);
    const accept = await planner.post(`/request-recipients/${own.reported.recipientId}/accept`, { id: newId() });
    expect(accept.problem.code).toBe('remediation.own-unit');
  });

  it('leaves other units to those who work there', async () => {
    await moveTo(centre);
    const { ids, plannedVisit, openFinding } = stage.world.two;
    const pages = [
      `/visits/${plannedVisit}`,
      `/findings/${openFinding.id}`,
      `/plan-targets/${ids.targetId}/assessment`,
    ];
    for (const page of pages) expect([page, (await own.cast.as('viewer').get(page)).status]).toEqual([page, 200]);
  });
});
