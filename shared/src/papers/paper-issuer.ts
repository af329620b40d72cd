import {
  DEPARTMENT_SIGNERS,
  DRAFTING_UNIT,
  PAPER_TYPES,
  inFull,
  isFilled,
  type PaperHead,
  type PaperType,
  type Requirement,
  type Signer,
} from '../documents/index.js';
import type { TeamRole, TeamView } from '../plans/index.js';
import { teamName } from './inspection.text.js';

/** The body that issues a paper. */
export interface PaperIssuer {
  form: 'committee' | 'department' | 'team';
  /** "Sở Nội vụ", "UBND thành phố Sóc Trăng", "Đoàn kiểm tra số 1". */
  name: string;
  /** The body that stands above it on paper; a People's Committee has none. */
  superior: string | null;
  /** "SNV", "UBND", "ĐKT". */
  abbreviation: string;
  /** Địa danh: "Cần Thơ". */
  place: string;
  /** Who signs in it as far as known, by position. */
  names: Partial<Record<SignerPosition, string>>;
}

/** A team issues under its own series, below the body whose plan it is (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.3.a). */
export function teamIssuer(authority: PaperIssuer, teams: readonly TeamView[]): PaperIssuer {
  const named = (role: TeamRole) =>
    teams.flatMap(({ members }) => members).find((member) => member.role === role)?.name;
  const [lead, deputy] = [named('lead'), named('deputy')];
  return {
    form: 'team',
    name: teamName(teams),
    superior: authority.name,
    abbreviation: 'ĐKT',
    place: authority.place,
    names: { ...(lead && { 'Trưởng đoàn': lead }), ...(deputy && { 'Phó Trưởng đoàn': deputy }) },
  };
}

/** Who may sign, by the form of the body; the first is its head. */
export const SIGNERS = {
  committee: ['Chủ tịch', 'Phó Chủ tịch', 'Quyền Chủ tịch'],
  department: DEPARTMENT_SIGNERS,
  team: ['Trưởng đoàn', 'Phó Trưởng đoàn'],
} as const;
export type SignerPosition = (typeof SIGNERS)[keyof typeof SIGNERS][number];

/** Who may sign for the body, each with the name as far as it is known. */
export function signersOf({ form, names }: PaperIssuer): { position: SignerPosition; name: string | null }[] {
  return SIGNERS[form].map((position) => ({ position, name: names[position] ?? null }));
}

/** Who signs for the body: a committee is signed for, a department has a head (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7). */
export function signing({ form }: PaperIssuer, { position, name }: Pick<Signer, 'position' | 'name'>): Signer {
  const inPlaceOf = { mode: 'TM.', of: 'Ủy ban nhân dân' } as const;
  return { position, name, ...(form === 'committee' && { inPlaceOf }) };
}

/** Without these nobody can issue a paper. */
export const ISSUER_REQUIREMENTS: readonly Requirement<{ issuer: PaperIssuer }>[] = [
  ['tên cơ quan ban hành', ({ issuer }) => isFilled(issuer.name)],
  ['chữ viết tắt tên cơ quan ban hành', ({ issuer }) => isFilled(issuer.abbreviation)],
  ['địa danh', ({ issuer }) => isFilled(issuer.place)],
];

/** How the body speaks of itself inside a paper. */
export function speaker({ form, name }: PaperIssuer): string {
  return form === 'team' ? 'Đoàn kiểm tra' : inFull(name);
}

/** Where the copies stay. */
export function filingOf({ form }: PaperIssuer): string {
  return { committee: 'VT', department: `VT, ${DRAFTING_UNIT}`, team: 'VT, ĐKT' }[form];
}

/** The head of a paper with a name of its own; number and date are the clerk's. */
export function namedHead(issuer: PaperIssuer, type: PaperType, year: number, subject: string): PaperHead {
  return {
    superior: issuer.superior === null ? null : inFull(issuer.superior),
    issuer: issuerInHead(issuer),
    symbol: { number: null, type, bodies: [issuer.abbreviation] },
    place: issuer.place,
    issuedOn: null,
    year,
    subject,
  };
}

/** From whose day terms run where a paper only tells of a request. */
export const REMEDY_PAPER = 'văn bản yêu cầu khắc phục';

/** The paper as it names itself: "Thông báo này". */
export function thisPaper(type: PaperType): string {
  return `${PAPER_TYPES[type]} này`;
}

/** "Sở Nội vụ tỉnh Bắc Ninh" under "UBND tỉnh Bắc Ninh" is "Sở Nội vụ": the place stands above it. */
function issuerInHead({ name, superior }: PaperIssuer): string {
  const place = superior?.replace(/^(UBND|Ủy ban nhân dân)\s/u, ' ') ?? '';
  return inFull(place && name.endsWith(place) ? name.slice(0, -place.length) : name);
}
