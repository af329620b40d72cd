/** Where a criterion is answered; without one, the sheet. */
export const criterionPath = (visitId: string, criterion: string) =>
  criterion === '' ? `/cham-diem/${visitId}` : `/cham-diem/${visitId}?tieu-chi=${encodeURIComponent(criterion)}`;
