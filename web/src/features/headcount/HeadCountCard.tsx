import { Text } from '@mantine/core';
import type { WholeField } from '@kiemtra/shared/fieldwork';
import { headCountGaps, headCountText, type HeadCount } from '@kiemtra/shared/headcount';
import { useState } from 'react';
import type { CellSnapshot } from '../../offline/index.js';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { CountField } from '../../ui/CountField.js';
import { SavedDay } from '../../ui/SavedDay.js';
import { SavedTime } from '../../ui/SavedTime.js';
import styles from './headcount.module.css';
import type { CellStanding } from './HeadCountsPage.js';
import { PersonList } from './PersonList.js';

interface HeadCountCardProps {
  field: WholeField;
  cell: CellSnapshot;
  /** Null for one that was taken back and is still argued about. */
  count: HeadCount | null;
  isOpen: boolean;
  /** It was begun on this page just now. */
  isFresh: boolean;
  Standing: CellStanding;
  onChange: (change: (now: HeadCount) => Partial<HeadCount>) => void;
  onTakeBack: () => void;
}

/** One count: its line, what does not add up, and its figures when it is opened. */
export function HeadCountCard(props: HeadCountCardProps) {
  const { field, cell, count, isOpen, isFresh, Standing, onTakeBack } = props;
  const [isShown, setShown] = useState(isFresh);
  return (
    <li className={styles.card}>
      {count ? (
        <details open={isShown} onToggle={({ currentTarget }) => setShown(currentTarget.open)}>
          <summary>{headCountText(count)}</summary>
          {isShown && <Figures {...props} count={count} />}
        </details>
      ) : (
        <p className={styles.gone}>Lần đếm này đã bị xóa trên máy này; người khác còn giữ.</p>
      )}
      <div className={styles.foot}>
        {count && (
          <div role="status" className={styles.gaps}>
            {headCountGaps(count).map((gap) => (
              <p key={gap}>{gap}</p>
            ))}
          </div>
        )}
        <Standing field={field} cell={cell} />
        {count && isOpen && (
          <ConfirmAct
            act="Xóa lần đếm"
            variant="subtle"
            title={`Xóa lần đếm ${count.time}`}
            onConfirm={() => Promise.resolve(onTakeBack())}
          >
            <Text>Lần đếm này và danh sách kèm theo không còn trong kết quả của cuộc kiểm tra.</Text>
          </ConfirmAct>
        )}
      </div>
    </li>
  );
}

type CountName = 'expected' | 'present' | 'absentWithReason' | 'absentWithoutReason' | 'badgesWorn';

const COUNTS: readonly [CountName, string][] = [
  ['expected', 'Phải có mặt'],
  ['present', 'Có mặt'],
  ['absentWithReason', 'Vắng có lý do'],
  ['absentWithoutReason', 'Vắng không lý do'],
  ['badgesWorn', 'Đeo thẻ (trong số có mặt)'],
];

interface FiguresProps extends Pick<HeadCountCardProps, 'isOpen' | 'onChange'> {
  count: HeadCount;
}

function Figures({ count, isOpen, onChange }: FiguresProps) {
  const put = (change: Partial<HeadCount>) => onChange(() => change);
  const boards = (change: Partial<HeadCount['nameBoards']>) =>
    onChange(({ nameBoards }) => ({ nameBoards: { ...nameBoards, ...change } }));
  return (
    <div className={styles.figures}>
      <div className={styles.grid}>
        <SavedTime label="Giờ đếm" value={count.time} disabled={!isOpen} onSave={(time) => put({ time })} />
        <SavedDay
          label="Ngày"
          isNeeded
          value={count.date}
          onSave={(date) => date && put({ date })}
          disabled={!isOpen}
        />
        {COUNTS.map(([name, label]) => (
          <CountField
            key={name}
            label={label}
            value={count[name]}
            disabled={!isOpen}
            onSave={(value) => put({ [name]: value })}
          />
        ))}
        <CountField
          label="Biển tên phải có"
          value={count.nameBoards.expected}
          disabled={!isOpen}
          onSave={(expected) => boards({ expected })}
        />
        <CountField
          label="Biển tên đã đặt"
          value={count.nameBoards.present}
          disabled={!isOpen}
          onSave={(present) => boards({ present })}
        />
      </div>
      <PersonList
        persons={count.persons}
        isOpen={isOpen}
        onChange={(change) => onChange(({ persons }) => ({ persons: change(persons) }))}
      />
    </div>
  );
}
