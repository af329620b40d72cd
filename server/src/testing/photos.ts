/** Photos as devices make them, for figures: real pictures, each other bytes. */
import { randomBytes } from 'node:crypto';
import { PICTURE_EDGE, PICTURE_QUALITY } from '@kiemtra/shared/evidence';
import sharp from 'sharp';

export const PHOTO_SIDES = { width: PICTURE_EDGE, height: (PICTURE_EDGE * 3) / 4 };
/** What the comment takes at least, and at most, as its length has two bytes. */
const COMMENT = { min: 64, max: 60_000 };

/** A picture of somewhat less than so many bytes: the finer its grain, the more of them it takes. */
async function drawPicture(bytes: number): Promise<Buffer> {
  for (let grain = 32; grain > 1; grain -= 0.5) {
    const [width, height] = [Math.round(PHOTO_SIDES.width / grain), Math.round(PHOTO_SIDES.height / grain)];
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
    const coarse = await sharp({ create: { width, height, channels: 3, background: '#888', noise } })
      .png()
      .toBuffer();
    const picture = await sharp(coarse)
      .resize(PHOTO_SIDES.width, PHOTO_SIDES.height, { fit: 'fill' })
      .jpeg({ quality: PICTURE_QUALITY * 100 })
      .toBuffer();
    const left = bytes - picture.length;
    if (left >= COMMENT.min && left <= COMMENT.max) return picture;
  }
  throw new Error(`no picture is made of ${bytes} bytes`);
}

/** Makes photos of exactly so many bytes: one picture, with a comment behind its first marker that is never the same. */
export async function photosOf(bytes: number): Promise<() => Buffer> {
  const picture = await drawPicture(bytes);
  return () => {
    const comment = Buffer.alloc(bytes - picture.length);
    comment.writeUInt16BE(0xfffe, 0);
    comment.writeUInt16BE(comment.length - 2, 2);
    randomBytes(32).copy(comment, 4);
    return Buffer.concat([picture.subarray(0, 2), comment, picture.subarray(2)]);
  };
}
