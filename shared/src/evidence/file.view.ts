/** A file that the server holds. */
export interface FileView {
  id: string;
  name: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  /** Lower-case hexadecimal SHA-256. */
  sha256: string;
}

/** A file as proof of an answer, a finding or a report; `isReceived` is false while its bytes are still on a device. */
export interface EvidenceView extends FileView {
  caption: string | null;
  isReceived: boolean;
  addedBy: string;
  addedAt: string;
}
