import type { DeviceView, MemberDevicesView } from '@kiemtra/shared/fieldwork';
import { newId } from '@kiemtra/shared/kernel';

/** A device that took the visit along and has sent all; its person has not said to be done. */
export function aDevice(change: Partial<DeviceView> = {}): DeviceView {
  return {
    lane: newId(),
    contactedAt: '2026-03-03T02:00:00.000Z',
    maxSeq: 12,
    ackedThrough: 12,
    holdsPack: true,
    unsent: 0,
    unsentSince: null,
    pendingKib: 0,
    storage: 'persistent',
    clockOffsetMs: 0,
    missing: 0,
    isSilent: false,
    isLost: false,
    isReady: false,
    ...change,
  };
}

export function aMember(name: string, ...devices: DeviceView[]): MemberDevicesView {
  return { accountId: newId(), name, devices };
}
