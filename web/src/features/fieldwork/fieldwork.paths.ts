/** Where a criterion is answered; the sheet itself for what belongs to the target as a whole. */
export const criterionPath = (visitId: string, criterion: string) =>
  criterion === '' ? `/cham-diem/${visitId}` : `/cham-diem/${visitId}?tieu-chi=${encodeURIComponent(criterion)}`;
