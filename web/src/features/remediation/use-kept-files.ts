import type { FileView } from '@kiemtra/shared/evidence';
import { useState } from 'react';

interface KeptFiles {
  files: readonly FileView[];
  add: (file: FileView) => void;
  remove: (fileId: string) => void;
  forget: () => void;
}

/** Files that are sent to the server and not yet said what for; they survive a reload, as the text beside them does. */
export function useKeptFiles(name: string): KeptFiles {
  const key = `kiemtra.files.${name}`;
  const [files, setFiles] = useState(() => stored(key));
  const change = (next: (files: readonly FileView[]) => readonly FileView[]) => {
    setFiles((current) => {
      const changed = next(current);
      store(key, changed);
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

function stored(key: string): readonly FileView[] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as FileView[];
  } catch {
    return [];
  }
}

function store(key: string, files: readonly FileView[]): void {
  try {
    if (files.length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(files));
  } catch {
    // A full or forbidden storage takes nothing from the form on the screen.
  }
}
