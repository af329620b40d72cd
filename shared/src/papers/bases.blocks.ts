import { citation, citedBasis, type Block } from '../documents/index.js';
import type { CampaignRecord } from './campaign-record.js';

/** Legal bases, and whatever else is cited, as lines "Căn cứ …", each once. */
export function basisBlocks(
  { legalBases }: Pick<CampaignRecord, 'legalBases'>,
  ...others: readonly (string | null)[]
): Block[] {
  const cited = [...legalBases.map((basis) => citation(citedBasis(basis))), ...others].filter((text) => text !== null);
  return [...new Set(cited)].map((text) => ({ kind: 'basis', text: `Căn cứ ${text}` }));
}
