import type { VNode } from 'preact';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type { SchemeOption, TableView } from '../protocol.ts';
import { useSidebarContext } from './sidebar-context.ts';

/** Which scheme the table is graded by and why; another can be chosen. Nothing is said of why where no customer stands to be graded. */
export function SchemeSelect({
  table: { scheme, chosen, customers },
  schemes,
  wanted,
  onChoose,
}: {
  readonly table: Pick<TableView, 'scheme' | 'chosen' | 'customers'>;
  readonly schemes: readonly SchemeOption[];
  /** What was chosen while the answer is on its way. */
  readonly wanted: string | undefined;
  readonly onChoose: (id: string) => void;
}): VNode {
  const text = SHEETS_TABLE_TEXT[useSidebarContext().language];
  const all = schemes.some(({ id }) => id === scheme.id) ? schemes : [...schemes, scheme];
  return (
    <div class="field">
      <label for="scheme">{text.scheme}</label>
      <select
        id="scheme"
        aria-describedby={customers === 0 ? undefined : 'scheme-why'}
        value={wanted ?? scheme.id}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value);
        }}
      >
        {GROUPS.map((group) => {
          const options = all.filter((one) => groupOf(one) === group);
          return (
            options.length > 0 && (
              <optgroup key={group} label={text.schemeGroups[group]}>
                {options.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </optgroup>
            )
          );
        })}
      </select>
      {customers > 0 && (
        <p class={chosen === 'nothing' || chosen === 'gone' ? 'warning' : 'quiet'} id="scheme-why">
          {text.chosen[chosen]}
        </p>
      )}
    </div>
  );
}

const GROUPS = ['sheet', 'customers', 'prospects', 'segments'] as const;

function groupOf({ from, purpose }: SchemeOption): (typeof GROUPS)[number] {
  return from === 'sheet' ? 'sheet' : purpose;
}
