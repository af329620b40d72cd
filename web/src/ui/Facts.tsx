import { Fragment, type ReactNode } from 'react';
import { NONE } from './DateText.js';
import styles from './Facts.module.css';

/** A record's particulars as names and values; "–" for none. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value === null || value === undefined || value === '' ? NONE : value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
