import { PAPER_KIND_CODES, PAPER_KINDS } from '@kiemtra/shared/papers';
import { useParams } from 'react-router';
import { PaperPreview } from '../features/documents/PaperPreview.js';
import { PaperPanel } from '../features/papers/PaperPanel.js';
import { PapersPanel } from '../features/papers/PapersPanel.js';
import { papersPath } from '../features/papers/papers.paths.js';
import { NotFoundPage } from './RouteProblemPage.js';
import { WithPlan } from './WithPlan.js';

const TITLE = 'Văn bản';

export function PlanPapers() {
  return <WithPlan title={TITLE}>{(plan) => <PapersPanel planId={plan.id} />}</WithPlan>;
}

export function PlanPaper() {
  const { kind: code } = useParams();
  const kind = PAPER_KIND_CODES.find((each) => each === code);
  if (!kind) return <NotFoundPage />;
  return (
    <WithPlan
      title={PAPER_KINDS[kind].name}
      crumbs={(planId) => [{ label: TITLE, to: papersPath(planId) }]}
      isTitlePrinted={false}
    >
      {(plan) => <PaperPanel planId={plan.id} kind={kind} Preview={PaperPreview} />}
    </WithPlan>
  );
}
