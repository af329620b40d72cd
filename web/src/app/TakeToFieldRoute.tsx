import { TakeToFieldPage } from '../features/assessments/TakeToFieldPage.js';
import { scoringPath, visitPath } from '../features/visits/visits.paths.js';
import { WithLedger } from './WithLedger.js';

/** Bringing a visit to this device. */
export function TakeToFieldRoute() {
  return (
    <WithLedger>
      <TakeToFieldPage visitPath={visitPath} sheetPath={scoringPath} />
    </WithLedger>
  );
}
