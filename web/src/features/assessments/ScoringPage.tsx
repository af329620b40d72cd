import type { FindingsFrame } from './findings-door.js';
import { ScoringSheetView } from './ScoringSheetView.js';
import { WithPack } from './WithPack.js';

export interface ScoringPageProps {
  /** Where findings are raised; they are another feature's. */
  Findings: FindingsFrame;
  visitPath: (visitId: string) => string;
}

/** The sheet of a visit. */
export function ScoringPage({ Findings, visitPath }: ScoringPageProps) {
  return (
    <WithPack>
      {(pack) => <ScoringSheetView scoring={pack} Findings={Findings} backTo={visitPath(pack.visit.id)} />}
    </WithPack>
  );
}
