import type { CapturePlace } from '@kiemtra/shared/fieldwork';

const TERMS: PositionOptions = { enableHighAccuracy: true, maximumAge: 60_000, timeout: 4_000 };
/** The browser counts its time from the permission on; a question nobody answers must not hold a photo back. */
const PATIENCE_MS = 5_000;

/** Where the device says it is; null when it does not know, may not tell, or takes too long. */
export function currentPlace(): Promise<CapturePlace | null> {
  // Absent on plain http, whatever the types say.
  const geolocation = navigator.geolocation as Geolocation | undefined;
  if (!geolocation) return Promise.resolve(null);
  return new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS, null);
    geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        resolve({ lat: round(latitude, 6), lon: round(longitude, 6), accuracy: round(accuracy, 1) }),
      () => resolve(null),
      TERMS,
    );
  });
}

/** Six digits of a degree are a hand's breadth; more would be noise. */
function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
