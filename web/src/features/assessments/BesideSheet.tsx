/** Pages of a visit that record over the same ledger as its sheet, and stand beside it. */
import type { PackView } from '@kiemtra/shared/assessments';
import type { WholeField } from '@kiemtra/shared/fieldwork';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { useParams } from 'react-router';
import { useLedger, usePack, type AnswerPlace, type CellSnapshot } from '../../offline/index.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { scoringQuery } from './assessments.queries.js';
import { CellStatusText } from './CellStatusText.js';
import { ConflictCard } from './ConflictCard.js';
import { DeskProvider, useDesk } from './desk.js';
import { NoSheet } from './NoSheet.js';
import { isDisputed } from './sheet.js';
import styles from './scoring.module.css';
import { useDeskOf } from './use-sheet.js';

/** What a page records, and where. */
export interface VisitDesk {
  pack: PackView;
  /** Of what belongs to the target as a whole. */
  place: AnswerPlace;
  /** Something may still be recorded. */
  isOpen: boolean;
}

/** Where the last word of a whole cell is, and who disagrees. */
export type CellStanding = ComponentType<{ field: WholeField; cell: CellSnapshot }>;

interface BesideSheetProps {
  children: (desk: VisitDesk) => ReactNode;
}

/** Opens the pack of the visit in the address: from this device, brought up to date by the server when it can be. */
export function BesideSheet({ children }: BesideSheetProps) {
  const { visitId = '' } = useParams();
  const pack = usePack(visitId);
  const { error, isPending, refetch } = useQuery(scoringQuery(visitId, useLedger()));
  if (pack) {
    return (
      <WithDesk key={visitId} pack={pack}>
        {children}
      </WithDesk>
    );
  }
  if (pack === undefined || isPending) return <Skeletons lines={10} />;
  return <NoSheet problem={error} onRetry={() => void refetch()} />;
}

function WithDesk({ pack, children }: BesideSheetProps & { pack: PackView }) {
  const desk = useDeskOf(pack);
  const { visitId: visit, targetId: target, versionId: version, isOpen } = desk;
  return (
    <DeskProvider value={desk}>
      {children({ pack, place: { visit, target, version, criterion: '' }, isOpen })}
    </DeskProvider>
  );
}

/** The state of a whole cell; two words for it side by side while there are two. */
export function WholeCellStanding({ field, cell }: { field: WholeField; cell: CellSnapshot }) {
  const { isOpen } = useDesk();
  return (
    <div className={styles.sheet}>
      <p role="status">
        <CellStatusText {...cell} />
      </p>
      {isDisputed(cell) && (
        <fieldset disabled={!isOpen} className={styles.fieldset}>
          <ConflictCard field={field} cell={cell} />
        </fieldset>
      )}
    </div>
  );
}
