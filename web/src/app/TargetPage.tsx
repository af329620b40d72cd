import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { useCan } from '../api/me.js';
import { AssessmentPage } from '../features/assessments/AssessmentPage.js';
import { draftsOfTargetPath } from '../features/explanations/explanations.paths.js';
import { TARGET_PARAM } from '../features/findings/FindingsPanel.js';
import { PLANS_CRUMB, planPath } from '../features/plans/plans.paths.js';
import { planQuery } from '../features/plans/plans.queries.js';
import { Exports } from './Exports.js';

/** A target of a plan: how it was scored, with the way to what was found there. */
export function TargetPage() {
  const { planId = '', targetId = '' } = useParams();
  const { data: plan } = useQuery(planQuery(planId));
  const canReadFindings = useCan('findings.read');
  const canReadDrafts = useCan('explanations.read');
  const crumbs = [PLANS_CRUMB, ...(plan ? [{ label: plan.title, to: planPath(planId) }] : [])];
  return (
    <AssessmentPage
      crumbs={crumbs}
      actions={
        <>
          {canReadFindings && (
            <Button variant="default" component={Link} to={`${planPath(planId)}/ket-qua?${TARGET_PARAM}=${targetId}`}>
              Ưu điểm, tồn tại, hạn chế
            </Button>
          )}
          {canReadDrafts && (
            <Button variant="default" component={Link} to={draftsOfTargetPath(planId, targetId)}>
              Dự thảo kết luận
            </Button>
          )}
          <Exports planId={planId} targetId={targetId} />
        </>
      }
    />
  );
}
