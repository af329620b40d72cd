/**
 * A dossier of the sample: what the register says of it, what the inspector found, and how late it was. Nothing names the
 * citizen whose affair it is: the code finds the dossier again, more would be personal data.
 */
import type { WorkingCalendar } from '../calendar/index.js';
import type { CalendarDate } from '../kernel/index.js';

/** The fields of procedures from which dossiers are drawn. */
export const DOSSIER_FIELDS = ['land', 'civil_status', 'authentication', 'construction', 'social_protection'] as const;
export type DossierField = (typeof DOSSIER_FIELDS)[number];

export const DOSSIER_FIELD_LABELS: Record<DossierField, string> = {
  land: 'Đất đai',
  civil_status: 'Hộ tịch',
  authentication: 'Chứng thực',
  construction: 'Xây dựng',
  social_protection: 'Bảo trợ xã hội',
};

/** What can be wrong with the papers of a dossier (forms of Thông tư 03/2025/TT-VPCP, Phụ lục I). */
export const FORM_FAULTS = ['receipt', 'tracking', 'register', 'supplement', 'unlisted', 'software', 'other'] as const;
export type FormFault = (typeof FORM_FAULTS)[number];

/** Settled in time and not closed in the software, or late in fact. */
export const LATENESS_KINDS = ['software', 'actual'] as const;
export type LatenessKind = (typeof LATENESS_KINDS)[number];

export const CAUSES = ['objective', 'subjective'] as const;
export type Cause = (typeof CAUSES)[number];

/** Dossiers of one sample: so many that one operation holds them, however long their texts. */
export const SAMPLE_MAX = 20;
/** Rows of a list from which a sample is drawn. */
export const LIST_MAX = 20_000;
export const CODE_MAX = 60;
export const PROCEDURE_MAX = 160;
export const REMARK_MAX = 160;

/** A dossier as the list of the one-stop shop has it. */
export interface ListedDossier {
  code: string;
  /** Null where the list has no such column. */
  procedure: string | null;
  received: CalendarDate;
  due: CalendarDate;
  /** Null while the result has not been returned. */
  returned: CalendarDate | null;
}

/** A drawn dossier with what was found. */
export interface Dossier extends ListedDossier {
  /** Somebody has looked at it. */
  isChecked: boolean;
  faults: FormFault[];
  /** Of a late dossier; null while nobody has said. */
  lateness: LatenessKind | null;
  /** A written apology was given; null while nobody has said. */
  apology: { on: CalendarDate | null } | false | null;
  cause: Cause | null;
  remark: string | null;
}

/** How a dossier stands against its due date on the day of the sample. */
export type Timing = 'on_time' | 'late' | 'running';

/** On time, late, or still within its term on `today`; a day counts whatever its hour. */
export function timingOf({ due, returned }: ListedDossier, today: CalendarDate): Timing {
  if (returned !== null) return returned <= due ? 'on_time' : 'late';
  return today > due ? 'late' : 'running';
}

/** Working days by which a dossier was, or is, late; 0 when it is not, or only over days off. */
export function workingDaysLate(
  dossier: ListedDossier,
  today: CalendarDate,
  calendar: Pick<WorkingCalendar, 'between'>,
): number {
  if (timingOf(dossier, today) !== 'late') return 0;
  return calendar.between(dossier.due, dossier.returned ?? today);
}

/** An apology came in time when it was written by the day the result was due. */
export function isApologyInTime({ apology, due }: Dossier): boolean {
  return Boolean(apology && apology.on !== null && apology.on <= due);
}

export function uncheckedDossier(listed: ListedDossier): Dossier {
  return { ...listed, isChecked: false, faults: [], lateness: null, apology: null, cause: null, remark: null };
}
