/** Moments of the page at which typing is written down, and at which a try to send is worth it. */
export function hearPage(
  signal: AbortSignal,
  writer: { commit: () => Promise<void> },
  wake: (trigger: 'online' | 'visible') => void,
): void {
  const wakeUp = (trigger: 'online' | 'visible') => {
    void writer.commit();
    wake(trigger);
  };
  window.addEventListener('online', () => wakeUp('online'), { signal });
  window.addEventListener('pagehide', () => void writer.commit(), { signal });
  const onVisibility = () => (document.visibilityState === 'visible' ? wakeUp('visible') : void writer.commit());
  document.addEventListener('visibilitychange', onVisibility, { signal });
}
