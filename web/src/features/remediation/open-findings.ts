import type { FindingView } from '@kiemtra/shared/findings';
import {
  isToRemedy,
  openFindings,
  standingsOf,
  type FindingStanding,
  type RecipientView,
} from '@kiemtra/shared/remediation';

type Answered = Pick<RecipientView, 'findings' | 'thread' | 'state'>;

const wordsOf = ({ thread }: Pick<RecipientView, 'thread'>) => thread.flatMap(({ findings }) => findings);

/** The findings that the next report and decision are about. */
export function openFindingsOf(recipient: Answered): FindingView[] {
  const findings = recipient.findings.filter(isToRemedy);
  const open = new Set(
    openFindings(
      findings.map(({ id }) => id),
      wordsOf(recipient),
    ),
  );
  return findings.filter(({ id }) => open.has(id));
}

/** How a finding stands; null while nobody has spoken of it. */
export function standingOf(recipient: Answered, findingId: string): FindingStanding | null {
  return standingsOf(wordsOf(recipient)).get(findingId) ?? null;
}

/** What was last said about a finding by such an act. */
export function lastWordOf({ thread }: Pick<RecipientView, 'thread'>, act: 'report' | 'return', findingId: string) {
  const said = thread.flatMap((entry) => (entry.act === act ? [entry] : []));
  return said.flatMap(({ findings }) => findings).findLast((word) => word.findingId === findingId) ?? null;
}
