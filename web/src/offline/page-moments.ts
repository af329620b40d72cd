/** Moments of the page at which typing is written down, and at which a try to send is worth it. */
export function hearPage(
  signal: AbortSignal,
  commit: () => Promise<void>,
  wake: (trigger: 'online' | 'visible') => void,
): void {
  const wakeUp = (trigger: 'online' | 'visible') => {
    void commit();
    wake(trigger);
  };
  window.addEventListener('online', () => wakeUp('online'), { signal });
  window.addEventListener('pagehide', () => void commit(), { signal });
  const onVisibility = () => (document.visibilityState === 'visible' ? wakeUp('visible') : void commit());
  document.addEventListener('visibilitychange', onVisibility, { signal });
}
