import { scoringPath } from '../features/visits/visits.paths.js';
import { DossiersPage } from '../features/dossiers/DossiersPage.js';
import { VisitRoute, WholeCellStanding } from './VisitRoute.js';

export function DossiersRoute() {
  return (
    <VisitRoute>
      {(desk) => <DossiersPage {...desk} Standing={WholeCellStanding} sheetPath={scoringPath(desk.place.visit)} />}
    </VisitRoute>
  );
}
