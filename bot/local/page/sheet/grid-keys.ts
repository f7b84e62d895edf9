import type { Direction, Step } from './selection.ts';

/** What a key asks of the grid while no cell is being edited. */
export type GridCommand =
  | { readonly kind: 'move'; readonly direction: Direction; readonly step: Step | 'page'; readonly extend: boolean }
  | { readonly kind: 'select'; readonly what: 'all' | 'row' | 'column' }
  | { readonly kind: 'home' | 'last'; readonly extend: boolean }
  | { readonly kind: 'edit' | 'clear' | 'undo' | 'redo' | 'menu' };

/** A key as the browser tells of it. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What a key asks for; null: nothing of the grid, so that it is typed, or left to the browser. */
export function gridCommand({ altKey, ctrlKey, key, metaKey, shiftKey }: PressedKey): GridCommand | null {
  const isCommand = ctrlKey || metaKey;
  const direction = ARROWS[key];
  if (altKey) return null;
  if (direction) return { kind: 'move', direction, step: isCommand ? 'edge' : 'cell', extend: shiftKey };
  switch (key) {
    case 'Enter':
      return isCommand || shiftKey ? null : { kind: 'edit' };
    case 'Tab':
      return isCommand ? null : { kind: 'move', direction: shiftKey ? 'left' : 'right', step: 'cell', extend: false };
    case 'PageUp':
    case 'PageDown':
      return { kind: 'move', direction: key === 'PageUp' ? 'up' : 'down', step: 'page', extend: shiftKey };
    case 'Home':
      return isCommand
        ? { kind: 'home', extend: shiftKey }
        : { kind: 'move', direction: 'left', step: 'end', extend: shiftKey };
    case 'End':
      return isCommand
        ? { kind: 'last', extend: shiftKey }
        : { kind: 'move', direction: 'right', step: 'end', extend: shiftKey };
    case 'F2':
      return { kind: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case 'ContextMenu':
      return { kind: 'menu' };
    case 'F10':
      return shiftKey ? { kind: 'menu' } : null;
    case ' ':
      if (isCommand) return { kind: 'select', what: 'column' };
      return shiftKey ? { kind: 'select', what: 'row' } : null;
    case 'a':
    case 'A':
      return isCommand ? { kind: 'select', what: 'all' } : null;
    case 'z':
    case 'Z':
      return isCommand ? { kind: shiftKey ? 'redo' : 'undo' } : null;
    case 'y':
    case 'Y':
      return isCommand && !shiftKey ? { kind: 'redo' } : null;
    default:
      return null;
  }
}

const ARROWS: Readonly<Record<string, Direction | undefined>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
