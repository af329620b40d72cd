/** One line of the history of a record: who did what when, in Vietnamese. */
export interface AuditEventView {
  id: string;
  /** Instant, ISO 8601. */
  at: string;
  actorName: string;
  action: string;
  summary: string;
  subject: { kind: string; id: string };
  planId: string | null;
}

/** Somebody who stands in the history, under the name of the last line. */
export interface AuditActorView {
  id: string;
  name: string;
}
