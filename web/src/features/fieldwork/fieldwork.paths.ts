/** Where a criterion is answered. */
export const criterionPath = (visitId: string, criterion: string) =>
  `/cham-diem/${visitId}?tieu-chi=${encodeURIComponent(criterion)}`;
