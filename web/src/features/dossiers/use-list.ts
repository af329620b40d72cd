import {
  findListHead,
  readDelimited,
  readDossierList,
  type ListColumn,
  type ListedDossier,
  type ListHead,
  type ListReading,
} from '@kiemtra/shared/dossiers';
import { useMemo, useState } from 'react';
import { readListFile } from './list-file.js';

interface Source {
  rows: string[][];
  /** The name of the file; null for what was pasted. */
  name: string | null;
}

interface Told {
  leftOut: ReadonlySet<number>;
  columns: ListHead['columns'] | null;
}

const NOTHING_TOLD: Told = { leftOut: new Set(), columns: null };

/** A list on its way from a clipboard or a file to a draw. It stays in memory alone: it is about people who were not drawn. */
export interface ChosenList {
  source: Source | null;
  /** Why a file could not be read. */
  problem: string | null;
  head: ListHead | null;
  reading: ListReading | null;
  leftOutCount: number;
  /** The list, once nothing is wrong with it. */
  list: readonly ListedDossier[] | null;
  paste: (text: string) => void;
  pick: (file: File) => Promise<void>;
  tell: (column: ListColumn, place: number | null) => void;
  /** Leaves out the rows that cannot be read. */
  leaveOut: () => void;
}

export function useList(): ChosenList {
  const [source, setSource] = useState<Source | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [told, setTold] = useState(NOTHING_TOLD);

  const head = useMemo(() => {
    const found = source && findListHead(source.rows);
    return found && { ...found, columns: told.columns ?? found.columns };
  }, [source, told.columns]);
  const reading = useMemo(
    () => (source && head ? readDossierList(source.rows, told.leftOut, head) : null),
    [source, told.leftOut, head],
  );
  const isClean = reading !== null && reading.problem === null && reading.faults.length === 0;
  const take = (next: Source | null, why: string | null) => {
    setSource(next);
    setProblem(why);
    setTold(NOTHING_TOLD);
  };

  return {
    source,
    problem,
    head,
    reading,
    leftOutCount: told.leftOut.size,
    list: isClean && reading.list.length > 0 ? reading.list : null,
    paste: (text) => take(text.trim() === '' ? null : { rows: readDelimited(text), name: null }, null),
    async pick(file) {
      const read = await readListFile(file);
      if ('problem' in read) take(null, `${file.name}: ${read.problem}`);
      else take({ rows: read.rows, name: file.name }, null);
    },
    tell(column, place) {
      const { [column]: _, ...others } = head?.columns ?? {};
      setTold({ leftOut: new Set(), columns: place === null ? others : { ...others, [column]: place } });
    },
    leaveOut: () =>
      setTold(({ leftOut, columns }) => ({
        columns,
        leftOut: new Set([...leftOut, ...(reading?.faults ?? []).map(({ row }) => row)]),
      })),
  };
}
