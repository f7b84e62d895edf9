import type { VNode } from 'preact';
import { formatDecimal } from '../../core/text/format.ts';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type { TableView } from '../protocol.ts';
import { useSidebarContext } from './sidebar-context.ts';

/** How many customers each tier holds. The title and the number say it; bar and colour only stand beside them. */
export function TierBars({ counts }: Pick<TableView, 'counts'>): VNode {
  const { language } = useSidebarContext();
  const most = Math.max(1, ...counts.map(({ customers }) => customers));
  return (
    <ul class="bars">
      {counts.map(({ tier, colour, customers }, index) => (
        <li key={index}>
          <span class="bar-title">{tier === '' ? SHEETS_TABLE_TEXT[language].review : tier}</span>
          <span class="bar-line" aria-hidden="true">
            <span
              class="bar"
              style={{ width: `${(customers / most) * 100}%`, ...(colour !== null && { background: colour }) }}
            />
          </span>
          <span class="bar-count">{formatDecimal(customers, 0)}</span>
        </li>
      ))}
    </ul>
  );
}
