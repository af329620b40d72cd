import type { CriteriaSetView, CriteriaVersionOptionView, CriteriaVersionView } from '@kiemtra/shared/criteria';
import { compareVietnamese } from '@kiemtra/shared/kernel';
import type { CriteriaVersion, VersionHead } from './criteria-version.js';

/** Sets in alphabetical order, each with its versions in the order given. */
export function presentSets(heads: readonly VersionHead[]): CriteriaSetView[] {
  const sets = new Map<string, CriteriaSetView>();
  for (const head of heads) {
    const { setId: id, name, purpose, isSample } = head;
    const set = sets.get(id) ?? { id, name, purpose, isSample, versions: [] };
    set.versions.push(presentSummary(head));
    sets.set(id, set);
  }
  return [...sets.values()].sort((a, b) => compareVietnamese(a.name, b.name));
}

function presentSummary({
  id,
  number,
  state,
  settings,
  publishedAt,
}: VersionHead): CriteriaSetView['versions'][number] {
  const { audience, criteriaCount, maxPoints } = settings;
  return { id, number, state, audience, criteriaCount, maxPoints, publishedAt: publishedAt?.toISOString() ?? null };
}

export function presentOption({
  id,
  name,
  number,
  purpose,
  isSample,
  settings,
}: VersionHead): CriteriaVersionOptionView {
  return { id, name, number, purpose, audience: settings.audience, isSample };
}

export function presentVersion(version: CriteriaVersion): CriteriaVersionView {
  const { id, setId, number, state, name, purpose, audience, isSample, note, capped, criteria } = version;
  const publishedAt = version.publishedAt?.toISOString() ?? null;
  return { id, setId, number, state, publishedAt, name, purpose, audience, isSample, note, capped, criteria };
}
