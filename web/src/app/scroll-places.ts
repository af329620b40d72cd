import { useEffect, useLayoutEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

const places = new Map<string, number>();

/** A page that is opened begins at its top; one that is gone back to is where it was left. */
export function useScrollPlaces(): void {
  const { key, pathname } = useLocation();
  const isReturn = useNavigationType() === NavigationType.Pop;
  const shown = useRef<string>(null);
  useLayoutEffect(() => {
    // A change of the search alone is the same page, and a reload is the browser's matter.
    const isOther = shown.current !== null && shown.current !== pathname;
    shown.current = pathname;
    if (isOther) window.scrollTo(0, isReturn ? (places.get(key) ?? 0) : 0);
  }, [key, pathname, isReturn]);
  useEffect(() => {
    const note = () => void places.set(key, window.scrollY);
    window.addEventListener('scroll', note, { passive: true });
    return () => window.removeEventListener('scroll', note);
  }, [key]);
}
