import { codePointLength, isStorableText } from '../kernel/index.js';

/** Largest file, in bytes. */
export const FILE_MAX_BYTES = 20 * 1024 * 1024;
const NAME_MAX = 200;

/** What may be uploaded, by what the bytes say (never by the name): media type → usual ending and Vietnamese label. */
export const FILE_TYPES: Record<string, { ending: string; label: string }> = {
  'application/pdf': { ending: 'pdf', label: 'PDF' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { ending: 'docx', label: 'Word (DOCX)' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { ending: 'xlsx', label: 'Excel (XLSX)' },
  'image/jpeg': { ending: 'jpg', label: 'ảnh JPEG' },
  'image/png': { ending: 'png', label: 'ảnh PNG' },
  'image/webp': { ending: 'webp', label: 'ảnh WebP' },
};

/** True for pictures, which screens may show. */
export function isPicture(mediaType: string): boolean {
  return mediaType.startsWith('image/');
}

/**
 * A file name as it is kept: NFC, without folders, control and direction characters, at most 200 code points,
 * with the ending of what the file really is. "..\\ảnh\u202Egpj.exe" of a JPEG becomes "ảnhgpj.exe.jpg".
 */
export function safeFileName(given: string, mediaType: string): string {
  const ending = FILE_TYPES[mediaType]?.ending ?? 'bin';
  const bare = [...given.normalize('NFC')]
    .filter((char) => isStorableText(char) && !/[\t\r\n\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"]/u.test(char))
    .join('')
    .replace(/^.*[/\\]/u, '')
    .replace(/[<>:|?*]/g, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const hasEnding = bare.toLowerCase().endsWith(`.${ending}`) || (ending === 'jpg' && /\.jpe?g$/i.test(bare));
  const stem = bare === '' || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(bare) ? `tep-${bare || 'dinh-kem'}` : bare;
  const name = hasEnding ? stem : `${stem}.${ending}`;
  return codePointLength(name) <= NAME_MAX
    ? name
    : `${[...stem].slice(0, NAME_MAX - ending.length - 1).join('')}.${ending}`;
}

/** A size as people read it: "1,4 MB", "320 kB". */
export function formatFileSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  const [unit, name] = bytes < 1_000_000_000 ? [1_000_000, 'MB'] : [1_000_000_000, 'GB'];
  return `${(Math.round((bytes / unit) * 10) / 10).toString().replace('.', ',')} ${name}`;
}
