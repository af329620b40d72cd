/** Devices of one visit that can be waived at once. */
export const DEVICES_MAX = 200;

/** A device that took a visit to the field and from which something may still come, as far as it said. */
export interface UnreportedDevice {
  lane: string;
  /** Whose device it is. */
  name: string;
  /** Operations that have not come. */
  missing: number;
  /** The browser threw its storage away: nobody knows what else was on it. */
  isLost: boolean;
  /** An instant as JSON writes it. */
  contactedAt: string;
}

/** How a device that took a visit to the field stands before who closes the visit. */
interface Holding extends Pick<UnreportedDevice, 'missing' | 'isLost'> {
  /** Its last word about the visit is that its person is done. */
  isReady: boolean;
  /** It is in the hands of who closes. */
  isOwn: boolean;
}

/**
 * Whether closing waits for a device: until its person has said to be done. What it holds back then is of other visits,
 * unless its storage is lost. Who closes is done by closing, and has only to have sent everything.
 */
export function isAwaited({ isReady, isOwn, missing, isLost }: Holding): boolean {
  if (isReady) return isLost && missing > 0;
  return !isOwn || missing > 0 || isLost;
}

/** Whether closing without a device needs a reason: something of it is missing. Of others it is enough to name them. */
export function needsReason({ missing, isLost }: Pick<UnreportedDevice, 'missing' | 'isLost'>): boolean {
  return missing > 0 || isLost;
}

/** "máy của Thành viên một (còn 3 thao tác chưa về)" */
export function unreportedText(device: Pick<UnreportedDevice, 'name' | 'missing' | 'isLost'>): string {
  const { name, missing, isLost } = device;
  if (!needsReason(device)) return `máy của ${name} (chưa báo xong)`;
  const count = missing > 0 ? `còn ${missing} thao tác chưa về` : 'không rõ còn gì chưa về';
  return `máy của ${name} (${isLost ? 'mất dữ liệu, ' : ''}${count})`;
}

/** Those that stand in the way: not waived, waived when less was known to be missing, or without the reason they need. */
export function notWaived(
  devices: readonly UnreportedDevice[],
  waived: readonly { lane: string; missing: number }[],
  hasReason: boolean,
): UnreportedDevice[] {
  return devices.filter((device) => {
    const isNamed = waived.some(({ lane, missing }) => lane === device.lane && missing >= device.missing);
    return !isNamed || (!hasReason && needsReason(device));
  });
}
