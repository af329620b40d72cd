import type { ScoringView } from '@kiemtra/shared/assessments';
import { isScored } from '@kiemtra/shared/criteria';
import { VISIT_STATE_LABELS } from '@kiemtra/shared/visits';
import { useMediaQuery } from '@mantine/hooks';
import { Suspense, useLayoutEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useMe } from '../../api/me.js';
import { lazyPart } from '../../app-shell/index.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Cards } from './Cards.js';
import { cardId, CriterionCard } from './CriterionCard.js';
import { CriterionList, listItemId } from './CriterionList.js';
import { DeskProvider } from './desk.js';
import type { FindingsFrame } from './findings-door.js';
import { useKeys } from './keys.js';
import { PhotoSettings } from './PhotoSettings.js';
import { ScoringHead } from './ScoringHead.js';
import { ALL, nextOpen, shownCriteria, useOpenSince, useSheetAddress, withHeadings } from './sheet-filter.js';
import styles from './scoring.module.css';
import { useDeskOf, useSheet } from './use-sheet.js';

const Ready = lazyPart(async () => (await import('./Ready.js')).Ready);
const KeysDialog = lazyPart(async () => (await import('./KeysDialog.js')).KeysDialog);

interface ScoringSheetViewProps {
  scoring: ScoringView;
  Findings: FindingsFrame;
  backTo: string;
}

/** Phone: all cards below each other. Desk: the list left, the criterion in hand right, keys for everything. */
export function ScoringSheetView({ scoring, Findings, backTo }: ScoringSheetViewProps) {
  const { visit, criteria, members } = scoring;
  const me = useMe();
  const desk = useDeskOf(scoring);
  const reading = useSheet(scoring);
  const { shown, current, go } = useSheetAddress();
  const isOpenSince = useOpenSince(shown, reading.results, current);
  const ownAreas = members.find(({ accountId }) => accountId === me.accountId)?.areas ?? [];
  // What is settled in hand stays there until one goes on.
  const isDisputed = (key: string) => reading.disputed.has(key) || key === current;
  const listed = shownCriteria(criteria.criteria, shown, ownAreas, isOpenSince, isDisputed);
  const isDesk = useMediaQuery('(min-width: 64em)', undefined, { getInitialValueInEffect: false });
  const [isHelpOpen, setHelpOpen] = useState(false);
  const sheet = useRef<HTMLDivElement>(null);
  const inHand = listed.find(({ key }) => key === current) ?? (isDesk ? listed[0] : undefined);

  useArrival(current);
  const pick = (key: string) => {
    go({ current: key });
    show(key);
  };
  const move = (by: 1 | -1) => {
    const next = listed[listed.findIndex(({ key }) => key === inHand?.key) + by];
    if (next) pick(next.key);
  };
  const toNext = () => {
    const from = isDesk ? (inHand?.key ?? null) : keyInView(sheet.current);
    const here = nextOpen(listed, reading.results, from);
    if (here !== null) return pick(here);
    const anywhere = nextOpen(criteria.criteria.filter(isScored), reading.results, from);
    if (anywhere === null) return undefined;
    go({ shown: ALL, current: anywhere });
    return show(anywhere);
  };
  // At a desk there is one card.
  const inCard = (selector: string) => sheet.current?.querySelectorAll<HTMLElement>(`[data-criterion] ${selector}`);
  useKeys(sheet, isDesk, {
    onMove: move,
    onChoose: (nth) => inCard('[data-choice]')?.[nth - 1]?.click(),
    onAction: (action) => inCard(`[data-action=${action}]`)?.[0]?.click(),
    onNext: toNext,
    onHelp: () => setHelpOpen(true),
  });
  const { tally } = reading.totals.whole;
  const openCount = tally.total - reading.results.size;

  return (
    <DeskProvider value={desk}>
      <title>{`${visit.target.name} – Phiếu chấm`}</title>
      <div ref={sheet} className={`${styles.sheet} ${styles.page}`}>
        <ScoringHead
          scoring={scoring}
          backTo={backTo}
          totals={reading.totals}
          disputedCount={reading.disputed.size}
          shown={shown}
          ownAreas={ownAreas}
          onShow={(next) => go({ shown: next })}
        />
        {!desk.isOpen && (
          <p className={styles.notice}>
            Cuộc kiểm tra {VISIT_STATE_LABELS[visit.state].toLowerCase()}: phiếu chấm chỉ để xem.
          </p>
        )}
        <div className={styles.beside}>
          <nav aria-label="Ghi nhận khác">
            <Link to="ho-so">Mẫu hồ sơ</Link>
            <Link to="co-mat">Kiểm đếm có mặt</Link>
            <Link to="bien-ban">Biên bản</Link>
          </nav>
          {desk.isOpen && <PhotoSettings />}
        </div>
        <Findings
          place={{
            planId: visit.plan.id,
            targetId: visit.target.id,
            targetName: visit.target.name,
            visitId: visit.id,
            versionId: desk.versionId,
          }}
        >
          {(door) => {
            if (listed.length === 0) return <NothingShown />;
            const rows = withHeadings(criteria.criteria, listed);
            if (!isDesk)
              return <Cards rows={rows} door={door} current={current} onTouch={(key) => go({ current: key })} />;
            return (
              <div className={styles.desk}>
                <CriterionList rows={rows} reading={reading} current={inHand?.key ?? null} onPick={pick} />
                {inHand && (
                  <CriterionCard
                    key={inHand.key}
                    criterion={inHand}
                    findings={door.found.get(inHand.key)}
                    onRaise={door.raise}
                    onEdit={door.edit}
                  />
                )}
              </div>
            );
          }}
        </Findings>
        {desk.isOpen && !desk.isLead && (
          <Suspense fallback={null}>
            <Ready />
          </Suspense>
        )}
        <div className={styles.float}>
          {isDesk && (
            <button type="button" className={styles.help} onClick={() => setHelpOpen(true)}>
              Phím tắt (?)
            </button>
          )}
          {openCount > 0 ? (
            <button type="button" className={styles.next} onClick={toNext}>
              Câu tiếp chưa chấm ({openCount})
            </button>
          ) : (
            <span className={styles.allDone}>Đã chấm đủ {tally.total} tiêu chí</span>
          )}
        </div>
        {isHelpOpen && (
          <Suspense fallback={null}>
            <KeysDialog onClose={() => setHelpOpen(false)} />
          </Suspense>
        )}
      </div>
    </DeskProvider>
  );
}

