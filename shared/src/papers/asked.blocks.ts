/** What is asked of whom, and the report that is expected back. */
import {
  deadlineText,
  inFull,
  isFilled,
  lastDeadline,
  oneLine,
  requestSentence,
  type Block,
  type Deadline,
} from '../documents/index.js';
import type { CampaignRecord, RecordedRequest, RecordedTarget } from './campaign-record.js';
import { paragraph } from './paper-draft.js';

/** A request as one paper puts it. */
export interface Asked {
  /** Whom it is asked of; empty where the paper is addressed to them. */
  of: string;
  text: string;
  measure: string;
  deadline: Deadline | null;
}

/** What is asked of a target: what is addressed to it, and to addressees in words, who are then named. */
export function askedOf({ requests }: CampaignRecord, { organizationId, name }: RecordedTarget): Asked[] {
  return requests.flatMap(({ recipients, ...request }) => {
    const own = recipients.filter((recipient) =>
      organizationId === null ? recipient.name === name : recipient.organizationId === organizationId,
    );
    if (own.length > 0) return asked(request, own, '');
    const inWords = recipients.filter((recipient) => recipient.organizationId === null);
    return inWords.length > 0 ? asked(request, inWords, namesOf(inWords)) : [];
  });
}

/** Everything that is asked in the campaign, each with whom it is asked of. */
export function askedOfAll({ requests }: CampaignRecord): Asked[] {
  return requests.flatMap(({ recipients, ...request }) => asked(request, recipients, namesOf(recipients)));
}

/** Requests are counted; those of others than the addressee stand under whom they are asked of. */
export function askedBlocks(requests: readonly Asked[], paper: string): Block[] {
  const addressees = new Set(requests.map(({ of }) => of));
  return [...addressees].flatMap((of): Block[] => {
    const lines = requests.filter((request) => request.of === of).map((request) => requestSentence(request, paper));
    const [only = '', ...others] = lines;
    if (of === '') return lines.map((text) => ({ kind: 'clause', text }));
    if (others.length === 0) return [{ kind: 'clause', text: `Đối với ${of}: ${only}` }];
    return [{ kind: 'clause', text: `Đối với ${of}:` }, ...lines.map((text): Block => ({ kind: 'point', text }))];
  });
}

/** Asked only where a term is set: what nobody set is not made up. */
export function reportBack(requests: readonly Asked[], to: string, paper: string): Block[] {
  const deadline = lastDeadline(requests.map((request) => request.deadline));
  if (deadline === null) return [];
  return [
    paragraph(
      `Báo cáo kết quả khắc phục bằng văn bản, kèm theo tài liệu kiểm chứng, về ${inFull(to)} ${deadlineText(deadline, paper)} để theo dõi, tổng hợp.`,
    ),
  ];
}

function asked(
  { text, measure }: Omit<RecordedRequest, 'recipients'>,
  recipients: RecordedRequest['recipients'],
  of: string,
): Asked[] {
  const deadline = lastDeadline(recipients.map((recipient) => recipient.deadline));
  return isFilled(text) ? [{ of, text, measure: measure ?? '', deadline }] : [];
}

function namesOf(recipients: RecordedRequest['recipients']): string {
  return [...new Set(recipients.map(({ name }) => inFull(oneLine(name))))].join(', ');
}
