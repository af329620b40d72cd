import type { PlanSavedView } from '@kiemtra/shared/plans';
import { useState } from 'react';

/** The version of the plan as a page knows it: the parts of the page are saved one by one and share it. */
export class SeenVersion {
  constructor(private version: number) {}

  /** Sends the version seen last and remembers the one it became. */
  async save(send: (version: number) => Promise<PlanSavedView>): Promise<void> {
    const { version } = await send(this.version);
    this.version = version;
  }
}

/** Saves one part of a plan and tells when; what somebody else changed meanwhile is still refused as stale. */
export function useSaving(seen: SeenVersion) {
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const save = async (send: (version: number) => Promise<PlanSavedView>) => {
    setSavedAt(null);
    await seen.save(send);
    setSavedAt(new Date());
  };
  return { save, savedAt };
}