function NothingShown() {
  return <EmptyState>Không có tiêu chí nào khớp. Chọn “Tất cả” để xem toàn bộ phiếu.</EmptyState>;
}

/** Brings a criterion into view and into the hand of keyboard and screen reader, once it is drawn. */
function show(key: string): void {
  requestAnimationFrame(() => {
    document.getElementById(listItemId(key))?.scrollIntoView({ block: 'nearest' });
    const card = document.getElementById(cardId(key));
    card?.scrollIntoView({ block: 'start' });
    card?.focus({ preventScroll: true });
  });
}

/** A reload, or a link, lands on the criterion it names. */
function useArrival(current: string | null): void {
  const [arrival] = useState(current);
  useLayoutEffect(() => {
    if (arrival !== null) show(arrival);
  }, [arrival]);
}

/** The card the eyes are on: the one in hand if it is in sight, else the first in sight. */
function keyInView(sheet: HTMLElement | null): string | null {
  const inSight = [...(sheet?.querySelectorAll<HTMLElement>('[data-criterion]') ?? [])].filter((card) => {
    const { top, bottom } = card.getBoundingClientRect();
    return bottom > window.innerHeight * 0.3 && top < window.innerHeight * 0.8;
  });
  const held = inSight.find((card) => card.contains(document.activeElement));
  const first = held ?? inSight[0];
  if (!first) return null;
  return first.dataset['criterion'] ?? null;
}
