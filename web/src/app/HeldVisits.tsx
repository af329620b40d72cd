import { Anchor, Button, Title } from '@mantine/core';
import { visitTimeText } from '@kiemtra/shared/visits';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { scoringPath } from '../features/visits/visits.paths.js';
import type { HeldVisit } from '../offline/index.js';
import { StatusBadge } from '../ui/StatusBadge.js';
import { useDeviceLedger } from './device-ledger.js';
import styles from './today-sections.module.css';

/** The visits on this device: they open without a network. */
export function HeldVisits() {
  const ledger = useDeviceLedger();
  const [held, setHeld] = useState<HeldVisit[]>([]);
  useEffect(() => {
    if (ledger === 'opening' || ledger === 'failed') return;
    // A device that cannot be read holds nothing.
    ledger.listHeld().then(setHeld, () => undefined);
  }, [ledger]);
  if (held.length === 0) return null;
  return (
    <section className={styles.section}>
      <Title order={2}>Có trên máy này</Title>
      <ul className={styles.held}>
        {held.map(({ visit, isForField }) => (
          <li key={visit.id}>
            <div>
              <Anchor component={Link} to={scoringPath(visit.id)} inherit>
                {visit.target.name}
              </Anchor>
              <div>{visitTimeText(visit)}</div>
              {isForField && <StatusBadge tone="done">Sẵn sàng đi kiểm tra</StatusBadge>}
            </div>
            <Button component={Link} to={scoringPath(visit.id)}>
              Chấm điểm
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
