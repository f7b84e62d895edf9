import { type RefObject, useEffect, useRef } from 'react';

/** What is open, the last opened at the end: Esc closes that one alone. */
const open: RefObject<HTMLElement | null>[] = [];

/** Closes something that is open, by Esc or by a press outside of it. Esc gives the focus back to its first button. */
export function useDismiss(isOpen: boolean, root: RefObject<HTMLElement | null>, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!isOpen) return undefined;
    open.push(root);
    const onPress = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) latest.current();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || open.at(-1) !== root) return;
      event.preventDefault();
      latest.current();
      root.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('keydown', onKey);
    return () => {
      open.splice(open.indexOf(root), 1);
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('keydown', onKey);
    };
  }, [isOpen, root]);
}
