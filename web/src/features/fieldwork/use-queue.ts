import { useEffect, useState } from 'react';
import { useLedger, type Queue } from '../../offline/index.js';

/** What this device holds back, read again after each change; at most `limit` of each part. */
export function useQueue(limit: number): Queue | 'reading' | 'failed' {
  const ledger = useLedger();
  const [queue, setQueue] = useState<Queue | 'reading' | 'failed'>('reading');
  useEffect(() => {
    let isCurrent = true;
    let isReading = false;
    let isDue = false;
    // Once at a time, and once more for whatever changed meanwhile.
    const read = async (): Promise<void> => {
      if (isReading) {
        isDue = true;
        return;
      }
      isReading = true;
      isDue = false;
      const next = await ledger.readQueue(limit).catch(() => 'failed' as const);
      isReading = false;
      if (!isCurrent) return;
      setQueue(next);
      if (isDue) await read();
    };
    void read();
    const unsubscribe = ledger.subscribe(() => void read());
    return () => {
      isCurrent = false;
      unsubscribe();
    };
  }, [ledger, limit]);
  return queue;
}
