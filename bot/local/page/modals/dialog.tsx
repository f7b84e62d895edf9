import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Icon } from '../icon.tsx';
import { usePageText } from '../page-context.ts';

export interface DialogProps {
  readonly title: string;
  /** Esc and the cross. */
  readonly onCancel: () => void;
  /** What the cross does, where it is not the same as Esc. */
  onClose?: (() => void) | undefined;
  /** Before the title, such as a way back. */
  readonly before?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A modal window on the browser's own `<dialog>`, which holds the focus and gives it back. Open as long as it is drawn. */
export function Dialog({ title, onCancel, onClose = onCancel, before, className = '', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const text = usePageText();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    if (element) focusInside(element);
    // While it is still in the page: closed afterwards it gives the focus back to nobody.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // A file chooser that is closed bubbles its own cancel up to here.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onCancel();
      }}
    >
      <header className="dialog-header">
        {before}
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="icon-button" aria-label={text.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  );
}

/** The field that wants the focus, else the first one, else the text itself, so that keys scroll it. */
function focusInside(dialog: HTMLElement): void {
  // On a touch screen a field would bring the keyboard up before one has read anything.
  const isTouch = matchMedia('(pointer: coarse)').matches;
  const fields = isTouch ? [] : ['[data-focus-on-load]', '.dialog-body :is(input, textarea, select)'];
  for (const selector of [...fields, '.dialog-footer button.first', '.dialog-body']) {
    const found = dialog.querySelector<HTMLElement>(selector);
    if (found) return found.focus();
  }
}
