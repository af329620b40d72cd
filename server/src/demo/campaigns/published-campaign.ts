import type { AreaCode } from '@kiemtra/shared/criteria';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import type { PlanKind } from '@kiemtra/shared/plans';

/**
 * A body by what the sources give: the People's Committee of a unit of before 01/07/2025 by the unit's code, or a department
 * by its name, the code of the province it stood under, and the department of today that took it over.
 */
export type PublishedBody = { unitCode: string } | { department: string; under: string; successor: string | null };

/**
 * A campaign as a newspaper reported it. What the source does not state is null or absent and stays empty in the product;
 * nothing here is invented.
 */
export interface PublishedCampaign {
  /** Code of today's province that holds it. */
  provinceCode: string;
  title: string;
  kind: Extract<PlanKind, 'scheduled' | 'unstated'>;
  year: number;
  authority: PublishedBody;
  number: string | null;
  issuedOn: CalendarDate | null;
  legalBases: { type: string; number: string; date: CalendarDate; issuer: string; subject: string }[];
  startsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
  scheduleNote: string | null;
  areas: AreaCode[];
  otherContents: string[];
  /** Codes of the units named, each after the unit above it. */
  unitCodes: string[];
  /** `ref` names a target inside this record. */
  targets: ({ ref: string; parent?: string } & ({ body: PublishedBody } | { label: string; count: number | null }))[];
  team: { name: string; lead: { name: string; position: string } | null } | null;
  visits: {
    target: string;
    date: CalendarDate;
    halfDay: 'morning' | 'afternoon';
    place: string | null;
    hosts: { name: string; position: string | null }[];
  }[];
  findings: {
    ref: string;
    kind: 'strength' | 'shortcoming';
    area: AreaCode;
    text: string;
    /** Which of the units, where the source says "some". */
    extent?: string;
    cause?: string;
  }[];
  requests: { text: string; findings: string[]; recipients: ({ body: PublishedBody } | { label: string })[] }[];
}
