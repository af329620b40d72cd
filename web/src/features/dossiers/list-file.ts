/** A list of dossiers out of a file of the one-stop shop, as rows and cells; nothing of it leaves the device. */
import { LIST_MAX, readDelimited } from '@kiemtra/shared/dossiers';
import { untilLoaded } from '../../app-shell/index.js';

/** The largest file that is read: a list of 20,000 rows is far below. */
export const LIST_FILE_BYTES_MAX = 5 * 1024 * 1024;

export const LIST_FILE_ENDINGS = '.xlsx,.csv,.tsv,.txt';

export type ListFile = { rows: string[][] } | { problem: string };

/** Reads the first sheet of an XLSX file, or a file of delimited text. Never throws. */
export async function readListFile(file: File): Promise<ListFile> {
  if (file.size > LIST_FILE_BYTES_MAX) return { problem: 'Tệp lớn hơn 5 MB: đề nghị chỉ giữ danh sách hồ sơ cần rút.' };
  try {
    const bytes = await file.arrayBuffer();
    // An XLSX file is a ZIP archive, whatever it is called.
    const [first, second] = new Uint8Array(bytes);
    return first === 0x50 && second === 0x4b ? await readSheetFile(bytes) : readTextFile(bytes);
  } catch {
    return { problem: 'Không đọc được tệp. Đề nghị lưu lại dạng XLSX hoặc CSV (UTF-8), hoặc dán danh sách.' };
  }
}

function readTextFile(bytes: ArrayBuffer): ListFile {
  const [first, second] = new Uint8Array(bytes);
  const isUtf16 = first === 0xff && second === 0xfe;
  try {
    return { rows: readDelimited(new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return { problem: 'Tệp không ở bảng mã UTF-8. Đề nghị lưu lại dạng “CSV UTF-8” hoặc XLSX.' };
  }
}

/** Rows above the list's own, such as its title. */
const ROWS_BESIDE = 100;

async function readSheetFile(bytes: ArrayBuffer): Promise<ListFile> {
  const { readSheet } = await untilLoaded(() => import('read-excel-file/universal'));
  const rows = await readSheet(await unpacked(bytes));
  if (rows.length > LIST_MAX + ROWS_BESIDE)
    return { problem: 'Bảng tính có quá nhiều dòng: đề nghị tách theo lĩnh vực.' };
  return { rows: rows.map((row) => row.map(cellText)) };
}

/** More than the largest list unpacks to; an archive that grows without end is refused before it does. */
const UNPACKED_BYTES_MAX = 100 * 1024 * 1024;

/**
 * The archive with its files as they are. The reader unpacks what is large in workers made of text, which the content
 * security policy refuses, and then waits for ever.
 */
async function unpacked(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const { unzipSync, zipSync } = await untilLoaded(() => import('fflate'));
  let total = 0;
  const files = unzipSync(new Uint8Array(bytes), {
    filter({ originalSize }) {
      total += originalSize;
      if (total > UNPACKED_BYTES_MAX) throw new Error('The archive grows too large.');
      return true;
    },
  });
  return Uint8Array.from(zipSync(files, { level: 0 })).buffer;
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString();
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell).trim() : '';
}
