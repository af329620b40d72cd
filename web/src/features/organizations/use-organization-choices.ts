import { useDebouncedValue } from '@mantine/hooks';
import { formatDate, type CalendarDate } from '@kiemtra/shared/kernel';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { choicesOf, pathText, type OrganizationChoice } from './organization-choices.js';
import { organizationQuery, organizationsQuery, today } from './organizations.queries.js';

const TYPING_PAUSE = 250;

/** Most rows in an open list; typing finds the others. */
export const MOST_SHOWN = 300;

interface Wanted {
  at: CalendarDate | undefined;
  typed: string;
  /** Ids that are picked already; they are shown even when the body does not exist on the day. */
  picked: readonly string[];
}

interface OrganizationChoices {
  /** Undefined while they are on their way. */
  choices: OrganizationChoice[] | undefined;
  /** What is picked and not among the choices, as a group of its own. */
  strangers: OrganizationChoice[];
  problem: Error | null;
  retry: () => void;
}

/**
 * The bodies of a day, loaded once and then searched here without waiting. A province with more of them than one answer
 * holds is also asked for what is typed.
 */
export function useOrganizationChoices({ at = today(), typed, picked }: Wanted): OrganizationChoices {
  const [search] = useDebouncedValue(typed.trim(), TYPING_PAUSE);
  const list = useQuery({ ...organizationsQuery({ at }), placeholderData: undefined });
  const isPart = list.data !== undefined && list.data.total > list.data.items.length;
  const found = useQuery({ ...organizationsQuery({ at, search }), enabled: isPart && search !== '' });

  const choices = useMemo(() => {
    if (!list.data) return undefined;
    const all = [...list.data.items, ...(isPart ? (found.data?.items ?? []) : [])];
    return choicesOf([...new Map(all.map((organization) => [organization.id, organization])).values()]);
  }, [list.data, found.data, isPart]);

  const known = useMemo(() => new Set(choices?.map(({ organization }) => organization.id)), [choices]);
  const missing = choices ? picked.filter((id) => !known.has(id)) : [];
  const details = useQueries({ queries: missing.map((id) => organizationQuery(id, at)) });
  const strangers = details.flatMap(({ data }) => {
    const path = data ? pathText([...data.path, data]) : '';
    return choicesOf(data ? [data] : []).map((choice) => ({ ...choice, path, group: notOn(at) }));
  });
  return { choices, strangers, problem: list.error, retry: () => void list.refetch() };
}

function notOn(at: CalendarDate): string {
  return `Không hoạt động vào ngày ${formatDate(at)}`;
}
