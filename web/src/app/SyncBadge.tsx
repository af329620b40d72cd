import { useDebouncedValue } from '@mantine/hooks';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useMe } from '../api/me.js';
import { lazyPart } from '../app-shell/index.js';
import { LedgerProvider, useSyncStatus, type SyncStatus } from '../offline/index.js';
import { StatusBadge } from '../ui/StatusBadge.js';
import { useDeviceLedger } from './device-ledger.js';
import { followAccount } from './follow-account.js';
import styles from './SyncBadge.module.css';
import { syncBadgeOf } from './sync-badge-words.js';

const SyncDetails = lazyPart(async () => (await import('./SyncDetails.js')).SyncDetails);

/** How the device's ledger stands, in the corner of every page; opens to say why and what can be done. */
export function SyncBadge() {
  const ledger = useDeviceLedger();
  const { accountId } = useMe();
  useEffect(() => followAccount(accountId, () => location.assign('/')), [accountId]);
  if (ledger === 'opening') return null;
  if (ledger === 'failed') return <StatusBadge tone="late">Máy không lưu được</StatusBadge>;
  return (
    <LedgerProvider value={ledger}>
      <OpenBadge />
    </LedgerProvider>
  );
}

/** What changes and changes back sooner is not shown. */
const STEADY_MS = 300;

function OpenBadge() {
  const [steady] = useDebouncedValue(useSyncStatus(), STEADY_MS);
  const { pathname } = useLocation();
  // A new page closes it.
  return <Unfolding key={pathname} status={steady} />;
}

/** Opens by its button; closes by it, by Escape, and by a touch or a step outside. */
function Unfolding({ status }: { status: SyncStatus }) {
  const [isOpen, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !whole.current?.contains(target)) setOpen(false);
    };
    const close = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    const open = new AbortController();
    const { signal } = open;
    document.addEventListener('pointerdown', leave, { signal });
    document.addEventListener('focusin', leave, { signal });
    document.addEventListener('keydown', close, { signal });
    return () => open.abort();
  }, [isOpen]);
  const { tone, text } = syncBadgeOf(status);
  return (
    <div ref={whole} className={styles.whole}>
      <button
        ref={button}
        type="button"
        className={styles.badge}
        aria-label={`Đồng bộ: ${text}`}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <StatusBadge tone={tone}>{text}</StatusBadge>
      </button>
      {isOpen && (
        <div role="group" aria-label="Đồng bộ" className={styles.details}>
          <Suspense fallback={null}>
            <SyncDetails status={status} />
          </Suspense>
        </div>
      )}
    </div>
  );
}
