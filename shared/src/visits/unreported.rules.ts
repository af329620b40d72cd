/** Devices of one visit that can be waived at once. */
export const DEVICES_MAX = 200;

/** A device that took a visit to the field and from which something has not come, as far as it said. */
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

/** "máy của Thành viên một (còn 3 thao tác chưa về)" */
export function unreportedText({
  name,
  missing,
  isLost,
}: Pick<UnreportedDevice, 'name' | 'missing' | 'isLost'>): string {
  const count = missing > 0 ? `còn ${missing} thao tác chưa về` : 'không rõ còn gì chưa về';
  return `máy của ${name} (${isLost ? 'mất dữ liệu, ' : ''}${count})`;
}

/** Those that stand in the way: not waived, or waived when less was known to be missing. */
export function notWaived(
  devices: readonly UnreportedDevice[],
  waived: readonly { lane: string; missing: number }[],
): UnreportedDevice[] {
  return devices.filter(({ lane, missing }) => !waived.some((one) => one.lane === lane && one.missing >= missing));
}
