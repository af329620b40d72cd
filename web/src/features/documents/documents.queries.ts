import type { PaperDocument } from '@kiemtra/shared/documents';
import { queryOptions } from '@tanstack/react-query';
import { api, type QueryParams } from '../../api/client.js';

/** The letter to a recipient as it would be written now. */
export const letterQuery = (recipientId: string, signer: QueryParams) =>
  queryOptions({
    queryKey: ['documents', 'letter', recipientId, signer],
    queryFn: ({ signal }) =>
      api.get<PaperDocument>(`/request-recipients/${recipientId}/letter`, { query: signer, signal }),
    // Requests and findings behind it change elsewhere: a paper is always read anew.
    staleTime: 0,
  });
