import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLedger } from '../../offline/index.js';
import styles from './queue.module.css';

/** The way out for a file that is on this device: to the device's own folder. */
export function SaveFile({ file: { id, name, mime } }: { file: { id: string; name: string; mime: string } }) {
  const ledger = useLedger();
  const save = async () => {
    const bytes = await ledger.findBytes(id);
    if (!bytes) return 'Tệp không còn trên máy này.';
    const address = URL.createObjectURL(new Blob([bytes], { type: mime }));
    Object.assign(document.createElement('a'), { href: address, download: name }).click();
    URL.revokeObjectURL(address);
    return 'Đã lưu tệp ra ngoài.';
  };
  return <Act name="Lưu tệp ra ngoài" onAct={save} />;
}

/** The way out for words that count nowhere: to the clipboard. */
export function CopyText({ textOf }: { textOf: () => string }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(textOf());
      return 'Đã sao chép.';
    } catch {
      // There is no clipboard on plain http.
      return 'Trình duyệt không cho sao chép; đề nghị chọn chữ rồi sao chép.';
    }
  };
  return <Act name="Sao chép" onAct={copy} />;
}

/** `onAct` gives what became of it, in words. */
function Act({ name, onAct }: { name: string; onAct: () => Promise<string> }) {
  const [done, setDone] = useState('');
  return (
    <div className={styles.act}>
      <Button variant="default" onClick={() => void onAct().then(setDone)}>
        {name}
      </Button>
      <span role="status">{done}</span>
    </div>
  );
}
