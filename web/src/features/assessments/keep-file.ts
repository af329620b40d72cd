import { evidenceProblems, FILE_TYPES, isHeic, isPicture } from '@kiemtra/shared/evidence';
import { EditRefused, type AnswerPlace, type Ledger, type NewFile } from '../../offline/index.js';
import { readPhotoSettings } from './photos/photo-settings.js';

const HEIC_TEXT =
  'Máy này không mở được ảnh HEIC. Trên iPhone, vào Cài đặt → Camera → Định dạng, chọn “Tương thích nhất” rồi chụp lại; ' +
  'hoặc chuyển ảnh sang JPEG rồi thêm lại.';
const UNREADABLE_TEXT = 'Máy không đọc được tệp này. Đề nghị chọn lại.';

/** Puts a file into the device's ledger, a photo made ready first; gives why it was not taken, null when it was. */
export async function keepFile(ledger: Ledger, place: AnswerPlace, file: File): Promise<string | null> {
  if (!Object.hasOwn(FILE_TYPES, file.type) && !isHeic(file)) return evidenceProblems.wrongType.text(undefined);
  try {
    const ready = await makeReady(file);
    await ledger.addEvidence(place, { ...ready, name: ready.name.slice(0, 255) });
    return null;
  } catch (error) {
    if (!(error instanceof EditRefused)) return isHeic(file) ? HEIC_TEXT : UNREADABLE_TEXT;
    return (error.code === 'TOO_LARGE' ? evidenceProblems.tooLarge : evidenceProblems.empty).text(undefined);
  }
}

async function makeReady(file: File): Promise<NewFile> {
  const isPhoto = isPicture(file.type) || isHeic(file);
  // A photo as it is is better than none.
  const making = isPhoto ? await import('./photos/prepare-photo.js').catch(() => null) : null;
  if (making) return making.preparePhoto(file, readPhotoSettings());
  return { name: file.name, mime: file.type, bytes: new Uint8Array(await file.arrayBuffer()) };
}
