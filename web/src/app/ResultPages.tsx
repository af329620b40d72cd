import { Button } from '@mantine/core';
import type { FindingView } from '@kiemtra/shared/findings';
import type { PlanView } from '@kiemtra/shared/plans';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { useCan } from '../api/me.js';
import { FindingsPanel, TARGET_PARAM } from '../features/findings/FindingsPanel.js';
import { findingsQuery } from '../features/findings/findings.queries.js';
import { OrganizationsPicker } from '../features/organizations/OrganizationsPicker.js';
import { requestQuery } from '../features/remediation/remediation.queries.js';
import { EditRequestForm, NewRequestForm } from '../features/remediation/RequestForm.js';
import { RequestsPanel } from '../features/remediation/RequestsPanel.js';
import type { Crumb } from '../ui/Page.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { Skeletons } from '../ui/Skeletons.js';
import { useUrlState } from '../ui/url-state.js';
import { Exports } from './Exports.js';
import { useMayDirect } from './use-may-direct.js';
import { WithPlan } from './WithPlan.js';

const findingsPath = (planId: string) => `/ke-hoach/${planId}/ket-qua`;
const requestsPath = (planId: string) => `/ke-hoach/${planId}/kien-nghi`;
const requestCrumbs = (planId: string): Crumb[] => [{ label: 'Kiến nghị', to: requestsPath(planId) }];

/** From a plan to what came of it. */
export function ResultWays({ plan }: { plan: PlanView }) {
  const canRead = useCan('findings.read');
  const canDecide = useCan('remediation.decide');
  if (!canRead || plan.state === 'draft') return null;
  return (
    <>
      <Button variant="default" component={Link} to={findingsPath(plan.id)}>
        Ưu điểm, tồn tại, hạn chế
      </Button>
      <Button variant="default" component={Link} to={requestsPath(plan.id)}>
        Kiến nghị, khắc phục
      </Button>
      {canDecide && (
        <Button variant="default" component={Link} to={`/ke-hoach/${plan.id}/qua-han`}>
          Quá hạn, báo cấp trên
        </Button>
      )}
      <Exports planId={plan.id} />
    </>
  );
}

export function PlanFindings() {
  const mayRequest = useMayDirect('remediation.request');
  const [targetId] = useUrlState(TARGET_PARAM);
  return (
    <WithPlan title="Ưu điểm, tồn tại, hạn chế">
      {(plan) => (
        <FindingsPanel
          planId={plan.id}
          targets={plan.targets}
          actions={
            <>
              {targetId && <Exports planId={plan.id} targetId={targetId} />}
              {mayRequest(plan) && (
                <Button variant="default" component={Link} to={`${requestsPath(plan.id)}/moi`}>
                  Lập kiến nghị
                </Button>
              )}
            </>
          }
        />
      )}
    </WithPlan>
  );
}

export function PlanRequests() {
  const mayRequest = useMayDirect('remediation.request');
  return (
    <WithPlan title="Kiến nghị, khắc phục">
      {(plan) => <RequestsPanel planId={plan.id} canRequest={mayRequest(plan)} />}
    </WithPlan>
  );
}

export function NewRequest() {
  return (
    <WithPlan title="Lập kiến nghị" crumbs={requestCrumbs}>
      {(plan) => <RequestParts plan={plan}>{(parts) => <NewRequestForm {...parts} planId={plan.id} />}</RequestParts>}
    </WithPlan>
  );
}

export function EditRequest() {
  const { requestId = '' } = useParams();
  const request = useQuery(requestQuery(requestId));
  return (
    <WithPlan title="Sửa dự thảo kiến nghị" crumbs={requestCrumbs}>
      {(plan) => {
        if (request.isPending) return <Skeletons />;
        if (request.isError) return <ProblemAlert problem={request.error} onRetry={() => void request.refetch()} />;
        // Issued meanwhile, or by an old link: there is nothing left to edit.
        if (request.data.isIssued) return <Navigate to={requestsPath(plan.id)} replace />;
        return (
          <RequestParts plan={plan}>
            {(parts) => <EditRequestForm {...parts} key={request.data.version} request={request.data} />}
          </RequestParts>
        );
      }}
    </WithPlan>
  );
}

interface Parts {
  UnitsField: typeof OrganizationsPicker;
  findings: readonly FindingView[];
  unitOfTarget: ReadonlyMap<string, string>;
  onDone: () => void;
}

/** What the form of a request needs of other features. */
function RequestParts({ plan, children }: { plan: PlanView; children: (parts: Parts) => ReactNode }) {
  const navigate = useNavigate();
  const findings = useQuery(findingsQuery({ planId: plan.id, kind: 'shortcoming' }));
  if (findings.isPending) return <Skeletons />;
  if (findings.isError) return <ProblemAlert problem={findings.error} onRetry={() => void findings.refetch()} />;
  const units = plan.targets.flatMap(({ id, organizationId }): [string, string][] =>
    organizationId === null ? [] : [[id, organizationId]],
  );
  return children({
    UnitsField: OrganizationsPicker,
    findings: findings.data.filter(({ isWithdrawn }) => !isWithdrawn),
    unitOfTarget: new Map(units),
    onDone: () => void navigate(requestsPath(plan.id)),
  });
}
