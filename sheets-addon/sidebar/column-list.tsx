import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ColumnReading } from '../../core/table/reading.ts';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type { FieldGroup } from './field-groups.ts';
import { useSidebarContext } from './sidebar-context.ts';

/** How each column was read: its heading, an example, what it holds and how sure that is; the meaning can be corrected. */
export function ColumnList({
  columns,
  examples,
  groups,
  isUsed,
  onChoose,
  onDrop,
}: {
  readonly columns: readonly ColumnReading[];
  readonly examples: readonly string[];
  readonly groups: readonly FieldGroup[];
  /** Whether grading goes by this field; null while nobody knows: then all stand together. */
  readonly isUsed: ((field: string) => boolean) | null;
  readonly onChoose: (column: number, field: string | null) => void;
  /** Takes all corrections back; null when there are none. */
  readonly onDrop: (() => void) | null;
}): VNode {
  const text = SHEETS_TABLE_TEXT[useSidebarContext().language];
  const used = isUsed === null ? columns : columns.filter(({ field }) => field !== null && isUsed(field));
  const others = columns.filter((column) => !used.includes(column));
  const item = (column: ColumnReading): VNode => (
    <ColumnItem
      key={column.index}
      column={column}
      example={examples[column.index] ?? ''}
      groups={groups}
      onChoose={onChoose}
    />
  );
  const section = useRef<HTMLElement>(null);
  // a column that moves between the lists as it gets another meaning takes the focus along
  const focused = document.activeElement?.getAttribute('data-column') ?? null;
  useLayoutEffect(() => {
    if (focused === null || document.activeElement?.getAttribute('data-column') === focused) return;
    const select = section.current?.querySelector<HTMLElement>(`[data-column="${focused}"]`);
    select?.closest('details')?.setAttribute('open', '');
    select?.focus();
  });
  return (
    <section ref={section}>
      <h3>{text.columns}</h3>
      {isUsed !== null && <p class="quiet">{text.used(used.length)}</p>}
      <ul class="columns">{used.map(item)}</ul>
      {others.length > 0 && (
        <details>
          <summary>{text.unused(others.length)}</summary>
          <ul class="columns">{others.map(item)}</ul>
        </details>
      )}
      {onDrop !== null && (
        <button type="button" class="small" onClick={onDrop}>
          {text.dropCorrections}
        </button>
      )}
    </section>
  );
}

function ColumnItem({
  column: { index, letter, heading, field, match },
  example,
  groups,
  onChoose,
}: {
  readonly column: ColumnReading;
  readonly example: string;
  readonly groups: readonly FieldGroup[];
  readonly onChoose: (column: number, field: string | null) => void;
}): VNode {
  const text = SHEETS_TABLE_TEXT[useSidebarContext().language];
  const isKnown = field === null || groups.some(({ fields }) => fields.some(({ id }) => id === field));
  return (
    <li class="column">
      <span class="column-letter" aria-hidden="true">
        {letter}
      </span>
      <span class="column-heading">{heading === '' ? text.noHeading : heading}</span>
      <span class={`badge ${match}`}>{text.matches[match]}</span>
      <select
        data-column={index}
        aria-label={text.fieldOf(letter, heading)}
        value={field ?? ''}
        onChange={({ currentTarget }) => {
          onChoose(index, currentTarget.value === '' ? null : currentTarget.value);
        }}
      >
        {groups.map(({ group, fields }) => (
          <optgroup key={group} label={text.fieldGroups[group]}>
            {fields.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
        {!isKnown && <option value={field}>{field}</option>}
        <option value="">{text.notRead}</option>
      </select>
      {example !== '' && <span class="column-example">{text.example(example)}</span>}
    </li>
  );
}
