import type { FileView } from '@kiemtra/shared/evidence';
import { useState } from 'react';
import { keep, readKept } from './kept.js';

/** A file that waits for the report; `findingId` where it proves one finding. */
export interface KeptFile extends FileView {
  findingId?: string | undefined;
}

export interface KeptFiles {
  files: readonly KeptFile[];
  add: (file: KeptFile) => void;
  remove: (fileId: string) => void;
  forget: () => void;
}

/** Files that are sent to the server and not yet said what for: kept on the device, as the text beside them is. */
export function useKeptFiles(draft: string, owner: string): KeptFiles {
  const name = `files.${owner}.${draft}`;
  const [files, setFiles] = useState(() => (readKept(localStorage, name) ?? []) as readonly KeptFile[]);
  const change = (next: (files: readonly KeptFile[]) => readonly KeptFile[]) => {
    setFiles((current) => {
      const changed = next(current);
      keep(localStorage, name, changed.length > 0 ? changed : null);
      return changed;
    });
  };
  return {
    files,
    add: (file) => change((current) => [...current, file]),
    remove: (fileId) => change((current) => current.filter(({ id }) => id !== fileId)),
    forget: () => change(() => []),
  };
}
