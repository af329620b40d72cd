/** The long edge of a picture as it is kept and looked at, in pixels. */
export const PICTURE_EDGE = 2048;
/** Quality of a picture that a device makes smaller, as JPEG counts it. */
export const PICTURE_QUALITY = 0.82;
/** The edges of the box that a thumbnail fits into, in pixels. */
export const THUMBNAIL_EDGE = 320;

/** The size of a picture brought into a square box, never larger than it was and never without any pixel. */
export function fitWithin(width: number, height: number, edge: number): { width: number; height: number } {
  const scale = Math.min(1, edge / Math.max(width, height));
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: side(width), height: side(height) };
}

/** True for the format of newer iPhones, which most programs cannot open: by its type, or by its name where the type is not told. */
export function isHeic({ name, type }: { name: string; type: string }): boolean {
  return /^image\/hei[cf]/i.test(type) || (type === '' && /\.hei[cf]$/i.test(name));
}
