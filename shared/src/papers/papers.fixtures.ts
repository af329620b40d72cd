/** A small campaign for tests of papers. */
import { labelled, runsOf, type Block, type PaperDocument } from '../documents/index.js';
import type { CampaignRecord, RecordedTarget } from './campaign-record.js';
import type { PaperInput } from './paper-draft.js';
import type { PaperIssuer } from './paper-issuer.js';

export const department: PaperIssuer = {
  form: 'department',
  name: 'Sở Nội vụ',
  superior: 'UBND thành phố Cần Thơ',
  abbreviation: 'SNV',
  place: 'Cần Thơ',
  names: {},
};
export const target = (id: string, over: Partial<RecordedTarget> = {}): RecordedTarget => ({
  id,
  organizationId: `unit-${id}`,
  parentId: null,
  name: `UBND phường ${id}`,
  unitCount: null,
  totals: null,
  ...over,
});
const record: CampaignRecord = {
  kind: 'scheduled',
  year: 2026,
  authority: department.name,
  plan: null,
  legalBases: [],
  startsOn: null,
  endsOn: null,
  dataFrom: null,
  dataTo: null,
  areas: [],
  otherContents: [],
  targets: [target('Một'), target('Hai')],
  teams: [],
  visits: [],
  findings: [],
  requests: [],
};
export const inputOf = (over: Partial<CampaignRecord>, authority = department): PaperInput => ({
  record: { ...record, ...over },
  authority,
  signer: { position: '', name: null },
  year: 2026,
});
export const linesOf = ({ blocks }: Pick<PaperDocument, 'blocks'>): string[] =>
  labelled(blocks).flatMap(({ label, block }: { label: string | null; block: Block }) =>
    block.kind === 'table'
      ? block.rows.map((row) => row.map((cell) => runsOf(cell)[0]?.text).join(' | '))
      : `${label ?? ''} ${runsOf(block.text)[0]?.text ?? ''}`.trim(),
  );
