import type { VNode } from 'preact';
import { columnLetter } from '../../core/table/column-letter.ts';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type { TableView } from '../protocol.ts';
import type { FieldGroup } from './field-groups.ts';
import { useSidebarContext } from './sidebar-context.ts';

/** Names the decisions about columns that no longer hold, with what each column was said to be; nothing when there are none. */
export function GoneDecisions({
  gone,
  groups,
}: {
  readonly gone: NonNullable<TableView['gone']>;
  readonly groups: readonly FieldGroup[];
}): VNode | null {
  const text = SHEETS_TABLE_TEXT[useSidebarContext().language];
  if (gone.length === 0) return null;
  const fields = groups.flatMap((group) => group.fields);
  const list = gone.map(({ column, field }) =>
    text.decision(
      typeof column === 'number' ? columnLetter(column) : column,
      field === null ? text.notRead : (fields.find(({ id }) => id === field)?.title ?? field),
    ),
  );
  return <p class="warning">{text.gone(list)}</p>;
}
