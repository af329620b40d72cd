export const scoringPath = (visitId: string) => `/cham-diem/${visitId}`;

export const assessmentPath = (planId: string, targetId: string) => `/ke-hoach/${planId}/doi-tuong/${targetId}`;
