const LONGEST = 400 * 86_400;

/**
 * Mirrors the lane in a cookie: cookies survive when a browser throws away the storage of a site, so a device can tell
 * that it has lost something.
 */
export function writeLaneCookie(account: string, lane: string): void {
  const isSecure = globalThis.isSecureContext && location.protocol === 'https:';
  const name = `${isSecure ? '__Host-' : ''}dev-${account}`;
  document.cookie = `${name}=${lane}; Path=/; Max-Age=${LONGEST}; SameSite=Strict${isSecure ? '; Secure' : ''}`;
}
