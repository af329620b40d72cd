import { createHash } from 'node:crypto';
import { preparePhoto, UnreadablePhoto } from './prepare-photo.js';

/** What this browser makes of any picture: its size as it is looked at, and how many bytes it encodes to. */
interface Browser {
  width: number;
  height: number;
  encoded: number;
}

const drawn: [number, number][] = [];
/** jsdom draws nothing; a real browser does it in the journey of ten photos. */
function browserWith({ width, height, encoded }: Browser): void {
  globalThis.createImageBitmap = () => Promise.resolve({ width, height, close: () => {} } as ImageBitmap);
  globalThis.OffscreenCanvas = class {
    constructor(...size: [number, number]) {
      drawn.push(size);
    }
    getContext = () => ({ fillRect: () => {}, drawImage: () => {} });
    convertToBlob = () => Promise.resolve({ arrayBuffer: () => Promise.resolve(new ArrayBuffer(encoded)) });
  } as never;
}
function browserThatOpensNone(): void {
  globalThis.createImageBitmap = () => Promise.reject(new DOMException('no', 'InvalidStateError'));
}
const hidden = { createImageBitmap: globalThis.createImageBitmap, OffscreenCanvas: globalThis.OffscreenCanvas };
afterEach(() => {
  Object.assign(globalThis, hidden);
  drawn.length = 0;
  Reflect.deleteProperty(navigator, 'geolocation');
});

const SMALLER = { keepsOriginal: false, tellsPlace: false };
function shot(size = 4000, { name = 'IMG_1.HEIC.jpeg', type = 'image/jpeg', lastModified = Date.now() } = {}): File {
  const bytes = new Uint8Array(size).fill(1);
  // jsdom gives no bytes of a file.
  return Object.assign(new File([bytes], name, { type, lastModified }), {
    arrayBuffer: () => Promise.resolve(bytes.buffer),
  });
}
const camera: Browser = { width: 4000, height: 3000, encoded: 900 };

describe('preparePhoto', () => {
  it('makes a photo fit 2,048 pixels and tells the hash and size of what the camera wrote', async () => {
    browserWith(camera);
    const taken = shot(4000, { lastModified: Date.UTC(2026, 10, 20, 1, 15, 20, 113) });
    const { name, mime, bytes, capture } = await preparePhoto(taken, SMALLER);
    expect([name, mime, bytes.length, drawn]).toEqual(['IMG_1.HEIC.jpg', 'image/jpeg', 900, [[2048, 1536]]]);
    const sha256 = createHash('sha256').update(new Uint8Array(4000).fill(1)).digest('hex');
    const { taken_at, ...rest } = capture ?? {};
    expect(rest).toEqual({ original: { sha256, size: 4000 }, width: 2048, height: 1536 });
    expect(Date.parse(taken_at ?? '')).toBe(taken.lastModified);
  });

  it('keeps what the camera wrote when a smaller picture would take more room', async () => {
    browserWith({ width: 800, height: 600, encoded: 5000 });
    const { name, bytes, capture } = await preparePhoto(shot(4000), SMALLER);
    expect([name, bytes.length]).toEqual(['IMG_1.HEIC.jpeg', 4000]);
    expect(capture).toMatchObject({ width: 800, height: 600 });
    expect(capture).not.toHaveProperty('original');
  });

  it('keeps what the camera wrote when the device is set so', async () => {
    browserWith(camera);
    const { bytes, capture } = await preparePhoto(shot(4000), { ...SMALLER, keepsOriginal: true });
    expect([bytes.length, capture?.width, capture?.original, drawn]).toEqual([4000, 4000, undefined, []]);
  });

  it('keeps a photo that this browser cannot open or draw', async () => {
    browserThatOpensNone();
    expect((await preparePhoto(shot(4000), SMALLER)).bytes).toHaveLength(4000);
    browserWith(camera);
    Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
    expect((await preparePhoto(shot(4000), SMALLER)).bytes).toHaveLength(4000);
  });

  it('turns HEIC into JPEG, whatever is set and however large, where the browser can open it', async () => {
    const heic = shot(4000, { name: 'IMG_2.HEIC', type: '' });
    browserWith({ ...camera, encoded: 6000 });
    const { name, mime, bytes } = await preparePhoto(heic, { ...SMALLER, keepsOriginal: true });
    expect([name, mime, bytes.length]).toEqual(['IMG_2.jpg', 'image/jpeg', 6000]);
    browserThatOpensNone();
    await expect(preparePhoto(heic, SMALLER)).rejects.toThrow(UnreadablePhoto);
  });

  it('tells where the device is of a photo just taken, of persons who want it', async () => {
    browserWith(camera);
    const coords = { latitude: 10.03411119, longitude: 105.78851, accuracy: 12.34 };
    Object.defineProperty(navigator, 'geolocation', {
      configurable: true,
      value: { getCurrentPosition: (found: (position: object) => void) => found({ coords }) },
    });
    const told = { ...SMALLER, tellsPlace: true };
    expect((await preparePhoto(shot(), told)).capture?.place).toEqual({
      lat: 10.034111,
      lon: 105.78851,
      accuracy: 12.3,
    });
    const old = shot(4000, { lastModified: Date.now() - 3_600_000 });
    expect((await preparePhoto(old, told)).capture).not.toHaveProperty('place');
    expect((await preparePhoto(shot(), SMALLER)).capture).not.toHaveProperty('place');
  });
});
