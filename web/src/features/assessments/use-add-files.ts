import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { untilLoaded } from '../../app-shell/index.js';
import { useLedger } from '../../offline/index.js';
import { useDesk } from './desk.js';

interface Adding {
  /** Files that were not taken, each with why. */
  refused: readonly { name: string; why: string }[];
  /** How many are still to be put into the ledger. */
  left: number;
  add: (files: readonly File[]) => Promise<void>;
}

/** Puts files into the device's ledger one after the other, however fast they come; photos are made ready first. */
export function useAddFiles(criterion: string): Adding {
  const { visitId: visit, targetId: target, versionId: version } = useDesk();
  const ledger = useLedger();
  const [refused, setRefused] = useState<Adding['refused']>([]);
  const [left, setLeft] = useState(0);
  const line = useRef(Promise.resolve());

  const add = (files: readonly File[]) => {
    if (left === 0) setRefused([]);
    setLeft((count) => count + files.length);
    for (const file of files) line.current = line.current.then(() => take(file));
    return line.current;
  };
  const take = async (file: File) => {
    const { keepFile } = await untilLoaded(() => import('./keep-file.js'));
    const why = await keepFile(ledger, { visit, target, version, criterion }, file);
    if (why !== null) setRefused((others) => [...others, { name: file.name, why }]);
    setLeft((count) => count - 1);
  };
  return { refused, left, add };
}

/** Files that are dropped or pasted onto an element, as a desk has them. */
export function carriedFiles(add: Adding['add']) {
  return {
    onPaste: (event: ClipboardEvent) => {
      const files = [...event.clipboardData.files];
      if (files.length === 0) return;
      event.preventDefault();
      void add(files);
    },
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes('Files')) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      void add([...event.dataTransfer.files]);
    },
  };
}
