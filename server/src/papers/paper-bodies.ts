import { bodyAbbreviation } from '@kiemtra/shared/documents';
import { isCommitteeKind, placeNameOf } from '@kiemtra/shared/organizations';
import type { PaperIssuer } from '@kiemtra/shared/papers';
import type { AuthorityRow } from './papers.repository.js';

const COMMITTEE = /^(UBND|Ủy ban nhân dân)\s+/u;

/** A body as papers name it; it sits where its People's Committee does. */
export function issuerOf({ kind, name, superior, province }: AuthorityRow): PaperIssuer {
  const isCommittee = isCommitteeKind(kind);
  const committee = [name, superior ?? ''].find((body) => COMMITTEE.test(body));
  return {
    form: isCommittee ? 'committee' : 'department',
    name,
    superior: isCommittee ? null : superior,
    abbreviation: bodyAbbreviation(name),
    place: placeNameOf(committee?.replace(COMMITTEE, '') ?? province),
    names: {},
  };
}
