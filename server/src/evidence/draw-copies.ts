/**
 * Copies of a picture to look at. They hold pixels alone: whatever the camera wrote into the file, place and serial number
 * among it, stays in the original, and the picture stands the way it was taken. What comes in is hostile: only three readers
 * are open, a picture that unfolds to more than a camera takes is refused, and so is one that takes too long.
 */
import { PICTURE_EDGE, PICTURE_QUALITY, THUMBNAIL_EDGE } from '@kiemtra/shared/evidence';
import type Sharp from 'sharp';

export interface DrawnCopies {
  /** WebP. */
  thumbnail: Buffer;
  /** JPEG. */
  view: Buffer;
}

/** Pixels of the largest camera in use, and some. */
const PIXELS_MAX = 120_000_000;
const SECONDS_MAX = 20;
const READERS = ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'];

let library: Promise<typeof Sharp> | undefined;

/** Loaded with the first picture: a server that sees none carries none of it. */
async function load(): Promise<typeof Sharp> {
  const { default: sharp } = await import('sharp');
  // One picture at a time on one core, and nothing kept of the last one.
  sharp.concurrency(1);
  sharp.cache(false);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: READERS });
  return sharp;
}

/** Throws for what is no picture, or more of one than is allowed. */
export async function drawCopies(bytes: Buffer): Promise<DrawnCopies> {
  library ??= load();
  const sharp = await library;
  const drawn = (edge: number) =>
    sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'error', sequentialRead: true, animated: false })
      .timeout({ seconds: SECONDS_MAX })
      .autoOrient()
      .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' });
  const view = await drawn(PICTURE_EDGE)
    .jpeg({ quality: PICTURE_QUALITY * 100 })
    .toBuffer();
  const thumbnail = await drawn(THUMBNAIL_EDGE).webp({ quality: 75 }).toBuffer();
  return { thumbnail, view };
}
