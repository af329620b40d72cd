import { newId } from '@kiemtra/shared/kernel';
import { createCampaign } from '../../testing/campaign.js';
import { createCast, type Cast } from '../../testing/cast.js';
import { accepted } from '../../testing/deeds.js';
import type { TestServer } from '../../testing/test-server.js';

/** For work that nobody stops. */
export const always = () => true;

/** Ward One of a province of its own with a request that was issued on 13/03/2026 and is due on 27/03/2026. */
export interface Addressed {
  cast: Cast;
  planId: string;
  requestId: string;
  recipientId: string;
}

export async function createAddressed(server: TestServer): Promise<Addressed> {
  const cast = await createCast(server);
  const { planId } = await createCampaign(server, cast);
  server.clock.at = new Date('2026-03-13T02:00:00Z');
  // Nobody logs in again while the clock runs through the weeks.
  await server.db.directory(`update session set last_seen_at = '2200-01-01', expires_at = '2200-01-01'`);
  return { cast, planId, ...(await askWard(cast, planId, 'wardOne')) };
}

/** Issues a request of ten working days to the ward. */
async function askWard(cast: Cast, planId: string, ward: 'wardOne' | 'wardTwo') {
  const [requestId, recipientId] = [newId(), newId()];
  const planner = cast.as('planner');
  const recipients = [{ id: recipientId, organizationId: cast.organizations[ward], workingDays: 10 }];
  const asked = { kind: 'remedy_by_date', text: 'Niêm yết thủ tục hành chính.', findingIds: [], recipients };
  await accepted(planner.post('/requests', { id: requestId, planId, ...asked }));
  await accepted(planner.post(`/requests/${requestId}/issue`, { version: 1, issuedOn: '2026-03-13' }));
  return { requestId, recipientId };
}
