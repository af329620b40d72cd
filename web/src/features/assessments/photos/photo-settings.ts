import { isRecord } from '@kiemtra/shared/kernel';
import { keep, readKept } from '../../../ui/kept.js';

/** What a person has set for the photos of this device. */
export interface PhotoSettings {
  /** Photos are kept and sent as the camera wrote them. */
  keepsOriginal: boolean;
  /** New photos say where the device was. */
  tellsPlace: boolean;
}

const NAME = 'photos';

/** Nothing is switched on unless somebody did. */
export function readPhotoSettings(): PhotoSettings {
  const kept = readKept(localStorage, NAME);
  const isOn = (name: keyof PhotoSettings) => isRecord(kept) && kept[name] === true;
  return { keepsOriginal: isOn('keepsOriginal'), tellsPlace: isOn('tellsPlace') };
}

export function keepPhotoSettings(settings: PhotoSettings): void {
  keep(localStorage, NAME, settings);
}
