/** Draft conclusions at a place of the test world, in each of their states, made through the API. */
import { newId } from '@kiemtra/shared/kernel';
import { accepted, uploaded } from './deeds.js';
import type { PlaceParts } from './place.js';
import type { Deed } from './routes.js';

type Place = PlaceParts & {
  ids: { planId: string; targetId: string; draftId: string };
  drafts: Awaited<ReturnType<typeof createDraftConclusions>>;
  openFinding: { id: string };
  upload: string;
};

export const draftAt = (targetId: string, findingIds: string[]) => ({ targetId, findingIds, workingDays: 5 });

export async function createDraftConclusion(
  { cast }: PlaceParts,
  targetId: string,
  findingIds: string[],
): Promise<string> {
  const id = newId();
  await accepted(cast.as('planner').post('/draft-conclusions', { id, ...draftAt(targetId, findingIds) }));
  return id;
}

export const explanationAt = ({ mark }: PlaceParts, findingId: string, fileId: string, stance = 'disagree') => ({
  id: newId(),
  findingId,
  stance,
  text: `Giải trình ${mark}`,
  files: [{ id: fileId, caption: `Chú thích ${mark}` }],
});

interface Found {
  id: string;
  fileId: string;
}

/** Of four findings: a draft that is prepared; one that is put, with a finding disputed and another decided; one that may be closed. */
export async function createDraftConclusions(parts: PlaceParts, targetId: string, findings: readonly Found[]) {
  const { cast, mark } = parts;
  const [planner, officer] = [cast.as('planner'), cast.as(parts.officer)];
  const [prepared, disputed, decided, agreed] = findings;
  if (!prepared || !disputed || !decided || !agreed) throw new Error('four findings make the drafts');
  const draftOf = (...chosen: Found[]) => {
    const ids = chosen.map(({ id }) => id);
    return createDraftConclusion(parts, targetId, ids);
  };
  const ids = {
    prepared: await draftOf(prepared),
    put: await draftOf(disputed, decided),
    agreed: await draftOf(agreed),
  };
  for (const id of [ids.put, ids.agreed]) await accepted(planner.post(`/draft-conclusions/${id}/put`, { version: 1 }));
  const said = async ({ id }: Found, stance?: string) =>
    explanationAt(parts, id, await uploaded(officer, `Giải trình ${mark}`), stance);
  const explain = async (id: string, explanations: object[]) =>
    accepted(officer.post(`/draft-conclusions/${id}/explanations`, { explanations }));
  await explain(ids.put, [await said(disputed), await said(decided)]);
  await explain(ids.agreed, [await said(agreed, 'agree')]);
  const settlement = { id: newId(), version: 2, settling: 'keep', reason: `Giữ vì ${mark}` };
  await accepted(planner.post(`/draft-conclusions/${ids.put}/findings/${decided.id}/settle`, settlement));
  const of = (id: string, { id: findingId, fileId }: Found) => ({ id, findingId, fileId });
  return { prepared: of(ids.prepared, prepared), put: of(ids.put, disputed), agreed: of(ids.agreed, agreed) };
}

/** One valid request to every route of draft conclusions, for `testing/routes.ts`. */
export const DRAFT_ROUTES: Record<string, (place: Place) => Deed> = {
  'GET /draft-conclusions': ({ ids: { planId, targetId, draftId } }) => ({
    query: { planId, targetId, state: 'put' },
    shows: draftId,
  }),
  'POST /draft-conclusions': ({ ids: { targetId }, openFinding }) => ({
    body: { id: newId(), ...draftAt(targetId, [openFinding.id]) },
  }),
  'GET /draft-conclusions/:draftId': () => ({}),
  'PATCH /draft-conclusions/:draftId': ({ drafts: { prepared } }) => ({
    ids: { draftId: prepared.id },
    body: { version: 1, findingIds: [prepared.findingId], workingDays: 7 },
  }),
  'DELETE /draft-conclusions/:draftId': ({ drafts: { prepared } }) => ({ ids: { draftId: prepared.id } }),
  'POST /draft-conclusions/:draftId/put': ({ drafts: { prepared } }) => ({
    ids: { draftId: prepared.id },
    body: { version: 1 },
  }),
  'POST /draft-conclusions/:draftId/explanations': (place) => ({
    body: { explanations: [explanationAt(place, place.drafts.put.findingId, place.upload)] },
  }),
  'POST /draft-conclusions/:draftId/findings/:findingId/settle': ({ drafts: { put }, mark }) => ({
    ids: { findingId: put.findingId },
    body: { id: newId(), version: 2, settling: 'change', text: `Tồn tại sửa ${mark}`, reason: `Sửa vì ${mark}` },
  }),
  'POST /draft-conclusions/:draftId/close': ({ drafts: { agreed } }) => ({
    ids: { draftId: agreed.id },
    body: { version: 2 },
  }),
};
