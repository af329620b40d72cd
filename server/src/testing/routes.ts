/**
 * One valid request to every route, at a place of the test world. Suites play them as everybody at every place; a route
 * that is missing here fails them. Path ids are the place's own unless said otherwise. Bodies give every field there is.
 */
import { randomUUID } from 'node:crypto';
import { newId } from '@kiemtra/shared/kernel';
import { IMPORT_ISSUE_REASONS } from '@kiemtra/shared/organizations';
import { AFTERNOON, MORNING } from '../visits/testing/visits.js';
import { PDF } from './campaign.js';
import { batchOf, helloOf, pieceHeaders, promiseOf, syncHeaders, tusHeaders, uploadHeaders } from './deeds.js';
import { DRAFT_ROUTES } from './drafts.js';
import { contentAt, findingAt, requestAt, teamAt, visitAt, type Place } from './place.js';
import { RECIPIENT_ROUTES } from './recipient-routes.js';
import { PASSWORD, criteriaContent, type World } from './world.js';

export interface Deed {
  /** Path ids that differ from the place's own. */
  ids?: Record<string, string>;
  query?: Record<string, string>;
  /** Put behind the address as it is. */
  tail?: string;
  /** Sent as JSON, or as it is. */
  body?: object | Uint8Array;
  headers?: (accountId: string, bytes: string) => Record<string, string>;
  /** The answer holds this text if, and only if, the caller may see the place: of lists, which are never refused. */
  shows?: string;
  /** Whether an answer with a status of success did the deed, where the status alone does not say it. */
  isDone?: (body: unknown) => boolean;
  /** It is about no place: the caller's own affairs, the nation's units, something new. */
  isCommon?: true;
}

const common = (deed: Omit<Deed, 'isCommon'> = {}): Deed => ({ isCommon: true, ...deed });
const nothing = (): Deed => ({});
const paperOf = (subjectId: string): Deed => ({
  ids: { kind: 'conclusion' },
  query: { subjectId, position: 'Chủ tịch', name: 'Người ký' },
});
const LADDER = { version: 0, officer: 2, head: 4, superior: 8, leader: 12 };
const ofOneYear = { year: '2026', state: 'in_progress', kind: 'scheduled', search: 'Kiểm tra' };

