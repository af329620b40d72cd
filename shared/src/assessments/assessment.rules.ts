/** The steps in which a subject is scored; on site the inspectors answer. */
export const ROUNDS = ['on_site'] as const;
export type Round = (typeof ROUNDS)[number];
