export const draftPath = (draftId: string) => `/du-thao-ket-luan/${draftId}`;

/** The draft conclusions of one target, with the way to prepare another. */
export const draftsOfTargetPath = (planId: string, targetId: string) =>
  `/ke-hoach/${planId}/doi-tuong/${targetId}/du-thao-ket-luan`;
