import { type ClipboardEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { useKeptInSight } from './use-kept-in-sight.ts';

/** A cell that is being edited. */
export interface Editing {
  readonly text: string;
  /** Begun by typing: arrows then take the text and go on, as nothing of it is looked at anew. */
  readonly isTyped: boolean;
}

export interface CellInputProps {
  /** The cell for those who hear it. */
  readonly label: string;
  readonly editing: Editing | null;
  readonly onEditing: (editing: Editing | null) => void;
  /** Takes the text and moves on. */
  readonly onTake: (text: string, to: 'down' | 'up' | 'right' | 'left' | 'stay') => void;
  /** A key while nothing is edited. */
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onClipboard: (event: ClipboardEvent) => void;
  /** Whether the cell takes the focus when one comes to it. */
  readonly takesFocus: RefObject<boolean>;
}

/**
 * Where one types: it lies over the cell one is in and can be seen while that is edited. It has the focus before, too, so that
 * input methods, pasting and screen readers find a field to work with.
 */
export function CellInput(props: CellInputProps) {
  const { editing, label, onClipboard, onEditing, onKey, onTake, takesFocus } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const isEditing = editing !== null;

  useLayoutEffect(() => {
    // Not from who is elsewhere: in the sidebar, which moved the selection, or on a button.
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (takesFocus.current && isFree) field.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  useLayoutEffect(() => {
    const element = field.current;
    if (!isEditing || !element || document.activeElement === element) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
  }, [isEditing]);

  useKeptInSight(field, editing?.text ?? null);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (editing === null) return onKey(event);
    const to = takenTo(event, editing.isTyped);
    if (to !== undefined) {
      event.preventDefault();
      onTake(editing.text, to);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onEditing(null);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const { selectionEnd, selectionStart } = event.currentTarget;
      event.currentTarget.setRangeText('\n', selectionStart, selectionEnd, 'end');
      onEditing({ ...editing, text: event.currentTarget.value });
    }
  };
  return (
    <textarea
      ref={field}
      className={isEditing ? 'cell-input is-editing' : 'cell-input'}
      aria-label={label}
      rows={1}
      cols={Math.max(8, Math.min(60, (editing?.text.length ?? 0) + 2))}
      spellCheck={false}
      autoComplete="off"
      inputMode={isEditing || !isTouch() ? 'text' : 'none'}
      value={editing?.text ?? ''}
      onChange={({ target }) => onEditing({ text: target.value, isTyped: editing?.isTyped ?? true })}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (editing !== null) onTake(editing.text, 'stay');
      }}
      onCopy={isEditing ? undefined : onClipboard}
      onCut={isEditing ? undefined : onClipboard}
      onPaste={isEditing ? undefined : onClipboard}
    />
  );
}

/** Where a key that takes the text goes on to; undefined for other keys. */
function takenTo({ altKey, key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, isTyped: boolean) {
  switch (key) {
    case 'Enter':
      return altKey || ctrlKey || metaKey ? undefined : shiftKey ? 'up' : 'down';
    case 'Tab':
      return shiftKey ? 'left' : 'right';
    case 'ArrowDown':
    case 'ArrowUp':
    case 'ArrowLeft':
    case 'ArrowRight':
      return isTyped && !shiftKey ? TO[key] : undefined;
    default:
      return undefined;
  }
}

const TO = { ArrowDown: 'down', ArrowUp: 'up', ArrowLeft: 'left', ArrowRight: 'right' } as const;

/** Without a keyboard of its own, the device would show one for each cell that is touched. */
function isTouch(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}
