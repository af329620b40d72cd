import { Anchor } from '@mantine/core';
import { formatDecimal } from '@kiemtra/shared/kernel';
import type { PlanTargetView } from '@kiemtra/shared/plans';
import { Link } from 'react-router';
import { useCan } from '../../api/me.js';
import { EmptyState } from '../../ui/EmptyState.js';
import styles from './plans.module.css';
import { targetPath } from './plans.paths.js';

/** What is inspected, communes under their district. */
export function TargetTree({ planId, targets }: { planId: string; targets: readonly PlanTargetView[] }) {
  const canReadScores = useCan('assessments.read');
  if (targets.length === 0) return <EmptyState>Đơn vị được kiểm tra của kế hoạch nằm ở đây.</EmptyState>;
  const scoresOf = ({ id, criteriaVersionId }: PlanTargetView) =>
    canReadScores && criteriaVersionId !== null ? targetPath(planId, id) : null;
  const roots = targets.filter(({ parentId }) => parentId === null || !targets.some(({ id }) => id === parentId));
  return <Branches className={styles.tree} branches={roots} targets={targets} scoresOf={scoresOf} />;
}

interface BranchesProps {
  branches: readonly PlanTargetView[];
  targets: readonly PlanTargetView[];
  /** The page of its scores, for those who may read them; null before the plan is issued. */
  scoresOf: (target: PlanTargetView) => string | null;
  className?: string | undefined;
}

function Branches({ branches, targets, scoresOf, className }: BranchesProps) {
  return (
    <ul className={className}>
      {branches.map((target) => {
        const scores = scoresOf(target);
        const children = targets.filter(({ parentId }) => parentId === target.id);
        return (
          <li key={target.id}>
            <div className={styles.target}>
              <span>
                {scores === null ? (
                  target.name
                ) : (
                  <Anchor component={Link} to={scores} inherit>
                    {target.name}
                  </Anchor>
                )}
              </span>
              <small>{noteOf(target)}</small>
            </div>
            {children.length > 0 && <Branches branches={children} targets={targets} scoresOf={scoresOf} />}
          </li>
        );
      })}
    </ul>
  );
}

function noteOf({ unitCount, visitCount }: PlanTargetView): string {
  const notes = [
    unitCount !== null && `${formatDecimal(String(unitCount))} đơn vị`,
    visitCount > 0 && `${visitCount} cuộc kiểm tra`,
  ];
  return notes.filter(Boolean).join(' · ');
}
