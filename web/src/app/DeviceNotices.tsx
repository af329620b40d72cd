import { clockOffsetText, clockStanding } from '@kiemtra/shared/fieldwork';
import { useState } from 'react';
import { LedgerProvider, useLedger, useSyncStatus, type Loss } from '../offline/index.js';
import { useDeviceLedger } from './device-ledger.js';
import styles from './ShellNotices.module.css';

/** What the person must know of this device, above the page: its clock is wrong, its browser threw something away. */
export function DeviceNotices() {
  const ledger = useDeviceLedger();
  if (ledger === 'opening' || ledger === 'failed') return null;
  return (
    <LedgerProvider value={ledger}>
      <Notices />
    </LedgerProvider>
  );
}

export function Notices() {
  const ledger = useLedger();
  const { clockOffsetMs, loss } = useSyncStatus();
  const [now] = useState(() => Date.now());
  return (
    <>
      {clockStanding(clockOffsetMs, now) !== 'right' && (
        <div className={styles.notice} role="status">
          <span>
            Đồng hồ của máy {clockOffsetText(clockOffsetMs)} so với hệ thống: đề nghị chỉnh lại giờ của máy. Nội dung
            ghi vẫn được nhận; giờ chính thức là giờ của hệ thống.
          </span>
        </div>
      )}
      {loss && lossText(loss) !== null && (
        <div className={styles.notice} role="alert">
          <span>{lossText(loss)}</span>
          {loss.ackedThrough !== undefined && (
            <span className={styles.acts}>
              <button type="button" className={styles.act} onClick={() => void ledger.forgetLoss()}>
                Đã rõ
              </button>
            </span>
          )}
        </div>
      )}
    </>
  );
}

/** What the server has and which numbers are missing; null when nothing is known to have been recorded. */
export function lossText({ lastSeq, ackedThrough }: Loss): string | null {
  const begin = 'Trình duyệt đã xóa dữ liệu của ứng dụng trên máy này.';
  if (ackedThrough === undefined) return lastSeq > 0 ? `${begin} Đang chờ mạng để đối chiếu với hệ thống.` : null;
  if (lastSeq === 0 && ackedThrough === 0) return null;
  const missing = lastSeq - ackedThrough;
  const has =
    ackedThrough > 0 ? `Hệ thống đã có các nội dung số 1 đến ${ackedThrough}` : 'Hệ thống chưa có nội dung nào';
  if (missing <= 0) return `${begin} ${has}, không thiếu nội dung nào đã biết.`;
  const numbers = missing === 1 ? `số ${lastSeq}` : `các số ${ackedThrough + 1} đến ${lastSeq}`;
  return `${begin} ${has}; còn thiếu ${missing} nội dung (${numbers}): đề nghị mở lại phiếu chấm, đối chiếu và ghi lại.`;
}
