export const scoringPath = (visitId: string) => `/cham-diem/${visitId}`;
