/** What pages and the service worker say to each other. */

/** `activate`: the person agreed. `activate-when-alone`: a start that would like the new build. `prove`: the self-test. */
export type PageMessage = 'activate' | 'activate-when-alone' | 'prove';

/** The answer to `activate-when-alone`: whether the new build takes over now. */
export interface ActivationAnswer {
  activates: boolean;
}

/** The answer to `prove`: how many files a start without a network needs, and which of them cannot be read back. */
export interface ProofAnswer {
  files: number;
  missing: string[];
}

/** A page holds this lock as long as it lives: its build, by the address of its first script, stays in the cache. */
export const PAGE_LOCK = 'kiemtra-page:';
