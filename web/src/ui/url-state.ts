import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/**
 * One value kept in the address bar, so that a shared link opens the same view; the default is left out of the address.
 * `const [role, setRole] = useUrlState('vai-tro')`.
 */
export function useUrlState(name: string, fallback = ''): [string, (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string) => {
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          if (value === fallback) next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      );
    },
    [name, fallback, setParams],
  );
  return [params.get(name) ?? fallback, set];
}

/** Address name of a page's search text. */
export const SEARCH_PARAM = 'tim';
