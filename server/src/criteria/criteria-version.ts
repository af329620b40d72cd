import type { Purpose, Size, VersionContent, VersionState } from '@kiemtra/shared/criteria';

/** What a version keeps beside its criteria; its size is kept too, so that no list counts criteria. */
export type VersionSettings = Pick<VersionContent, 'audience' | 'note' | 'capped'> & Size;

/** A version with its whole content. Versions that are published are frozen: everybody holds the same object. */
export interface CriteriaVersion extends VersionContent {
  id: string;
  setId: string;
  number: number;
  state: VersionState;
  publishedAt: Date | null;
}

/** A version without its criteria, and the set it belongs to. */
export interface VersionHead {
  id: string;
  setId: string;
  number: number;
  state: VersionState;
  publishedAt: Date | null;
  settings: VersionSettings;
  name: string;
  purpose: Purpose;
  isSample: boolean;
}
