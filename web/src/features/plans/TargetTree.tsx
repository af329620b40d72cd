import { formatDecimal } from '@kiemtra/shared/kernel';
import type { PlanTargetView } from '@kiemtra/shared/plans';
import { EmptyState } from '../../ui/EmptyState.js';
import styles from './plans.module.css';

/** What is inspected, communes under their district. */
export function TargetTree({ targets }: { targets: readonly PlanTargetView[] }) {
  if (targets.length === 0) return <EmptyState>Đơn vị được kiểm tra của kế hoạch nằm ở đây.</EmptyState>;
  const roots = targets.filter(({ parentId }) => parentId === null || !targets.some(({ id }) => id === parentId));
  return <Branches className={styles.tree} branches={roots} targets={targets} />;
}

interface BranchesProps {
  branches: readonly PlanTargetView[];
  targets: readonly PlanTargetView[];
  className?: string | undefined;
}

function Branches({ branches, targets, className }: BranchesProps) {
  return (
    <ul className={className}>
      {branches.map((target) => {
        const children = targets.filter(({ parentId }) => parentId === target.id);
        return (
          <li key={target.id}>
            <div className={styles.target}>
              <span>{target.name}</span>
              <small>{noteOf(target)}</small>
            </div>
            {children.length > 0 && <Branches branches={children} targets={targets} />}
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
