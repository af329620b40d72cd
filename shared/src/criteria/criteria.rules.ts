/** What a set is for: items ticked on site, or the yearly index with its points. */
export const PURPOSES = ['checklist', 'index'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const PURPOSE_NAMES: Record<Purpose, string> = {
  checklist: 'Kiểm tra tại chỗ',
  index: 'Chấm điểm chỉ số',
};

/** The groups of units a set is made for; district sets ended with the districts on 01/07/2025. */
export const AUDIENCES = ['department', 'district', 'commune'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const AUDIENCE_NAMES: Record<Audience, string> = {
  department: 'Sở, ban, ngành',
  district: 'Cấp huyện',
  commune: 'Cấp xã',
};

export const VERSION_STATES = ['draft', 'published'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

export const VERSION_STATE_NAMES: Record<VersionState, string> = {
  draft: 'Dự thảo',
  published: 'Đã ban hành',
};

export type VersionAction = 'publish' | 'delete' | 'pin';

/** Published is for ever: what was scored under a version can always be scored again. */
const VERSION_ACTIONS: Record<VersionState, readonly VersionAction[]> = {
  draft: ['publish', 'delete'],
  published: ['pin'],
};

export function canVersion(state: VersionState, action: VersionAction): boolean {
  return VERSION_ACTIONS[state].includes(action);
}

export const CRITERIA_MAX = 1000;
export const DEPTH_MAX = 4;
/** Decimals of points unless a set says otherwise, and of every percentage. */
export const DECIMALS = 2;
