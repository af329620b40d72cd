import { evidenceProblems, FILE_TYPES, isHeic, isPicture } from '@kiemtra/shared/evidence';
import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { EditRefused, useLedger, type NewFile } from '../../offline/index.js';
import { useDesk } from './desk.js';
import { readPhotoSettings } from './photos/photo-settings.js';

interface Adding {
  /** Files that were not taken, each with why. */
  refused: readonly { name: string; why: string }[];
  /** How many are still to be put into the ledger. */
  left: number;
  add: (files: readonly File[]) => Promise<void>;
}

const HEIC_TEXT =
  'Máy này không mở được ảnh HEIC. Trên iPhone, vào Cài đặt → Camera → Định dạng, chọn “Tương thích nhất” rồi chụp lại; ' +
  'hoặc chuyển ảnh sang JPEG rồi thêm lại.';
const UNREADABLE_TEXT = 'Máy không đọc được tệp này. Đề nghị chọn lại.';

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
    const why = await keep(file);
    if (why !== null) setRefused((others) => [...others, { name: file.name, why }]);
    setLeft((count) => count - 1);
  };
  const keep = async (file: File): Promise<string | null> => {
    if (!Object.hasOwn(FILE_TYPES, file.type) && !isHeic(file)) return evidenceProblems.wrongType.text(undefined);
    try {
      const ready = await makeReady(file);
      await ledger.addEvidence({ visit, target, version, criterion }, { ...ready, name: ready.name.slice(0, 255) });
      return null;
    } catch (error) {
      if (!(error instanceof EditRefused)) return isHeic(file) ? HEIC_TEXT : UNREADABLE_TEXT;
      return (error.code === 'TOO_LARGE' ? evidenceProblems.tooLarge : evidenceProblems.empty).text(undefined);
    }
  };
  return { refused, left, add };
}

async function makeReady(file: File): Promise<NewFile> {
  const isPhoto = isPicture(file.type) || isHeic(file);
  // A photo as it is is better than none.
  const making = isPhoto ? await import('./photos/prepare-photo.js').catch(() => null) : null;
  if (making) return making.preparePhoto(file, readPhotoSettings());
  return { name: file.name, mime: file.type, bytes: new Uint8Array(await file.arrayBuffer()) };
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
