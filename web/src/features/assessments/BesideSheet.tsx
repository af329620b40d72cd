/** Pages of a visit that record over the same ledger as its sheet, and stand beside it. */
import type { PackView } from '@kiemtra/shared/assessments';
import type { WholeField } from '@kiemtra/shared/fieldwork';
import type { ReactNode } from 'react';
import type { AnswerPlace, CellSnapshot } from '../../offline/index.js';
import { CellStatusText } from './CellStatusText.js';
import { Conflict } from './Conflict.js';
import { DeskProvider, useDesk } from './desk.js';
import { isDisputed } from './sheet.js';
import styles from './scoring.module.css';
import { useDeskOf } from './use-sheet.js';
import { WithPack } from './WithPack.js';

/** What a page records, and where. */
export interface VisitDesk {
  pack: PackView;
  /** Of what belongs to the target as a whole. */
  place: AnswerPlace;
  /** Something may still be recorded. */
  isOpen: boolean;
}

interface BesideSheetProps {
  children: (desk: VisitDesk) => ReactNode;
}

/** A page over the pack of the visit in the address. */
export function BesideSheet({ children }: BesideSheetProps) {
  return <WithPack>{(pack) => <WithDesk pack={pack}>{children}</WithDesk>}</WithPack>;
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
      <p role="status">{cell.status !== 'conflict' && <CellStatusText {...cell} />}</p>
      {isDisputed(cell) && (
        <fieldset disabled={!isOpen} className={styles.fieldset}>
          <Conflict field={field} cell={cell} />
        </fieldset>
      )}
    </div>
  );
}
