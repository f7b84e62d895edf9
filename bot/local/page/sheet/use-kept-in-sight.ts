import { type RefObject, useLayoutEffect } from 'react';

/**
 * Moves what lies over a cell, and may be larger than it, to the left and up as far as the grid's edges would cut it; never so far that
 * it leaves the cell.
 *
 * @param content what it shows; null while it is no larger than its cell
 */
export function useKeptInSight(element: RefObject<HTMLElement | null>, content: string | null): void {
  useLayoutEffect(() => {
    const shown = element.current;
    const sight = shown?.closest<HTMLElement>('.grid-scroller');
    const cell = shown?.parentElement?.getBoundingClientRect();
    if (!shown || !sight || !cell) return;
    shown.style.translate = '';
    if (content === null) return;
    const box = shown.getBoundingClientRect();
    const { right, bottom } = sight.getBoundingClientRect();
    // its scroll bars may lie within
    const across = moved(box.right - right + sight.offsetWidth - sight.clientWidth, box.width - cell.width);
    const down = moved(box.bottom - bottom + sight.offsetHeight - sight.clientHeight, box.height - cell.height);
    shown.style.translate = `${across}px ${down}px`;
  }, [element, content]);
}

function moved(beyond: number, room: number): number {
  return -Math.max(0, Math.min(beyond, room));
}
