import type { VNode } from 'preact';
import type { EditedCells } from '../protocol.ts';

/** Names the cells of ours that somebody edited and that grading overwrites; nothing when there are none. */
export function EditedCellsNote({
  edited: { count, cells },
  say,
}: {
  readonly edited: EditedCells;
  readonly say: (cells: string, more: number) => string;
}): VNode | null {
  if (count === 0) return null;
  const named = cells.slice(0, MOST_NAMED);
  return <p class="warning">{say(named.join(', '), count - named.length)}</p>;
}

const MOST_NAMED = 8;
