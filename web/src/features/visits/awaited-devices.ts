import type { MemberDevicesView } from '@kiemtra/shared/fieldwork';
import { isAwaited, type UnreportedDevice } from '@kiemtra/shared/visits';

/** The devices closing would wait for, of those its head is told of. `own` is the head's account. */
export function awaitedDevices(members: readonly MemberDevicesView[], own: string): UnreportedDevice[] {
  return members.flatMap(({ accountId, name, devices }) =>
    devices
      .filter(({ holdsPack }) => holdsPack)
      .filter(({ isReady, missing, isLost }) => isAwaited({ isReady, missing, isLost, isOwn: accountId === own }))
      .map(({ lane, missing, isLost, contactedAt }) => ({ lane, name, missing, isLost, contactedAt })),
  );
}
