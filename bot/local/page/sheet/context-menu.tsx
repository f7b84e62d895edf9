import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import type { MenuItem } from '../menu-button.tsx';
import { useDismiss } from '../use-dismiss.ts';

export interface ContextMenuProps {
  readonly label: string;
  /** In the window, in CSS pixels. */
  readonly at: { readonly x: number; readonly y: number };
  readonly items: readonly MenuItem[];
  /** Closed without a choice, or before the choice is carried out. */
  readonly onClose: () => void;
}

/** A menu where the pointer is: arrows, Home and End move, Enter takes, Esc and Tab close. */
export function ContextMenu({ at, items, label, onClose }: ContextMenuProps) {
  const root = useRef<HTMLDivElement>(null);
  useDismiss(true, root, onClose);
  useLayoutEffect(() => {
    const menu = root.current;
    if (!menu) return;
    const { height, width } = menu.getBoundingClientRect();
    menu.style.left = `${Math.max(4, Math.min(at.x, innerWidth - width - 4))}px`;
    menu.style.top = `${Math.max(4, Math.min(at.y, innerHeight - height - 4))}px`;
  }, [at]);
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('.menu-item')?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const lines = [...(root.current?.querySelectorAll<HTMLElement>('.menu-item') ?? [])];
    const now = lines.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      lines.at(to % lines.length)?.focus();
    } else if (event.key === 'Tab' || event.key === 'Escape') {
      // Here, since Esc would otherwise give the focus to a button that is about to go.
      event.preventDefault();
      onClose();
    }
  };
  return (
    <div ref={root} className="menu context-menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          className="menu-item"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            onClose();
            item.onChoose();
          }}
        >
          {item.content}
        </button>
      ))}
    </div>
  );
}
