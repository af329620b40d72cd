import { contactStanding, type DeviceView, type MemberDevicesView } from '@kiemtra/shared/fieldwork';
import type { MemberDeviceRow } from './contacts.repository.js';

/** Members in their order, each with its devices. */
export function presentDevices(rows: readonly MemberDeviceRow[], now: Date): MemberDevicesView[] {
  const members = new Map<string, MemberDevicesView>();
  for (const row of rows) {
    const { account_id: accountId, name } = row;
    const member = members.get(accountId) ?? { accountId, name, devices: [] };
    members.set(accountId, member);
    if (row.lane_id !== null) member.devices.push(presentDevice(row, row.lane_id, now));
  }
  return [...members.values()];
}

function presentDevice(row: MemberDeviceRow, lane: string, now: Date): DeviceView {
  const contact = {
    contactedAt: row.contacted_at.toISOString(),
    maxSeq: row.max_seq,
    ackedThrough: row.acked_through,
  };
  return {
    lane,
    ...contact,
    ...contactStanding(contact, now),
    holdsPack: row.holds_pack,
    unsent: row.unsent,
    unsentSince: row.unsent_since?.toISOString() ?? null,
    pendingKib: row.pending_kib,
    storage: row.storage,
    clockOffsetMs: row.clock_offset_ms,
    isLost: row.is_lost,
    isReady: row.is_ready,
  };
}
