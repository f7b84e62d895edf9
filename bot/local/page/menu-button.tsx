import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useDismiss } from './use-dismiss.ts';

/** One line of a menu. */
export interface MenuItem {
  readonly id: string;
  readonly content: ReactNode;
  /** For menus in which one line is the present choice. */
  readonly isChecked?: boolean;
  readonly onChoose: () => void;
}

export interface MenuButtonProps {
  /** The accessible name of the menu. */
  readonly label: string;
  /** Whether the button has a text of its own, which names it; default no, and `label` does. */
  readonly hasText?: boolean;
  readonly button: ReactNode;
  readonly items: readonly MenuItem[];
  readonly className?: string;
  readonly isDisabled?: boolean;
}

/** A button that opens a menu: arrows, Home and End move, Enter takes, Esc and Tab close. */
export function MenuButton({
  label,
  button,
  items,
  className = '',
  isDisabled = false,
  hasText = false,
}: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const menuId = useId();

  useEffect(() => {
    if (!isOpen) return;
    const lines = menuLines(root.current);
    (lines.find((each) => each.ariaChecked === 'true') ?? lines[0])?.focus();
    // Under the last message of a channel it would be cut off.
    root.current?.querySelector('.menu')?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);

  useDismiss(isOpen, root, () => setOpen(false));

  const close = () => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const lines = menuLines(root.current);
    const now = lines.indexOf(document.activeElement as HTMLElement);
    const to = NEXT_LINE[event.key]?.(now, lines.length);
    if (to !== undefined) {
      event.preventDefault();
      lines.at(to % lines.length)?.focus();
    } else if (event.key === 'Tab') setOpen(false);
  };

  return (
    <div className="menu-root" ref={root}>
      <button
        type="button"
        className={className}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        aria-label={hasText ? undefined : label}
        disabled={isDisabled}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {button}
      </button>
      {isOpen && (
        <div id={menuId} className="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              className="menu-item"
              role={item.isChecked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.isChecked}
              tabIndex={-1}
              onClick={() => {
                close();
                item.onChoose();
              }}
            >
              {item.content}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

const NEXT_LINE: Readonly<Record<string, (now: number, count: number) => number>> = {
  ArrowDown: (now) => now + 1,
  ArrowUp: (now, count) => (now <= 0 ? count - 1 : now - 1),
  Home: () => 0,
  End: (_now, count) => count - 1,
};

function menuLines(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('.menu-item') ?? [])];
}