export const ROUTES: Record<string, (place: Place, world: World) => Deed> = {
  'GET /health/live': () => common(),
  'GET /health/ready': () => common(),
  'POST /auth/login': (_, { cast }) => common({ body: { loginName: `${cast.slug}.viewer`, password: PASSWORD } }),
  'POST /auth/activate': (_, { slip }) => common({ body: { ...slip, password: `${PASSWORD} mới` } }),
  'POST /auth/logout': () => common(),
  'GET /auth/me': () => common(),
  'PUT /auth/email': () => common({ body: { email: 'can.bo@example.gov.vn' } }),
  'POST /auth/password': () => common({ body: { currentPassword: PASSWORD, newPassword: `${PASSWORD} mới` } }),
  'GET /auth/sessions': ({ ids }) => ({ shows: ids.sessionId }),
  'DELETE /auth/sessions/:sessionId': nothing,

  'GET /accounts': ({ ids, ward }) => ({
    query: { search: ward === 'wardOne' ? 'phường Một' : 'phường Hai', role: 'unit_officer', state: 'active' },
    shows: ids.accountId,
  }),
  'GET /accounts/:accountId': nothing,
  'POST /accounts': ({ ids, mark }) => ({
    body: {
      id: newId(),
      loginName: `moi-${newId()}`,
      displayName: `Người mới ${mark}`,
      position: `Công chức ${mark}`,
      email: 'can.bo@example.gov.vn',
      organizationId: ids.organizationId,
      roles: ['unit_officer'],
    },
  }),
  'POST /accounts/batch': ({ ids }) => ({ body: { items: [{ id: newId(), organizationId: ids.organizationId }] } }),
  'POST /accounts/slips': ({ ids }) => ({ body: { accountIds: [ids.accountId] } }),
  'PATCH /accounts/:accountId': ({ ids, mark }) => ({
    body: {
      version: 1,
      displayName: `Cán bộ ${mark}`,
      position: `Công chức ${mark}`,
      email: 'can.bo@example.gov.vn',
      organizationId: ids.organizationId,
      roles: ['unit_officer'],
    },
  }),
  'POST /accounts/:accountId/slip': nothing,
  'POST /accounts/:accountId/deactivate': nothing,
  'POST /accounts/:accountId/reactivate': nothing,

  'GET /administrative-units': () =>
    common({ query: { search: 'phường', level: 'commune', parentCode: '92', at: '2026-01-01', limit: '5' } }),
  'GET /administrative-units/import-report': () => common({ query: { reason: IMPORT_ISSUE_REASONS[0], limit: '5' } }),
  'GET /organizations': ({ ids, cast, ward }) => ({
    query: {
      search: ward === 'wardOne' ? 'phường Một' : 'phường Hai',
      kind: 'ward_committee',
      parentId: cast.organizations.people,
      at: '2026-03-01',
      limit: '50',
    },
    shows: ids.organizationId,
  }),
  'GET /organizations/:organizationId': () => ({ query: { at: '2026-03-01' } }),
  'POST /organizations': ({ cast, mark }) => ({
    body: {
      id: newId(),
      kind: 'ward_committee',
      name: `UBND phường ${mark}`,
      shortName: `phường ${mark}`,
      parentId: cast.organizations.people,
      administrativeUnitId: null,
      validFrom: '2025-07-01',
      validTo: '2030-01-01',
    },
  }),
  'PATCH /organizations/:organizationId': ({ mark }) => ({
    body: {
      version: 1,
      name: `UBND phường ${mark}`,
      shortName: `phường ${mark}`,
      validFrom: '2026-01-01',
      kind: 'ward_committee',
    },
  }),
  'POST /organizations/:organizationId/close': ({ cast }) => ({
    body: { version: 1, validTo: '2026-12-01', successorId: cast.organizations.department },
  }),

  'GET /holidays': ({ ids }) => ({ query: { year: '2026' }, shows: ids.date }),
  'PUT /holidays/:date': ({ mark }) =>
    common({ ids: { date: '2026-11-20' }, body: { name: `Làm bù ${mark}`, isWorkingDay: true } }),
  'DELETE /holidays/:date': nothing,

  'GET /criteria-sets': ({ ids }) => ({ shows: ids.setId }),
  'POST /criteria-sets': ({ mark }) =>
    common({ body: { id: newId(), versionId: newId(), content: criteriaContent(mark) } }),
  'POST /criteria-sets/:setId/versions': ({ criteria }) => ({
    body: { id: newId(), content: criteriaContent(criteria.mark) },
  }),
  'GET /criteria-versions': ({ ids }) => ({ shows: ids.versionId }),
  'GET /criteria-versions/:versionId': nothing,
  'POST /criteria-versions/:versionId/publish': ({ criteria }) => ({ ids: { versionId: criteria.draftId } }),
  'DELETE /criteria-versions/:versionId': ({ criteria }) => ({ ids: { versionId: criteria.draftId } }),

  'GET /plans': ({ ids }) => ({ query: ofOneYear, shows: ids.planId }),
  'GET /plans/inspectors': ({ cast, team }) => ({ shows: cast.accounts[team[0]] }),
  'GET /plans/:planId': nothing,
  'POST /plans': (place) => ({ body: { id: newId(), ...contentAt(place) } }),
  'PATCH /plans/:planId': (place) => ({
    ids: { planId: place.draft.id },
    body: { version: place.draft.version, ...contentAt(place) },
  }),
  'PUT /plans/:planId/targets': ({ draft, ids: { organizationId }, mark }) => ({
    ids: { planId: draft.id },
    body: {
      version: draft.version,
      targets: [
        { id: draft.targetId, organizationId, label: null, unitCount: null, parentId: null },
        { id: newId(), organizationId: null, label: `Nhóm ${mark}`, unitCount: 3, parentId: draft.targetId },
      ],
    },
  }),
  'PUT /plans/:planId/teams': (place) => ({
    ids: { planId: place.draft.id },
    body: { version: place.draft.version, teams: [teamAt(place, place.draft.teamId)] },
  }),
  'POST /plans/:planId/issue': ({ draft: { id, version } }) => ({ ids: { planId: id }, body: { version } }),
  'POST /plans/:planId/start': ({ issued: { id, version } }) => ({ ids: { planId: id }, body: { version } }),
  'POST /plans/:planId/conclude': ({ started: { id, version } }) => ({ ids: { planId: id }, body: { version } }),
  'POST /plans/:planId/cancel': ({ issued: { id, version } }) => ({ ids: { planId: id }, body: { version } }),

  'GET /visits': ({ ids }) => ({
    query: { from: '2026-03-01', to: '2026-03-31', plan: ids.planId, mine: 'false' },
    shows: ids.visitId,
  }),
  'GET /visits/:visitId': nothing,
  'POST /plans/:planId/visits': (place) => ({
    body: { id: newId(), ...visitAt(place, { ...place, ...place.ids }, { ...MORNING, date: '2026-03-04' }) },
  }),
  'PATCH /visits/:visitId': (place) => ({
    ids: { visitId: place.plannedVisit },
    body: { version: 1, ...visitAt(place, { ...place, ...place.ids }, AFTERNOON) },
  }),
  'POST /visits/:visitId/notify': ({ plannedVisit }) => ({ ids: { visitId: plannedVisit } }),
  'POST /visits/:visitId/check-in': ({ plannedVisit }) => ({ ids: { visitId: plannedVisit } }),
  'POST /visits/:visitId/finalise': () => ({
    // None seen: what stands changes while the suites act.
    body: { waiver: 'Máy của một thành viên hỏng', devices: [{ lane: newId(), missing: 2 }], manifest: null },
  }),
  'POST /visits/:visitId/reopen': ({ closedVisit }) => ({
    ids: { visitId: closedVisit },
    body: { reason: 'Nhập thiếu' },
  }),
  'POST /visits/:visitId/cancel': ({ plannedVisit }) => ({ ids: { visitId: plannedVisit } }),

  'POST /sync/ops': ({ ids: { visitId: visit, versionId: version }, mark }) => ({
    body: batchOf({ kind: 'note.set', visit, version, value: `Ghi nhận ${mark}` }),
    headers: syncHeaders,
    isDone: (body) => JSON.stringify(body).includes('"outcome":"applied"'),
  }),
  'GET /visits/:visitId/parked': nothing,
  'POST /visits/:visitId/parked/:parkedId/decide': ({ closedVisit }) => ({
    ids: { visitId: closedVisit },
    body: { decision: 'refused', reason: 'Trùng với nội dung đã ghi' },
  }),
  'POST /sync/hello': ({ ids: { visitId } }) => ({ body: helloOf([visitId]), headers: syncHeaders, shows: visitId }),
  'GET /sync/changes': ({ ids: { targetId: target, visitId } }) => ({
    query: { target, cursor: '1', limit: '5' },
    headers: syncHeaders,
    shows: visitId,
  }),
  'GET /sync/pack': ({ ids: { visitId: visit } }) => ({ query: { visit }, headers: syncHeaders }),
  'GET /sync/receipts': () => common({ query: { lane: randomUUID(), from_seq: '1' }, headers: syncHeaders }),
  'GET /sync/decisions': () => common({ query: { lane: randomUUID(), from_seq: '1' }, headers: syncHeaders }),
  'GET /visits/:visitId/devices': nothing,
  'GET /visits/:visitId/minutes': nothing,
  'GET /plan-targets/:targetId/assessment': nothing,
  'GET /plans/:planId/progress': nothing,

  'PUT /files/:fileId': ({ mark }) =>
    common({ ids: { fileId: newId() }, body: PDF, headers: () => uploadHeaders(`Tệp ${mark}`) }),
  'GET /files/:fileId': nothing,
  'GET /files/:fileId/thumbnail': nothing,
  'GET /files/:fileId/view': nothing,
  'POST /uploads': ({ mark }) => common({ headers: () => promiseOf(PDF, `Tệp ${mark}`).headers }),
  'HEAD /uploads/:uploadId': () => ({ headers: () => tusHeaders() }),
  'PATCH /uploads/:uploadId': () => ({ body: Buffer.alloc(0), headers: () => pieceHeaders(0, Buffer.alloc(0)) }),
  'DELETE /uploads/:uploadId': () => ({ headers: () => tusHeaders() }),

  'GET /findings': ({ ids: { planId, targetId, findingId } }) => ({
    query: { planId, targetId, kind: 'shortcoming', area: 'TTHC' },
    shows: findingId,
  }),
  'POST /findings': (place) => ({
    body: { id: newId(), planId: place.ids.planId, ...findingAt(place, place.ids.targetId, place.ids.visitId) },
  }),
  'GET /findings/repeats': ({ ids: { planId } }) => ({ query: { planId } }),
  'PUT /findings/:findingId/repeats': ({ openFinding: { id } }) => ({ ids: { findingId: id }, body: { repeats: [] } }),
  'GET /findings/:findingId': nothing,
  'PATCH /findings/:findingId': (place) => ({
    ids: { findingId: place.openFinding.id },
    body: { version: 1, ...findingAt(place, place.ids.targetId, place.ids.visitId) },
  }),
  'DELETE /findings/:findingId': ({ openFinding: { id } }) => ({ ids: { findingId: id } }),
  'GET /findings/:findingId/evidence': nothing,
  'POST /findings/:findingId/evidence': ({ openFinding: { id, fileId }, mark }) => ({
    ids: { findingId: id },
    body: { id: fileId, caption: `Ảnh ${mark}` },
  }),
  'DELETE /findings/:findingId/evidence/:evidenceId': ({ openFinding: { id, fileId } }) => ({
    ids: { findingId: id, evidenceId: fileId },
  }),

  'GET /requests': ({ ids: { planId, requestId } }) => ({ query: { planId }, shows: requestId }),
  'POST /requests': (place) => ({
    body: { id: newId(), planId: place.ids.planId, ...requestAt(place, place.ids.findingId, newId()) },
  }),
  'GET /requests/:requestId': nothing,
  'PATCH /requests/:requestId': (place) => ({
    ids: { requestId: place.draftRequest.id },
    body: { version: 1, ...requestAt(place, place.openFinding.id, place.draftRequest.recipientId) },
  }),
  'DELETE /requests/:requestId': ({ draftRequest: { id } }) => ({ ids: { requestId: id } }),
  'POST /requests/:requestId/issue': ({ draftRequest: { id } }) => ({
    ids: { requestId: id },
    body: { version: 1, number: '35/SNV-CCHC', issuedOn: '2026-03-11' },
  }),

  ...RECIPIENT_ROUTES,

  ...DRAFT_ROUTES,

  'GET /notices': ({ ids }) => ({ shows: ids.recipientId }),
  'GET /notices/count': () => common(),
  'POST /notices/read': ({ mark }, { notices }) => ({ body: { noticeIds: [notices[mark]] } }),
  'GET /plans/:planId/escalations': ({ ids }) => ({ shows: ids.recipientId }),
  'GET /request-recipients/:recipientId/escalations': nothing,
  'GET /plans/:planId/escalation-ladder': nothing,
  'PUT /plans/:planId/escalation-ladder': () => ({ body: LADDER }),
  'GET /plans/:planId/findings.xlsx': ({ ids: { targetId } }) => ({ query: { targetId } }),
  'GET /plans/:planId/scores.xlsx': ({ ids: { targetId } }) => ({ query: { targetId } }),
  'GET /plans/:planId/papers': nothing,
  'GET /plans/:planId/papers/:kind': ({ ids: { targetId } }) => paperOf(targetId),
  'GET /plans/:planId/papers/:kind.docx': ({ ids: { targetId } }) => paperOf(targetId),
  'GET /request-recipients/:recipientId/letter': () => ({ query: { position: 'Giám đốc', name: 'Người ký' } }),
  'GET /request-recipients/:recipientId/letter.docx': () => ({ query: { position: 'Giám đốc', name: 'Người ký' } }),
  'GET /request-recipients/:recipientId/letter.pdf': () => ({ query: { position: 'Giám đốc', name: 'Người ký' } }),

  'GET /audit': ({ ids: { planId } }, { cast }) => ({
    query: {
      kind: 'plan',
      subjectId: planId,
      planId,
      actorId: cast.accounts.planner,
      from: '2026-01-01',
      to: '2099-12-31',
      before: newId(),
      limit: '5',
    },
    shows: planId,
  }),
  'GET /audit/actors': () => common(),
};
