import { FILE_TYPES, type FileView } from '@kiemtra/shared/evidence';
import { newId } from '@kiemtra/shared/kernel';
import { api } from './client.js';

/** What a file field offers, as the `accept` of an input. */
export const ACCEPTED_FILES = Object.keys(FILE_TYPES).join(',');

/** Sends a file to the server; what it proves is said afterwards, by its id. */
export function uploadFile(file: File): Promise<FileView> {
  return api.put<FileView>(`/files/${newId()}`, file, { headers: { 'X-File-Name': encodeURIComponent(file.name) } });
}
