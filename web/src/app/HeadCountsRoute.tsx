import { scoringPath } from '../features/assessments/assessments.paths.js';
import { HeadCountsPage } from '../features/headcount/HeadCountsPage.js';
import { VisitRoute, WholeCellStanding } from './VisitRoute.js';

export function HeadCountsRoute() {
  return (
    <VisitRoute>
      {(desk) => <HeadCountsPage {...desk} Standing={WholeCellStanding} sheetPath={scoringPath(desk.place.visit)} />}
    </VisitRoute>
  );
}
