import { useMemo } from 'react';
import { useCells, useEvidence } from '../../../offline/index.js';
import { captionField, shownFiles, type ShownFile } from './shown-files.js';

/** The files of a criterion as its card shows them. */
export function useShownFiles(target: string, criterion: string): readonly ShownFile[] {
  const files = useEvidence(target, criterion);
  const captions = useCells(
    target,
    criterion,
    files.map(({ file }) => captionField(file.id)),
  );
  return useMemo(() => shownFiles(files, captions), [files, captions]);
}
