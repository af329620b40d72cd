import type { INestApplicationContext } from '@nestjs/common';
import type { PlanState } from '@kiemtra/shared/plans';
import type { ListRequestRecipientsDto } from '@kiemtra/shared/remediation';
import { PlansService } from '../../plans/plans.service.js';
import { RemediationService } from '../../remediation/remediation.service.js';
import { AccountsService } from '../../users/accounts.service.js';
import { VisitsService } from '../../visits/visits.service.js';
import type { DemoActor } from '../demo-actor.js';

type Todo = (app: INestApplicationContext, actor: DemoActor) => Promise<unknown[]>;

const plansIn =
  (state: PlanState): Todo =>
  (app, actor) =>
    app.get(PlansService).list(actor.access('plans.read'), { state });

const remedies =
  (filter: ListRequestRecipientsDto): Todo =>
  (app, actor) =>
    app.get(RemediationService).listRecipients(actor.access('remediation.read'), filter);

const ownVisits: Todo = async (app, actor) =>
  (await app.get(VisitsService).list(actor.access('visits.read'), { mine: true })).filter(
    ({ visit }) => visit.state === 'notified',
  );

const results: Todo = async (app, actor) =>
  (await app.get(VisitsService).list(actor.access('visits.read'), {})).filter(
    ({ visit }) => visit.state === 'finalised',
  );

const waitingAccounts: Todo = (app, actor) => {
  actor.access('accounts.read');
  return app.get(AccountsService).list({ state: 'pending' });
};

/** What "Hôm nay" begins with for each account of the sample, each read as that account: none may be empty. */
export const FIRST_THINGS: Record<string, Todo[]> = {
  quantri: [waitingAccounts],
  lanhdao: [remedies({ mine: true }), plansIn('draft')],
  kehoach: [remedies({ mine: true }), plansIn('draft')],
  truongdoan1: [ownVisits],
  thanhvien1: [ownVisits],
  thanhvien2: [ownVisits],
  truongdoan2: [ownVisits],
  thanhvien3: [ownVisits],
  thamdinh: [results, remedies({ state: 'reported' })],
  nguoixem: [results, plansIn('in_progress')],
  donvi1: [remedies({ mine: true })],
  donvi2: [remedies({ mine: true })],
};
