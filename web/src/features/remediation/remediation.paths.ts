import { formatDate } from '@kiemtra/shared/kernel';
import type { RequestView } from '@kiemtra/shared/remediation';
import type { Crumb } from '../../ui/Page.js';
import { SEARCH_PARAM } from '../../ui/url-state.js';

export const REMEDIES_CRUMB: Crumb = { label: 'Khắc phục', to: '/khac-phuc' };

export const recipientPath = (recipientId: string) => `/khac-phuc/${recipientId}`;

/** All requests of a campaign that were issued, or those to one of its units. */
export function remediesOfPlanPath(planId: string, unit?: string): string {
  const filter = new URLSearchParams({ xem: 'tat-ca', 'ke-hoach': planId, ...(unit && { [SEARCH_PARAM]: unit }) });
  return `${REMEDIES_CRUMB.to}?${filter.toString()}`;
}

/** The letter to the recipient as it will print; who signs goes along in the address. */
export function letterPath(recipientId: string, { position, name }: { position: string; name: string }): string {
  const signer = new URLSearchParams([
    ...(position ? [['chuc-vu', position]] : []),
    ...(name ? [['ho-ten', name]] : []),
  ]);
  return `${recipientPath(recipientId)}/cong-van?${signer.toString()}`.replace(/\?$/, '');
}

export const requestPath = (planId: string, requestId: string) => `/ke-hoach/${planId}/kien-nghi/${requestId}`;

type Paper = Pick<RequestView, 'number' | 'issuedOn'>;

/** "số 45/SNV-CCHC ngày 10/03/2026"; what is not known is left out. */
export function paperName({ number, issuedOn }: Paper): string {
  return [number && `số ${number}`, issuedOn && `ngày ${formatDate(issuedOn)}`].filter(Boolean).join(' ');
}

/** "Kiến nghị số 45/SNV-CCHC ngày 10/03/2026". */
export function requestName(paper: Paper): string {
  return `Kiến nghị ${paperName(paper)}`.trim();
}
