/**
 * The công văn that asks an inspected unit to remedy what was found ("V/v khắc phục tồn tại, hạn chế …"). Number and
 * date stay blank: they are the clerk's. Empty text and null mean "not known"; what the letter can do without is left out.
 */
import { capitalized, type CalendarDate } from '../kernel/index.js';
import { citation, daysInWords, inFull, oneLine, uncapitalized, type CitedPaper } from './citation.text.js';
import { deadlineText, findingSentence, requestSentence, type Deadline } from './paper-sentences.js';
import type { Block, PaperDocument } from './paper.model.js';
import { isFilled, missingOf, refuseIncomplete, type Requirement } from './requirements.js';
import type { Signer } from './signature.rules.js';

/** The letter as it names itself. */
const THIS_PAPER = 'Công văn này';

export interface RemedyLetterInput {
  department: {
    /** "Sở Nội vụ". */
    name: string;
    /** "Ủy ban nhân dân thành phố Cần Thơ". */
    superior: string;
    /** "SNV". */
    abbreviation: string;
    /** Abbreviation of the drafting unit: "CCHC". */
    draftingUnit: string;
  };
  /** Địa danh: "Cần Thơ". */
  place: string;
  /** Year printed while the date is blank. */
  year: number;
  /** Year of the campaign. */
  campaignYear: number;
  addressees: readonly string[];
  plan: CitedPaper | null;
  /** Days on which the addressees were visited. */
  visitedOn: readonly CalendarDate[];
  findings: readonly { area: string; text: string; legalBasis: string }[];
  requests: readonly { text: string; measure: string; deadline: Deadline | null }[];
  /** Body that takes the report back; the department itself when empty. */
  reportTo: string;
  reportBy: Deadline | null;
  signer: Signer;
  /** Nơi nhận beside the addressees. */
  recipients: readonly string[];
}

const REQUIRED: readonly Requirement<RemedyLetterInput>[] = [
  ['tên cơ quan ban hành', ({ department }) => isFilled(department.name)],
  ['chữ viết tắt tên cơ quan ban hành', ({ department }) => isFilled(department.abbreviation)],
  ['chữ viết tắt tên đơn vị soạn thảo', ({ department }) => isFilled(department.draftingUnit)],
  ['địa danh', ({ place }) => isFilled(place)],
  ['nơi gửi (Kính gửi)', ({ addressees }) => addressees.some(isFilled)],
  ['nội dung kiến nghị', ({ requests }) => requests.some(({ text }) => isFilled(text))],
];

/** Vietnamese names of everything the letter cannot be written without, in the order of the form. */
export function missingForRemedyLetter(input: RemedyLetterInput): string[] {
  return missingOf(REQUIRED, input);
}

/** The letter. Throws `documents.incomplete` naming everything that is missing. */
export function remedyLetter(input: RemedyLetterInput): PaperDocument {
  refuseIncomplete(missingForRemedyLetter(input));
  const { department, signer } = input;
  return {
    head: {
      superior: department.superior ? inFull(department.superior) : null,
      issuer: inFull(department.name),
      symbol: { number: null, type: null, bodies: [department.abbreviation, department.draftingUnit] },
      place: input.place,
      issuedOn: null,
      year: input.year,
      subject: `khắc phục tồn tại, hạn chế sau kiểm tra công tác cải cách hành chính năm ${input.campaignYear}`,
    },
    addressees: addresseesOf(input),
    blocks: [...introduction(input), ...found(input), ...asked(input), ...reporting(input)],
    signer,
    recipients: ['Như trên', ...input.recipients],
    filing: `VT, ${department.draftingUnit}`,
  };
}

function addresseesOf({ addressees }: RemedyLetterInput): string[] {
  return addressees.filter(isFilled).map(inFull);
}

/** The addressees inside a sentence: the name of one, a common word for several. */
function theUnits(input: RemedyLetterInput): string {
  const [only, ...others] = addresseesOf(input);
  return only !== undefined && others.length === 0 ? only.replace(/^Các\s/, 'các ') : 'các cơ quan, đơn vị';
}

function introduction(input: RemedyLetterInput): Block[] {
  const { plan, findings, campaignYear } = input;
  const opening = [
    plan && `Thực hiện ${citation(plan)}`,
    daysInWords(input.visitedOn),
    `Đoàn kiểm tra đã tiến hành kiểm tra công tác cải cách hành chính năm ${campaignYear} tại ${theUnits(input)}.`,
  ];
  const result =
    'Qua kiểm tra, bên cạnh những kết quả đạt được, việc thực hiện công tác cải cách hành chính còn một số tồn tại, hạn chế.';
  const sentences = [capitalized(opening.filter(Boolean).join(', ')), ...(findings.length > 0 ? [result] : [])];
  return [
    { kind: 'paragraph', text: sentences.join(' ') },
    {
      kind: 'paragraph',
      text: `Để kịp thời chấn chỉnh, khắc phục, ${inFull(input.department.name)} đề nghị ${theUnits(input)} thực hiện các nội dung sau:`,
    },
  ];
}

function found({ findings }: RemedyLetterInput): Block[] {
  if (findings.length === 0) return [];
  const areas = new Map<string, Block[]>();
  for (const finding of findings) {
    const key = uncapitalized(oneLine(finding.area));
    areas.set(key, [...(areas.get(key) ?? []), { kind: 'dash', text: findingSentence(finding) }]);
  }
  return [
    { kind: 'heading', level: 2, text: 'Tồn tại, hạn chế cần khắc phục' },
    ...[...areas].flatMap(([area, lines]): Block[] => {
      if (areas.size === 1 && !area) return lines;
      return [{ kind: 'point', text: area ? `Về ${area}` : 'Nội dung khác' }, ...lines];
    }),
  ];
}

function asked({ requests }: RemedyLetterInput): Block[] {
  const lines = requests.filter(({ text }) => isFilled(text)).map((request) => requestSentence(request, THIS_PAPER));
  const kind = lines.length === 1 ? 'paragraph' : 'point';
  return [
    { kind: 'heading', level: 2, text: 'Nội dung đề nghị thực hiện' },
    ...lines.map((text): Block => ({ kind, text })),
  ];
}

function reporting(input: RemedyLetterInput): Block[] {
  const name = inFull(input.department.name);
  const reportTo = isFilled(input.reportTo) ? inFull(input.reportTo) : name;
  const deadline = input.reportBy ? ` ${deadlineText(input.reportBy, THIS_PAPER)}` : '';
  return [
    { kind: 'heading', level: 2, text: 'Chế độ báo cáo' },
    {
      kind: 'paragraph',
      text: `Báo cáo kết quả khắc phục bằng văn bản, kèm theo tài liệu kiểm chứng, về ${reportTo}${deadline} để theo dõi, tổng hợp.`,
    },
    { kind: 'paragraph', text: `${name} đề nghị ${theUnits(input)} nghiêm túc triển khai thực hiện.` },
  ];
}
