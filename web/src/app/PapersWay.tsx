import { Button } from '@mantine/core';
import type { PlanView } from '@kiemtra/shared/plans';
import { Link } from 'react-router';
import { useCan } from '../api/me.js';
import { papersPath } from '../features/papers/papers.paths.js';

/** From a plan to its papers, for those who may take them out. */
export function PapersWay({ plan }: { plan: PlanView }) {
  const canExport = useCan('documents.export');
  if (!canExport || !plan.isWhole) return null;
  return (
    <Button variant="default" component={Link} to={papersPath(plan.id)}>
      Văn bản
    </Button>
  );
}
