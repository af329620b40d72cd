import type {
  AccountState,
  AccountView,
  ActivationSlipView,
  ChangePasswordDto,
  CreateAccountDto,
  CreateUnitAccountsDto,
  IssueSlipsDto,
  Role,
  SessionView,
  SetEmailDto,
  UpdateAccountDto,
} from '@kiemtra/shared/users';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';

export interface AccountFilter {
  search: string;
  role: Role | '';
  state: AccountState | '';
}

const usersKeys = {
  sessions: ['users', 'sessions'] as const,
  accounts: ['users', 'accounts'] as const,
};

export const sessionsQuery = queryOptions({
  queryKey: usersKeys.sessions,
  queryFn: ({ signal }) => api.get<SessionView[]>('/auth/sessions', { signal }),
});

export const accountsQuery = (filter: AccountFilter) =>
  queryOptions({
    queryKey: [...usersKeys.accounts, 'list', filter],
    queryFn: ({ signal }) => api.get<AccountView[]>('/accounts', { query: { ...filter }, signal }),
    placeholderData: keepPreviousData,
  });

export const accountQuery = (accountId: string) =>
  queryOptions({
    queryKey: [...usersKeys.accounts, accountId],
    queryFn: ({ signal }) => api.get<AccountView>(`/accounts/${accountId}`, { signal }),
  });

export function useEndSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sessionId: string) => api.delete<void>(`/auth/sessions/${sessionId}`),
    onSettled: () => queries.invalidateQueries({ queryKey: usersKeys.sessions }),
  });
}

export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ChangePasswordDto) => api.post<void>('/auth/password', body),
    onSuccess: () => queries.invalidateQueries({ queryKey: usersKeys.sessions }),
  });
}

/** Who is logged in is read anew behind it. */
export function useSetEmail() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SetEmailDto) => api.put<void>('/auth/email', body),
    onSuccess: () => queries.invalidateQueries(),
  });
}

/** A change of accounts: every list and page of them is read again. */
function useAccountMutation<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: usersKeys.accounts }),
  });
}

export const useCreateAccount = () =>
  useAccountMutation((body: CreateAccountDto) => api.post<ActivationSlipView>('/accounts', body));

export const useCreateUnitAccounts = () =>
  useAccountMutation((body: CreateUnitAccountsDto) => api.post<ActivationSlipView[]>('/accounts/batch', body));

export const useIssueSlips = () =>
  useAccountMutation((body: IssueSlipsDto) => api.post<ActivationSlipView[]>('/accounts/slips', body));

export const useUpdateAccount = (accountId: string) =>
  useAccountMutation((body: UpdateAccountDto) => api.patch<void>(`/accounts/${accountId}`, body));

export const useIssueSlip = (accountId: string) =>
  useAccountMutation(() => api.post<ActivationSlipView>(`/accounts/${accountId}/slip`));

export const useDeactivateAccount = (accountId: string) =>
  useAccountMutation(() => api.post<void>(`/accounts/${accountId}/deactivate`));

export const useReactivateAccount = (accountId: string) =>
  useAccountMutation(() => api.post<void>(`/accounts/${accountId}/reactivate`));
