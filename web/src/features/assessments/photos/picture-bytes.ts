import { apiHref } from '../../../api/client.js';
import type { Ledger } from '../../../offline/index.js';

interface Wanted {
  id: string;
  mime: string;
  /** The server holds it. */
  isReceived: boolean;
}

/** The picture itself: the bytes on this device, else the copy the server drew; null when neither can be had now. */
export async function findPicture(ledger: Ledger, { id, mime, isReceived }: Wanted): Promise<Blob | null> {
  const bytes = await ledger.findBytes(id);
  if (bytes) return new Blob([bytes], { type: mime });
  if (!isReceived) return null;
  try {
    const answer = await fetch(apiHref(`/files/${id}/view`), { credentials: 'same-origin' });
    const isPicture = answer.headers.get('content-type')?.startsWith('image/') ?? false;
    return answer.ok && isPicture ? await answer.blob() : null;
  } catch {
    return null;
  }
}
