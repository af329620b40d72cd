import { newId } from '@kiemtra/shared/kernel';
import type { CreateRequestDto, RequestRecipientDto } from '@kiemtra/shared/remediation';

export type Recipients = readonly RequestRecipientDto[];
/** What the form of a request says of whom and by when. */
export type TermAndRecipients = Pick<CreateRequestDto, 'workingDays' | 'recipients'>;

/** Ids of the units among the recipients. */
export function addressedTo(recipients: Recipients): string[] {
  return recipients.flatMap(({ organizationId }) => organizationId ?? []);
}

/** Addressees in words, one a line. */
export function labelsOf(recipients: Recipients): string {
  return recipients.flatMap(({ organizationId, label }) => (organizationId ? [] : [label ?? ''])).join('\n');
}

/** The recipients with exactly these units; who stays keeps its id. */
export function withUnits(recipients: Recipients, organizationIds: readonly string[]): Recipients {
  const known = new Map(recipients.map((recipient) => [recipient.organizationId, recipient]));
  return [
    ...organizationIds.map(
      (organizationId) => known.get(organizationId) ?? { id: newId(), organizationId, label: null },
    ),
    ...recipients.filter(({ organizationId }) => !organizationId),
  ];
}

/** The recipients with these lines as addressees in words; a line keeps the id of its place. */
export function withLabels(recipients: Recipients, lines: string): Recipients {
  const before = recipients.filter(({ organizationId }) => !organizationId);
  const labels = lines === '' ? [] : lines.split('\n');
  return [
    ...recipients.filter(({ organizationId }) => organizationId),
    ...labels.map((label, index) => ({ id: before[index]?.id ?? newId(), organizationId: null, label })),
  ];
}

/** The recipients, each with the term of the request. */
export function withTerm({ recipients, workingDays = null }: TermAndRecipients): RequestRecipientDto[] {
  return recipients.map(({ id, organizationId = null, label = null }) => ({ id, organizationId, label, workingDays }));
}
