import { useEffect, useEffectEvent } from 'react';

const TYPING_PAUSE = 800;

/** Typing ends with a pause, with the page out of sight, or with the fields gone. `typed` is null while nothing is. */
export function useWhileTyping(typed: object | string | null, end: () => unknown): void {
  const ended = useEffectEvent(end);
  useEffect(() => {
    if (typed === null) return undefined;
    const timer = setTimeout(() => ended(), TYPING_PAUSE);
    const onHide = () => ended();
    window.addEventListener('pagehide', onHide);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', onHide);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [typed]);
  useEffect(() => () => void ended(), []);
}
