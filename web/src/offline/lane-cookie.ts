const LONGEST = 400 * 86_400;

function nameOf(account: string, isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}dev-${account}`;
}

function isSecure(): boolean {
  return globalThis.isSecureContext && location.protocol === 'https:';
}

/**
 * Mirrors the lane and its last number in a cookie: cookies survive when a browser throws away the storage of a site, so a
 * device can tell that it has lost something, and how much.
 */
export function writeLaneCookie(account: string, { lane, nextSeq }: { lane: string; nextSeq: number }): void {
  const name = nameOf(account, isSecure());
  const known = readLaneCookie(account);
  // An operation that takes the place of an older one is not the last.
  const lastSeq = Math.max(nextSeq - 1, known?.lane === lane ? known.lastSeq : 0);
  const value = `${lane}.${lastSeq}`;
  document.cookie = `${name}=${value}; Path=/; Max-Age=${LONGEST}; SameSite=Strict${isSecure() ? '; Secure' : ''}`;
}

/** What the cookie remembers; earlier releases wrote the lane alone. */
export function readLaneCookie(account: string): { lane: string; lastSeq: number } | null {
  const name = `${nameOf(account, isSecure())}=`;
  const value = document.cookie.split('; ').find((cookie) => cookie.startsWith(name));
  const [lane = '', lastSeq] = value?.slice(name.length).split('.') ?? [];
  return lane === '' ? null : { lane, lastSeq: Number(lastSeq ?? 0) };
}
