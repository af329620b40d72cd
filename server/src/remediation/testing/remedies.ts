/** Requests to ward One and ward Two, and what is said in their threads. */
import { newId } from '@kiemtra/shared/kernel';
import type { RecipientView } from '@kiemtra/shared/remediation';
import type { Cast, Part } from '../../testing/cast.js';

export interface Asked {
  workingDays?: number | null;
  findingIds?: string[];
  isIssued?: boolean;
}

/** A request to ward One and ward Two, issued on 10/03/2026 unless it stays a draft; gives their recipient ids. */
export async function askWards(
  cast: Cast,
  planId: string,
  { workingDays = null, findingIds = [], isIssued = true }: Asked = {},
): Promise<{ one: string; two: string }> {
  const { wardOne, wardTwo } = cast.organizations;
  const recipients = [wardOne, wardTwo].map((organizationId) => ({ id: newId(), organizationId, workingDays }));
  const request = { id: newId(), planId, kind: 'remedy_by_date', text: 'Khắc phục.', findingIds, recipients };
  expect((await cast.as('planner').post('/requests', request)).status).toBe(201);
  if (isIssued) {
    const paper = { version: 1, issuedOn: '2026-03-10', number: '45/SNV-CCHC' };
    expect((await cast.as('planner').post(`/requests/${request.id}/issue`, paper)).status).toBe(200);
  }
  return { one: recipients[0]?.id ?? '', two: recipients[1]?.id ?? '' };
}

const BODIES = {
  acknowledge: {},
  report: { text: 'Đã niêm yết đủ.', files: [] },
  return: { reason: 'Chưa có ảnh chứng minh.' },
  accept: {},
  'ask-extension': { until: '2026-03-31', reason: 'Chờ in lại bảng.' },
  'grant-extension': { until: '2026-03-31' },
  'refuse-extension': { reason: 'Việc này làm được ngay.' },
  decide: {},
};
export type Act = keyof typeof BODIES;

/** Says something in the thread of a recipient; `fields` go over what the act says by itself. */
export function sayIn(cast: Cast, part: Part, recipientId: string, act: Act, fields: object = {}, id = newId()) {
  const body = { id, ...BODIES[act], ...fields };
  return cast.as(part).post<RecipientView>(`/request-recipients/${recipientId}/${act}`, body);
}
