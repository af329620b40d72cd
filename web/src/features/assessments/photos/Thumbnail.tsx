import { IconPhoto } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { apiHref } from '../../../api/client.js';
import { useLedger, type EvidenceSnapshot, type Ledger } from '../../../offline/index.js';
import styles from './photos.module.css';

/** Sharp on a phone at the size it is shown in. */
const WIDTH = 192;

type Source = { from: 'device'; bitmap: ImageBitmap } | { from: 'server' } | { from: 'nowhere' };

/** A small picture: of the bytes on this device, else the server's. Nothing is opened before it comes into sight. */
export function Thumbnail({ file, isReceived }: Pick<EvidenceSnapshot, 'file' | 'isReceived'>) {
  const ledger = useLedger();
  const holder = useRef<HTMLSpanElement>(null);
  const isSeen = useSeen(holder);
  const [source, setSource] = useState<Source | null>(null);
  useEffect(() => {
    if (!isSeen) return undefined;
    let isCurrent = true;
    const load = async () => {
      const bitmap = await opened(ledger, file.id);
      if (!isCurrent) bitmap?.close();
      else setSource(bitmap ? { from: 'device', bitmap } : { from: isReceived ? 'server' : 'nowhere' });
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [isSeen, ledger, file.id, isReceived]);

  return (
    <span ref={holder} className={styles.thumbnail}>
      {source?.from === 'device' && <canvas ref={(canvas) => draw(canvas, source.bitmap)} />}
      {source?.from === 'server' && (
        <img src={apiHref(`/files/${file.id}/thumbnail`)} alt="" onError={() => setSource({ from: 'nowhere' })} />
      )}
      {source?.from === 'nowhere' && <IconPhoto aria-hidden />}
    </span>
  );
}

function draw(canvas: HTMLCanvasElement | null, bitmap: ImageBitmap): void {
  if (!canvas) return;
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
}

/** One after the other: each is a whole photo while it is opened. */
let line: Promise<unknown> = Promise.resolve();

function opened(ledger: Ledger, id: string): Promise<ImageBitmap | null> {
  const opening = line.then(async () => {
    try {
      const bytes = await ledger.findBytes(id);
      return bytes && (await createImageBitmap(new Blob([bytes]), { resizeWidth: WIDTH, resizeQuality: 'medium' }));
    } catch {
      return null;
    }
  });
  line = opening;
  return opening;
}

function useSeen(element: React.RefObject<HTMLElement | null>): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
      { rootMargin: '200px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isSeen;
}
