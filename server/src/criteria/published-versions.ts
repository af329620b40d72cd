import { Injectable } from '@nestjs/common';
import type { CriteriaVersion } from './criteria-version.js';

/** More than all provinces use in a year. */
const MOST = 200;

/**
 * Published versions in memory. They never change, so an entry is never wrong and never has to be thrown away; the province
 * is part of its name, so one province's id finds nothing of another's. Of those used least lately the oldest make room.
 */
@Injectable()
export class PublishedVersions {
  private readonly versions = new Map<string, CriteriaVersion>();

  find(provinceId: string, versionId: string): CriteriaVersion | null {
    const name = `${provinceId} ${versionId}`;
    const found = this.versions.get(name);
    if (!found) return null;
    this.versions.delete(name);
    this.versions.set(name, found);
    return found;
  }

  keep(provinceId: string, version: CriteriaVersion): void {
    this.versions.set(`${provinceId} ${version.id}`, frozen(version));
    for (const name of this.versions.keys()) {
      if (this.versions.size <= MOST) break;
      this.versions.delete(name);
    }
  }
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
