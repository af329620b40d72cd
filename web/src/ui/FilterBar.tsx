import { TextInput } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import styles from './FilterBar.module.css';
import { SEARCH_PARAM, useUrlState } from './url-state.js';

const TYPING_PAUSE = 250;

/** Search (kept in the address as `tim`, read with `useUrlState(SEARCH_PARAM)`) and the filters of a list. */
export function FilterBar({ label, children }: { label: string; children?: ReactNode }) {
  const [query, setQuery] = useUrlState(SEARCH_PARAM);
  // What is being typed and is not yet in the address; null when the address says it all (Back, a shared link).
  const [typed, setTyped] = useState<string | null>(null);

  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => setQuery(typed), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [typed, setQuery]);
  if (typed === query) setTyped(null);

  return (
    <search className={`${styles.bar} k-no-print`}>
      <TextInput
        type="search"
        label={label}
        value={typed ?? query}
        onChange={(event) => setTyped(event.currentTarget.value)}
        className={styles.search}
        autoComplete="off"
      />
      {children}
    </search>
  );
}
