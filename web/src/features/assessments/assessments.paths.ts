export const scoringPath = (visitId: string) => `/cham-diem/${visitId}`;
/** Where a criterion is answered; the sheet itself for what belongs to the target as a whole. */
export const criterionPath = (visitId: string, criterion: string) =>
  criterion === '' ? scoringPath(visitId) : `${scoringPath(visitId)}?tieu-chi=${encodeURIComponent(criterion)}`;
