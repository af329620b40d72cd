import type { KeyboardEvent } from 'react';

/** Enter picks what is marked and never sends the form around the picker, also while the list is still on its way. */
export function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault();
}
