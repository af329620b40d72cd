import { scoringPath } from '../features/visits/visits.paths.js';
import { HeadCountsPage } from '../features/headcount/HeadCountsPage.js';
import { VisitRoute, WholeCellStanding } from './VisitRoute.js';

export function HeadCountsRoute() {
  return (
    <VisitRoute>
      {(desk) => <HeadCountsPage {...desk} Standing={WholeCellStanding} sheetPath={scoringPath(desk.place.visit)} />}
    </VisitRoute>
  );
}
