import { useEffect, useState } from 'react';
import { useLedger } from '../../../offline/index.js';
import { findPicture } from './picture-bytes.js';
import type { ShownFile } from './shown-files.js';

interface Picture {
  blob: Blob | null;
  url: string | null;
  isMissing: boolean;
}

const LOADING: Picture = { blob: null, url: null, isMissing: false };

/** A picture and an address to show it under, for as long as it is shown. */
export function usePicture(shown: ShownFile | undefined): Picture {
  const ledger = useLedger();
  const [found, setFound] = useState<(Picture & { of: string }) | null>(null);
  const { id, mime } = shown?.file ?? {};
  const isReceived = shown?.isReceived ?? false;
  useEffect(() => {
    if (!id || !mime) return undefined;
    let url: string | null = null;
    let isCurrent = true;
    const load = async () => {
      const blob = await findPicture(ledger, { id, mime, isReceived });
      if (!isCurrent) return;
      url = blob && URL.createObjectURL(blob);
      setFound({ of: id, blob, url, isMissing: blob === null });
    };
    void load();
    return () => {
      isCurrent = false;
      if (url) URL.revokeObjectURL(url);
    };
  }, [ledger, id, mime, isReceived]);
  return found?.of === id && found ? found : LOADING;
}
