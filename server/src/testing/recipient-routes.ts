/** Of the requests that `routes.ts` plays, those to recipients: what waits for whom, and what is said in a thread. */
import { newId } from '@kiemtra/shared/kernel';
import { nextMonday, reportAt, type Place } from './place.js';
import type { Deed } from './routes.js';

export const RECIPIENT_ROUTES: Record<string, (place: Place) => Deed> = {
  'GET /remedy-rates': ({ ids: { planId, organizationId } }) => ({ query: { planId }, shows: organizationId }),
  'GET /request-recipients': ({ ids: { planId, recipientId } }) => ({
    query: { planId, state: 'issued', mine: 'false' },
    shows: recipientId,
  }),
  'GET /request-recipients/:recipientId': () => ({}),
  'POST /request-recipients/:recipientId/acknowledge': () => ({ body: { id: newId() } }),
  'POST /request-recipients/:recipientId/report': ({ acknowledged, upload, mark, ids: { findingId } }) => ({
    ids: { recipientId: acknowledged.recipientId },
    body: { id: newId(), ...reportAt({ mark }, findingId, [{ id: upload, caption: `Ảnh ${mark}` }]) },
  }),
  'POST /request-recipients/:recipientId/return': ({ reported, mark }) => ({
    ids: { recipientId: reported.recipientId },
    body: { id: newId(), reason: `Chưa đủ ${mark}` },
  }),
  'POST /request-recipients/:recipientId/accept': ({ reported, mark }) => ({
    ids: { recipientId: reported.recipientId },
    body: { id: newId(), comment: `Đồng ý ${mark}` },
  }),
  'POST /request-recipients/:recipientId/decide': ({ reported, mark, ids: { findingId } }) => ({
    ids: { recipientId: reported.recipientId },
    body: {
      id: newId(),
      comment: `Xem ${mark}`,
      decisions: [{ findingId, standing: 'returned', comment: `Chưa đủ ${mark}` }],
    },
  }),
  'POST /request-recipients/:recipientId/ask-extension': ({ acknowledged, mark }) => ({
    ids: { recipientId: acknowledged.recipientId },
    body: { id: newId(), until: nextMonday(), reason: `Chờ ${mark}` },
  }),
  'POST /request-recipients/:recipientId/grant-extension': ({ asking, mark }) => ({
    ids: { recipientId: asking.recipientId },
    body: { id: newId(), until: nextMonday(), comment: `Đồng ý ${mark}` },
  }),
  'POST /request-recipients/:recipientId/refuse-extension': ({ asking, mark }) => ({
    ids: { recipientId: asking.recipientId },
    body: { id: newId(), reason: `Chưa cần ${mark}` },
  }),
};
