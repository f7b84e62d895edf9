import { type RefObject, useLayoutEffect } from 'react';

/**
 * Says in `--kept-in-sight` how far what lies over a cell, and may be larger than it, is to be moved to the left and up, as far as the grid's
 * edges would cut it; never so far that it leaves the cell. Whether it lies over the cell is up to the style.
 *
 * @param content what it shows; null while it is no larger than its cell
 */
export function useKeptInSight(element: RefObject<HTMLElement | null>, content: string | null): void {
  useLayoutEffect(() => {
    const shown = element.current;
    const sight = shown?.closest<HTMLElement>('.grid-scroller');
    const around = shown?.parentElement;
    if (content === null || !shown || !sight || !around) return;
    const keep = () => {
      shown.style.removeProperty(KEPT);
      const [box, cell] = [shown.getBoundingClientRect(), around.getBoundingClientRect()];
      const { right, bottom } = sight.getBoundingClientRect();
      // its scroll bars may lie within
      const across = moved(box.right - right + sight.offsetWidth - sight.clientWidth, box.width - cell.width);
      const down = moved(box.bottom - bottom + sight.offsetHeight - sight.clientHeight, box.height - cell.height);
      shown.style.setProperty(KEPT, `${across}px ${down}px`);
    };
    keep();
    sight.addEventListener('scroll', keep, { passive: true });
    const resized = new ResizeObserver(keep);
    resized.observe(sight);
    return () => {
      sight.removeEventListener('scroll', keep);
      resized.disconnect();
    };
  });
}

const KEPT = '--kept-in-sight';

function moved(beyond: number, room: number): number {
  return -Math.max(0, Math.min(beyond, room));
}
