import { useSheet } from '../features/assessments/use-sheet.js';
import { MinutesPreview } from '../features/documents/MinutesPreview.js';
import { MinutesPage } from '../features/minutes/MinutesPage.js';
import { scoringPath } from '../features/visits/visits.paths.js';
import type { VisitDesk } from '../features/assessments/BesideSheet.js';
import { VisitRoute, WholeCellStanding } from './VisitRoute.js';

export function MinutesRoute() {
  return <VisitRoute>{(desk) => <OpenMinutes {...desk} />}</VisitRoute>;
}

function OpenMinutes(desk: VisitDesk) {
  const { totals } = useSheet(desk.pack);
  return (
    <MinutesPage
      {...desk}
      totals={totals}
      Standing={WholeCellStanding}
      Preview={MinutesPreview}
      sheetPath={scoringPath(desk.place.visit)}
    />
  );
}
