import { Button } from '@mantine/core';
import type { PackView } from '@kiemtra/shared/assessments';
import { wholeName, type WholeField } from '@kiemtra/shared/fieldwork';
import type { HeadCount } from '@kiemtra/shared/headcount';
import { dateInVietnam, newId, timeInVietnam } from '@kiemtra/shared/kernel';
import { VISIT_STATE_LABELS, visitTimeText } from '@kiemtra/shared/visits';
import { useState, type ComponentType } from 'react';
import { useLedger, useWholeCells, type AnswerPlace, type CellSnapshot } from '../../offline/index.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Page } from '../../ui/Page.js';
import { HeadCountCard } from './HeadCountCard.js';
import styles from './headcount.module.css';

/** Where the last word of a whole cell is, and who disagrees. */
export type CellStanding = ComponentType<{ field: WholeField; cell: CellSnapshot }>;

export interface HeadCountsPageProps {
  pack: PackView;
  place: AnswerPlace;
  isOpen: boolean;
  Standing: CellStanding;
  sheetPath: string;
}

/** The count in a cell of that name: it holds one, or nothing when it was taken back. */
function countOf({ value }: CellSnapshot): HeadCount | null {
  return value as HeadCount | null;
}

/** A count at this minute; who should be there, and the boards, are those of the count before. */
function newCount(before: HeadCount | undefined): HeadCount {
  const now = new Date();
  return {
    date: dateInVietnam(now),
    time: timeInVietnam(now),
    expected: before?.expected ?? 0,
    present: 0,
    absentWithReason: 0,
    absentWithoutReason: 0,
    badgesWorn: 0,
    nameBoards: { expected: before?.nameBoards.expected ?? 0, present: 0 },
    persons: [],
  };
}

const hourOf = (count: HeadCount | null) => (count ? `${count.date} ${count.time}` : '');

/** "Kiểm đếm có mặt": who was at work, at one clock time or at several. */
export function HeadCountsPage({ pack, place, isOpen, Standing, sheetPath }: HeadCountsPageProps) {
  const ledger = useLedger();
  const { visit } = pack;
  const cells = useWholeCells(place.target, 'headcount:');
  const [fresh, setFresh] = useState<string | null>(null);
  // One that was taken back stays in sight while somebody disagrees.
  const shown = cells.filter(({ cell }) => countOf(cell) !== null || cell.against !== null || cell.siblings.length > 0);
  const sorted = [...shown].sort((a, b) => (hourOf(countOf(a.cell)) < hourOf(countOf(b.cell)) ? -1 : 1));
  const last = sorted.map(({ cell }) => countOf(cell)).findLast((count) => count !== null);
  const add = () => {
    const id = newId();
    setFresh(id);
    ledger.setWhole(place, `headcount:${id}`, newCount(last ?? undefined));
  };
  return (
    <Page
      title="Kiểm đếm có mặt"
      crumbs={[{ label: `Phiếu chấm: ${visit.target.name}`, to: sheetPath }]}
      lead={visitTimeText(visit)}
      actions={isOpen && shown.length > 0 && <Button onClick={add}>Thêm lần đếm</Button>}
    >
      <div className={styles.page}>
        {!isOpen && <p>Cuộc kiểm tra {VISIT_STATE_LABELS[visit.state].toLowerCase()}: số kiểm đếm chỉ để xem.</p>}
        {shown.length === 0 && (
          <EmptyState action={isOpen && <Button onClick={add}>Đếm lúc này</Button>}>
            Mỗi lần đếm ghi một giờ: phải có mặt, có mặt, vắng có lý do, vắng không lý do, đeo thẻ, biển tên. Một cuộc
            kiểm tra có thể đếm nhiều lần.
          </EmptyState>
        )}
        <ul className={styles.cards} aria-label="Các lần đếm">
          {sorted.map(({ field, cell }) => (
            <HeadCountCard
              key={field}
              field={field}
              cell={cell}
              count={countOf(cell)}
              isOpen={isOpen}
              isFresh={wholeName(field) === fresh}
              Standing={Standing}
              onChange={(change) => {
                // What is there now: two fields may be left at once.
                const now = countOf(ledger.cell(place.target, '', field));
                if (now) ledger.setWhole(place, field, { ...now, ...change(now) });
              }}
              onTakeBack={() => ledger.setWhole(place, field, null)}
            />
          ))}
        </ul>
      </div>
    </Page>
  );
}
