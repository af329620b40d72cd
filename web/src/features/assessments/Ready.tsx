import { useEffect, useState } from 'react';
import { useLedger, type Readiness, type SyncStatus } from '../../offline/index.js';
import { InstantText } from '../../ui/DateText.js';
import { useDesk } from './desk.js';
import styles from './ready.module.css';

/** Where a member says to be done with the own part, so that the head need not wait for this device; says nothing elsewhere. */
export function Ready() {
  const { visitId: visit, targetId: target, versionId: version } = useDesk();
  const ledger = useLedger();
  const readiness = useReadiness(visit);
  if (!readiness) return null;
  const say = async () => (await ledger.ready()).say({ visit, target, version, criterion: '' });
  const { saidAt, isSent } = readiness;
  return (
    <section className={styles.ready} aria-label="Phần việc của anh/chị">
      <p role="status">
        {saidAt !== null && (
          <>
            <strong>Đã báo xong phần của mình</strong> lúc <InstantText instant={saidAt} />
            {isSent ? '.' : ' · Đã lưu trên máy, gửi khi có mạng.'}
          </>
        )}
      </p>
      {saidAt === null && (
        <button type="button" className={styles.say} onClick={() => void say()}>
          Tôi đã xong phần của mình
        </button>
      )}
      <p className={styles.hint}>
        {saidAt === null
          ? 'Trưởng đoàn chờ máy này cho đến khi anh/chị báo xong. Sau đó vẫn ghi, sửa được, rồi báo lại.'
          : 'Ghi hoặc sửa thêm thì cần báo lại.'}
      </p>
    </section>
  );
}

function useReadiness(visit: string): Readiness | null {
  const ledger = useLedger();
  const [readiness, setReadiness] = useState<Readiness | null>(null);
  useEffect(() => {
    let isCurrent = true;
    let counted: SyncStatus | null = null;
    const read = async () => {
      // Whatever is written or sent is counted anew; typing is not.
      if (counted === ledger.status()) return;
      counted = ledger.status();
      const ready = await ledger.ready();
      const found = await ready.read(visit);
      if (isCurrent) setReadiness(found);
    };
    // A database that cannot be read is told of elsewhere.
    const readAgain = () => void read().catch(() => undefined);
    readAgain();
    const unsubscribe = ledger.subscribe(readAgain);
    return () => {
      isCurrent = false;
      unsubscribe();
    };
  }, [ledger, visit]);
  return readiness;
}
