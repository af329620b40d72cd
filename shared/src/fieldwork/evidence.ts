/** What a device says of a file that it will deliver: the value of `evidence.add`. */
import { isId, isInstant, isRecord, isStorableText } from '../kernel/index.js';
import { FILE_BYTES_MAX, NUMBER_MAX } from './operation.limits.js';

/** A file the device promises to deliver; its bytes travel apart. */
export interface Evidence extends Capture {
  id: string;
  name: string;
  /** Media type as the device knows it; the server looks at the bytes. */
  mime: string;
  /** In bytes, at least 1: an empty file is never evidence. */
  size: number;
  /** Of the bytes, 64 lower-case hex digits. */
  sha256: string;
}

/** How a picture came about, as far as its device knows. Data of their own: what is inside the file is never asked. */
export interface Capture {
  /** The bytes as the camera wrote them, when the device kept a smaller picture in their place. */
  original?: { sha256: string; size: number };
  /** In pixels, as it is looked at. */
  width?: number;
  height?: number;
  /** Device time with its zone offset. */
  taken_at?: string;
  /** Where the device was; only of persons who have switched that on. */
  place?: CapturePlace;
  /** The picture that this one was drawn on and takes the place of. */
  derived_from?: string;
}

/** Degrees (WGS 84), and metres around them. */
export interface CapturePlace {
  lat: number;
  lon: number;
  accuracy: number;
}

type ReadEvidence = { value: Evidence } | { code: 'SCHEMA' | 'TOO_LARGE' };

const WRONG: ReadEvidence = { code: 'SCHEMA' };
const SIDE_MAX = 100_000;
const RADIUS_MAX = 20_100_000;

const isSha256 = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isBetween = (value: unknown, min: number, max: number) =>
  typeof value === 'number' && value >= min && value <= max;
const isWhole = (value: unknown, max: number) => Number.isInteger(value) && isBetween(value, 1, max);

function isOriginal(value: unknown): value is Capture['original'] & object {
  return (
    isRecord(value) &&
    Object.keys(value).length === 2 &&
    isSha256(value['sha256']) &&
    isWhole(value['size'], NUMBER_MAX)
  );
}

function isPlace(value: unknown): value is CapturePlace {
  return (
    isRecord(value) &&
    Object.keys(value).length === 3 &&
    isBetween(value['lat'], -90, 90) &&
    isBetween(value['lon'], -180, 180) &&
    isBetween(value['accuracy'], 0, RADIUS_MAX)
  );
}

/** What may be said beside the five fields that every file has, each with its check. */
const CAPTURE: Record<keyof Capture, (value: unknown) => boolean> = {
  original: isOriginal,
  width: (value) => isWhole(value, SIDE_MAX),
  height: (value) => isWhole(value, SIDE_MAX),
  taken_at: isInstant,
  place: isPlace,
  derived_from: isId,
};
const NAMES = new Set(['id', 'name', 'mime', 'size', 'sha256', ...Object.keys(CAPTURE)]);

/** The capture in its one spelling: a fixed order of fields, no minus zero. */
function clean({ original, width, height, taken_at, place, derived_from }: Capture): Capture {
  return {
    ...(original && { original: { sha256: original.sha256, size: original.size } }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(taken_at !== undefined && { taken_at }),
    ...(place && { place: { lat: place.lat + 0, lon: place.lon + 0, accuracy: place.accuracy + 0 } }),
    ...(derived_from !== undefined && { derived_from }),
  };
}

/** Reads a file as a device announces it. Width and height come together; a picture is never drawn on itself. */
export function readEvidence(raw: unknown): ReadEvidence {
  if (!isRecord(raw) || !Object.keys(raw).every((name) => NAMES.has(name))) return WRONG;
  const { id, name, mime, size, sha256 } = raw;
  const right =
    isId(id) &&
    typeof name === 'string' &&
    isStorableText(name) &&
    name.length >= 1 &&
    name.length <= 255 &&
    typeof mime === 'string' &&
    /^[\w.+-]{1,60}\/[\w.+-]{1,90}$/.test(mime) &&
    isWhole(size, Infinity) &&
    isSha256(sha256) &&
    Object.entries(CAPTURE).every(([field, isRight]) => !Object.hasOwn(raw, field) || isRight(raw[field])) &&
    Object.hasOwn(raw, 'width') === Object.hasOwn(raw, 'height') &&
    raw['derived_from'] !== id;
  if (!right) return WRONG;
  if (Number(size) > FILE_BYTES_MAX) return { code: 'TOO_LARGE' };
  // Each field has been looked at above.
  return { value: { id, name: name.normalize('NFC'), mime, size: Number(size), sha256, ...clean(raw) } };
}
