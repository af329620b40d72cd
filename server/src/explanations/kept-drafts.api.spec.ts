/** What draft conclusions tell a unit: its own findings, from the day on which they were put to it; and who keeps out of them. */
import { newId } from '@kiemtra/shared/kernel';
import { accepted, uploaded } from '../testing/deeds.js';
import { createDraftConclusion, draftAt, explanationAt } from '../testing/drafts.js';
import { createFinding, createPlan, createVisit, type Place } from '../testing/place.js';
import { setStage, type Stage } from '../testing/stage.js';

jest.setTimeout(120_000);

let stage: Stage;
let one: Place;
beforeAll(async () => {
  stage = await setStage();
  stage.db.isRehearsing = false;
  one = stage.world.one;
});
afterAll(() => stage.server.close());

const officer = () => one.cast.as('unitOfficer');
const planner = () => one.cast.as('planner');
const statuses = (pages: readonly string[]) =>
  Promise.all(pages.map(async (page) => [page, (await officer().get(page)).status]));
const all = (pages: readonly string[], status: number) => pages.map((page) => [page, status]);
/** What the lists that may tell of drafts say, and these pages. */
async function toldBy(planId: string, pages: readonly string[] = []): Promise<string> {
  const lists = ['/draft-conclusions', `/draft-conclusions?planId=${planId}`, `/findings?planId=${planId}`];
  const answers = await Promise.all([...lists, ...pages].map((page) => officer().get(page)));
  return answers.map(({ bytes }) => bytes.toString('utf8')).join();
}

it('a surprise is put to nobody before the team has come, and told to nobody even if it were put', async () => {
  const surprise: Place = { ...one, mark: `bất ngờ ${newId()}` };
  const plan = await createPlan(surprise, 'issued', 'surprise');
  const visitId = await createVisit(surprise, plan, { date: '2026-03-05', halfDay: 'morning' });
  const finding = await createFinding(surprise, plan, visitId);
  const draftId = await createDraftConclusion(surprise, plan.targetId, [finding.id]);
  const put = await planner().post(`/draft-conclusions/${draftId}/put`, { version: 1 });
  expect(put.problem.code).toBe('explanations.not-come');
  const told = `update draft_conclusion set state = 'put', put_on = '2026-03-01', due_on = '2026-03-06' where id = $1`;
  await stage.server.inProvince(one.cast.provinceId, () => stage.db.query(told, [draftId]));
  const pages = [`/draft-conclusions/${draftId}`, `/findings/${finding.id}`, `/files/${finding.fileId}`];
  expect(await statuses(pages)).toEqual(all(pages, 404));
  const text = await toldBy(plan.id);
  expect([surprise.mark, draftId, finding.id].filter((trace) => text.includes(trace))).toEqual([]);

  await accepted(one.cast.as('lead').post(`/visits/${visitId}/check-in`));
  expect(await statuses(pages)).toEqual(all(pages, 200));
});

it('a unit of a plan for two reads its own draft alone, with its files', async () => {
  const { two, cast } = stage.world;
  const plan = await createPlan(one, 'draft');
  const theirs = newId();
  const targets = [
    { id: plan.targetId, organizationId: one.ids.organizationId },
    { id: theirs, organizationId: two.ids.organizationId },
  ];
  await accepted(planner().put(`/plans/${plan.id}/targets`, { version: plan.version, targets }));
  await accepted(planner().post(`/plans/${plan.id}/issue`, { version: plan.version + 1 }));
  const put = async (parts: Place, targetId: string, halfDay: 'morning' | 'afternoon') => {
    const place = { ...parts, team: one.team };
    const at = { ...plan, targetId };
    const visitId = await createVisit(place, at, { date: '2026-03-06', halfDay });
    const { id: findingId, fileId: proofId } = await createFinding(place, at, visitId);
    const id = await createDraftConclusion(place, targetId, [findingId]);
    await accepted(planner().post(`/draft-conclusions/${id}/put`, { version: 1 }));
    const fileId = await uploaded(cast.as(parts.officer), `Giải trình ${parts.mark}`);
    const explanations = [explanationAt(place, findingId, fileId)];
    await accepted(cast.as(parts.officer).post(`/draft-conclusions/${id}/explanations`, { explanations }));
    return { id, findingId, proofId, fileId };
  };
  const mine = await put(one, plan.targetId, 'morning');
  const other = await put(two, theirs, 'afternoon');
  const pagesOf = ({ id, findingId, proofId, fileId }: typeof mine) => [
    `/draft-conclusions/${id}`,
    `/findings/${findingId}`,
    `/findings/${findingId}/evidence`,
    `/files/${proofId}`,
    `/files/${fileId}`,
  ];
  expect(await statuses(pagesOf(mine))).toEqual(all(pagesOf(mine), 200));
  expect(await statuses(pagesOf(other))).toEqual(all(pagesOf(other), 404));
  const text = await toldBy(plan.id, pagesOf(mine).slice(0, 3));
  expect(Object.values(mine).filter((trace) => !text.includes(trace))).toEqual([]);
  expect([two.mark, theirs, ...Object.values(other)].filter((trace) => text.includes(trace))).toEqual([]);
});

it('nobody writes, puts or decides a draft about the body at which they work', async () => {
  await stage.db.directory('update account set organization_id = $2 where id = $1', [
    one.cast.accounts.planner,
    one.ids.organizationId,
  ]);
  const { put, agreed } = one.drafts;
  const settlement = { id: newId(), version: 2, settling: 'drop', reason: 'Không đúng' };
  const answers = [
    await planner().post('/draft-conclusions', { id: newId(), ...draftAt(one.ids.targetId, [one.ids.findingId]) }),
    await planner().post(`/draft-conclusions/${put.id}/findings/${put.findingId}/settle`, settlement),
    await planner().post(`/draft-conclusions/${agreed.id}/close`, { version: 2 }),
  ];
  expect(answers.map(({ problem }) => problem.code)).toEqual(Array(3).fill('explanations.own-unit'));
  // What is only prepared about it is not there for them at all.
  const { prepared } = one.drafts;
  expect((await planner().post(`/draft-conclusions/${prepared.id}/put`, { version: 1 })).status).toBe(404);
  expect(await planner().get(`/draft-conclusions/${put.id}`)).toMatchObject({ status: 200, body: { isOwn: true } });
});
