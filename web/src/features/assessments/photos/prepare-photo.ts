/**
 * A photo on its way into the ledger: hashed as the camera wrote it, then made smaller unless the device keeps originals.
 * Decoding, encoding and hashing are the browser's own and run beside the screen. What is drawn anew holds nothing that
 * the camera had written into the file.
 */
import { fitWithin, isHeic, PICTURE_EDGE, PICTURE_QUALITY } from '@kiemtra/shared/evidence';
import type { Capture } from '@kiemtra/shared/fieldwork';
import { localInstant, sha256Hex, type NewFile } from '../../../offline/index.js';
import { currentPlace } from './current-place.js';
import type { PhotoSettings } from './photo-settings.js';

/** The device cannot open a picture that only it could turn into one that everybody can. */
export class UnreadablePhoto extends Error {}

/** An older photo says nothing of where the device is now. */
const JUST_TAKEN_MS = 5 * 60_000;
const JPEG = 'image/jpeg';

/** The file to keep. A picture that this browser cannot open is kept as it is, unless nobody else could open it either. */
export async function preparePhoto(file: File, settings: PhotoSettings): Promise<NewFile> {
  const place = settings.tellsPlace && Date.now() - file.lastModified < JUST_TAKEN_MS ? await currentPlace() : null;
  const taken: Capture = {
    ...(file.lastModified > 0 && { taken_at: localInstant(file.lastModified) }),
    ...(place && { place }),
  };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const asIs: NewFile = { name: file.name, mime: file.type, bytes, capture: taken };
  const mustConvert = isHeic(file);
  const picture = await opened(file);
  if (!picture) {
    if (mustConvert) throw new UnreadablePhoto();
    return asIs;
  }
  try {
    const { width, height } = picture;
    const measured = { ...asIs, capture: { width, height, ...taken } };
    if (settings.keepsOriginal && !mustConvert) return measured;
    const smaller = await redraw(picture).catch(() => null);
    if (!smaller && mustConvert) throw new UnreadablePhoto();
    if (!smaller || (!mustConvert && smaller.bytes.length >= bytes.length)) return measured;
    const original = { sha256: await sha256Hex(bytes), size: bytes.length };
    return {
      name: `${file.name.replace(/\.\w{1,5}$/, '')}.jpg`,
      mime: JPEG,
      bytes: smaller.bytes,
      capture: { original, width: smaller.width, height: smaller.height, ...taken },
    };
  } finally {
    picture.close();
  }
}

/** Null for what this browser cannot show. Without options, browsers turn a picture as its camera says. */
async function opened(file: File): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file);
  } catch {
    return null;
  }
}

/** The picture as a JPEG that fits the box. */
async function redraw(picture: ImageBitmap) {
  const { width, height } = fitWithin(picture.width, picture.height, PICTURE_EDGE);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gives no canvas.');
  // JPEG has no transparency; paper is white.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: JPEG, quality: PICTURE_QUALITY });
  return { width, height, bytes: new Uint8Array(await blob.arrayBuffer()) };
}
