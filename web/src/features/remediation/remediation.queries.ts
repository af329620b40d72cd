import type { HolidayView } from '@kiemtra/shared/calendar';
import type {
  AcceptRemedyDto,
  AcknowledgeDto,
  AskExtensionDto,
  CreateRequestDto,
  DecideFindingsDto,
  GrantExtensionDto,
  IssueRequestDto,
  RecipientLineView,
  RecipientView,
  RemedyRateView,
  RefuseExtensionDto,
  RemedyState,
  ReportRemedyDto,
  RequestView,
  ReturnRemedyDto,
  UpdateRequestDto,
} from '@kiemtra/shared/remediation';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';

export interface RecipientFilter {
  mine?: boolean;
  state?: RemedyState | '';
  planId?: string;
}

const remediationKeys = {
  all: ['remediation'] as const,
  recipients: ['remediation', 'recipients'] as const,
  rates: ['remediation', 'rates'] as const,
  requests: ['remediation', 'requests'] as const,
  recipient: (recipientId: string) => ['remediation', 'recipient', recipientId] as const,
  request: (requestId: string) => ['remediation', 'requests', 'one', requestId] as const,
};

export const recipientsQuery = (filter: RecipientFilter) =>
  queryOptions({
    queryKey: [...remediationKeys.recipients, filter],
    queryFn: ({ signal }) => api.get<RecipientLineView[]>('/request-recipients', { query: { ...filter }, signal }),
    placeholderData: keepPreviousData,
  });

export const recipientQuery = (recipientId: string) =>
  queryOptions({
    queryKey: remediationKeys.recipient(recipientId),
    queryFn: ({ signal }) => api.get<RecipientView>(`/request-recipients/${recipientId}`, { signal }),
    // The other side writes here too: who opens it must see the last word.
    staleTime: 0,
  });

export const requestsQuery = (planId: string) =>
  queryOptions({
    queryKey: [...remediationKeys.requests, planId],
    queryFn: ({ signal }) => api.get<RequestView[]>('/requests', { query: { planId }, signal }),
  });

export const requestQuery = (requestId: string) =>
  queryOptions({
    queryKey: remediationKeys.request(requestId),
    queryFn: ({ signal }) => api.get<RequestView>(`/requests/${requestId}`, { signal }),
  });

/** Of one campaign, or of all that the reader sees. */
export const remedyRatesQuery = (planId?: string) =>
  queryOptions({
    queryKey: [...remediationKeys.rates, planId ?? null],
    queryFn: ({ signal }) => api.get<RemedyRateView[]>('/remedy-rates', { query: planId ? { planId } : {}, signal }),
  });

/** Days that differ from the plain week, for a due date that is shown before it is set. */
export const holidaysQuery = (year: number) =>
  queryOptions({
    queryKey: ['calendar', 'holidays', year],
    queryFn: ({ signal }) => api.get<HolidayView[]>('/holidays', { query: { year }, signal }),
  });

interface Acts {
  acknowledge: AcknowledgeDto;
  report: ReportRemedyDto;
  return: ReturnRemedyDto;
  accept: AcceptRemedyDto;
  decide: DecideFindingsDto;
  'ask-extension': AskExtensionDto;
  'grant-extension': GrantExtensionDto;
  'refuse-extension': RefuseExtensionDto;
}

/** An act in the thread of a recipient; its answer is the recipient as it is now. */
export function useRemedyAct<Act extends keyof Acts>(recipientId: string, act: Act) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Acts[Act]) => api.post<RecipientView>(`/request-recipients/${recipientId}/${act}`, body),
    onSuccess: (recipient) => queries.setQueryData(remediationKeys.recipient(recipientId), recipient),
    // A refusal may mean that somebody else acted first.
    onError: () => queries.invalidateQueries({ queryKey: remediationKeys.recipient(recipientId) }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: remediationKeys.recipients }),
        queries.invalidateQueries({ queryKey: remediationKeys.rates }),
        queries.invalidateQueries({ queryKey: remediationKeys.requests }),
      ]),
  });
}

/** A change of requests: every list and page of them is read again. */
function useRequestMutation<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: remediationKeys.all }),
        // Issuing closes the findings in the request.
        queries.invalidateQueries({ queryKey: ['findings'] }),
      ]),
  });
}

export const useCreateRequest = () =>
  useRequestMutation((body: CreateRequestDto) => api.post<RequestView>('/requests', body));

export const useUpdateRequest = (requestId: string) =>
  useRequestMutation((body: UpdateRequestDto) => api.patch<RequestView>(`/requests/${requestId}`, body));

export const useDeleteRequest = (requestId: string) =>
  useRequestMutation(() => api.delete<void>(`/requests/${requestId}`));

export const useIssueRequest = (requestId: string) =>
  useRequestMutation((body: IssueRequestDto) => api.post<RequestView>(`/requests/${requestId}/issue`, body));
