import { QueryClient } from '@tanstack/react-query';
import { isPassing } from './client.js';

/**
 * Reads are fresh for half a minute and are not repeated on every focus of the window; only an unreachable
 * server is asked again. Whether the device is online is never guessed: the request is tried.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        retry: (failures, error) => isPassing(error) && failures < 2,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
