import { Text } from '@mantine/core';
import { remedyRateText, sumRates } from '@kiemtra/shared/remediation';
import { useQuery } from '@tanstack/react-query';
import { remedyRatesQuery } from './remediation.queries.js';
import styles from './remediation.module.css';

/** How much of what was found in a campaign is remedied, as a whole and by unit, the worst first. */
export function RemedyRates({ planId }: { planId: string }) {
  const { data = [] } = useQuery(remedyRatesQuery(planId));
  if (data.length === 0) return null;
  return (
    <details className={styles.rates}>
      <summary>Đã khắc phục {remedyRateText(sumRates(data))}</summary>
      <ul>
        {data.map((rate) => (
          <li key={rate.organizationId}>
            {rate.name}: {remedyRateText(rate)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The same for the unit that reads it, by campaign. */
export function OwnRemedyRates() {
  const { data = [] } = useQuery(remedyRatesQuery());
  return data.map((rate) => (
    <Text key={rate.plan.id} size="sm" c="dimmed">
      {rate.plan.title}: đã khắc phục {remedyRateText(rate)}
    </Text>
  ));
}
