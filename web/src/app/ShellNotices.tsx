import { Suspense, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { useCan, useMe } from '../api/me.js';
import {
  currentUpdate,
  countMissingChunks,
  lazyPart,
  onMissingChunk,
  onUpdate,
  retryChunks,
  takeUpdate,
} from '../app-shell/index.js';
import { deviceLedger } from './device-ledger.js';
import { whyNotNow } from './update-moment.js';
import styles from './ShellNotices.module.css';

const DeviceNotices = lazyPart(async () => (await import('./DeviceNotices.js')).DeviceNotices);

/** What concerns the app itself, above the page: a part that is not on the device, a new build, what happened to the device. */
export function ShellNotices() {
  const { pathname } = useLocation();
  const missing = useSyncExternalStore(onMissingChunk, countMissingChunks);
  // The address bar is ahead of the page that is shown.
  const isOnTheWay = missing > 0 && pathname !== window.location.pathname;
  return (
    <div className="k-no-print">
      {isOnTheWay && <MissingPart />}
      <UpdateOffer />
      {useCan('fieldwork.record') && (
        <Suspense fallback={null}>
          <DeviceNotices />
        </Suspense>
      )}
    </div>
  );
}

/** Shown while a page that was asked for cannot be had; the one in hand stays. */
export function MissingPart() {
  if (useSyncExternalStore(onMissingChunk, countMissingChunks) === 0) return null;
  return (
    <div className={`${styles.notice} ${styles.missing}`} role="status">
      <span>Chưa mở được trang vừa chọn: phần này chưa có trên máy và chưa tải được. Máy sẽ tự mở khi tải được.</span>
      <span className={styles.acts}>
        <button type="button" className={styles.act} onClick={retryChunks}>
          Thử lại
        </button>
        <button type="button" className={styles.act} onClick={() => void takeUpdate()}>
          Tải lại trang
        </button>
      </span>
    </div>
  );
}

/** A new build is there: taken when the person says so and nothing is half done. */
function UpdateOffer() {
  const update = useSyncExternalStore(onUpdate, currentUpdate);
  const { accountId } = useMe();
  const mayHold = useCan('fieldwork.record');
  const [isLater, setLater] = useState(false);
  const [isTaking, setTaking] = useState(false);
  const [obstacle, setObstacle] = useState<string | null>(null);
  if (update === 'none' || isLater) return null;

  const take = async () => {
    setTaking(true);
    const ledger = mayHold ? await deviceLedger(accountId).catch(() => null) : null;
    const why = await whyNotNow(ledger);
    setObstacle(why);
    if (why === null) await takeUpdate();
    setTaking(false);
  };
  return (
    <div className={styles.notice} role="status">
      <span>Có bản mới. {obstacle ?? 'Cập nhật sẽ tải lại trang này; nội dung đã ghi vẫn giữ trên máy.'}</span>
      <span className={styles.acts}>
        <button type="button" className={styles.act} disabled={isTaking} onClick={() => void take()}>
          {isTaking ? 'Đang cập nhật…' : 'Cập nhật'}
        </button>
        <button type="button" className={styles.act} onClick={() => setLater(true)}>
          Để sau
        </button>
      </span>
    </div>
  );
}
