import { useEffect, useEffectEvent } from 'react';

/** The keys of the sheet, as the page of keys shows them. */
export const KEYS = [
  ['↑ ↓', 'Tiêu chí trước, tiêu chí sau'],
  ['1 – 9', 'Chọn câu trả lời theo thứ tự'],
  ['G', 'Ghi chú'],
  ['A', 'Thêm ảnh, tệp'],
  ['T', 'Ghi tồn tại'],
  ['Ctrl + Enter', 'Câu tiếp chưa chấm'],
  ['Esc', 'Rời ô đang nhập'],
  ['?', 'Mở trang này'],
] as const;

interface KeyHandlers {
  onMove: (by: 1 | -1) => void;
  onChoose: (nth: number) => void;
  onAction: (action: 'note' | 'files' | 'finding') => void;
  onNext: () => void;
  onHelp: () => void;
}

const ACTIONS: Record<string, 'note' | 'files' | 'finding'> = { g: 'note', a: 'files', t: 'finding' };

/** Where letters and arrows are written, not obeyed. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select') !== null;
}

/** Keys work while the sheet is in hand: not over a dialog, not in the menus around the page. */
function isElsewhere(target: EventTarget | null, sheet: HTMLElement | null): boolean {
  if (document.querySelector('[role=dialog]')) return true;
  return (
    target instanceof HTMLElement &&
    target !== document.body &&
    !(sheet?.contains(target) ?? false) &&
    !target.contains(sheet)
  );
}

/** Listens for the keys of the sheet, at desks only. */
export function useKeys(sheet: React.RefObject<HTMLElement | null>, isOn: boolean, handlers: KeyHandlers): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target, key } = event;
    if (event.altKey || event.metaKey || isElsewhere(target, sheet.current)) return;
    if (event.ctrlKey) {
      if (key === 'Enter') act(event, handlers.onNext);
      return;
    }
    if (isWriting(target)) {
      if (key === 'Escape' && target instanceof HTMLElement) target.closest<HTMLElement>('[data-criterion]')?.focus();
      return;
    }
    const action = ACTIONS[key.toLowerCase()];
    if (key === 'ArrowDown') act(event, () => handlers.onMove(1));
    else if (key === 'ArrowUp') act(event, () => handlers.onMove(-1));
    else if (/^[1-9]$/.test(key)) act(event, () => handlers.onChoose(Number(key)));
    else if (action) act(event, () => handlers.onAction(action));
    else if (key === '?') act(event, handlers.onHelp);
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [isOn]);
}

function act(event: KeyboardEvent, run: () => void): void {
  event.preventDefault();
  run();
}
