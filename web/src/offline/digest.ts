import { contentDigest } from '@kiemtra/shared/fieldwork';

export type Bytes = Uint8Array<ArrayBuffer>;

/** SHA-256; by the browser where it may (https and localhost), else by a library. */
async function sha256(bytes: Bytes): Promise<Uint8Array> {
  // Not typed as optional, but absent on plain http.
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle;
  if (subtle) return new Uint8Array(await subtle.digest('SHA-256', bytes));
  const library = await import('@noble/hashes/sha2.js');
  return library.sha256(bytes);
}

export async function sha256Hex(bytes: Bytes): Promise<string> {
  return Array.from(await sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SHA-256 as base64. */
export async function checksumOf(bytes: Bytes): Promise<string> {
  return btoa(String.fromCharCode(...(await sha256(bytes))));
}

/** The Content-Digest header of a body. */
export async function digestOf(bytes: Bytes): Promise<string> {
  return contentDigest(await checksumOf(bytes));
}
