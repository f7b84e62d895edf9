import type { VNode } from 'preact';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type { TableView } from '../protocol.ts';
import { JumpButton } from './jump-button.tsx';
import { useSidebarContext } from './sidebar-context.ts';

/** A few customers as they would be graded, with the reasons. */
export function ExampleList({ table: { sample, place } }: { readonly table: TableView }): VNode | null {
  const text = SHEETS_TABLE_TEXT[useSidebarContext().language];
  if (sample.length === 0) return null;
  return (
    <>
      <h4>{text.examples}</h4>
      <ul class="examples">
        {sample.map(({ row, name, tier, score, why, review }) => (
          <li key={row}>
            <div class="example-head">
              <JumpButton
                place={{ ...place, row, rows: 1, columns: 1 }}
                label={name === '' ? text.rowNumber(row) : name}
              />
              <span class="tier">{tier === '' ? text.review : text.tier(tier)}</span>
            </div>
            {score !== null && <span class="quiet">{text.score(score)}</span>}
            {why !== '' && <p>{why}</p>}
            {review !== '' && <p class="warning">{review}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
