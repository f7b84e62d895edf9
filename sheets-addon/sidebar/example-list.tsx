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
            {review !== '' && <p class="warning lines">{review}</p>}
            {why !== '' && <Reasons why={why} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The weightiest reasons, and the others behind a fold: all of them are longer than the sidebar. */
function Reasons({ why }: { readonly why: string }): VNode {
  const text = SHEETS_TABLE_TEXT[useSidebarContext().language];
  const mark = why.includes('；') ? '；' : '; ';
  const reasons = why.split(mark);
  const rest = reasons.slice(MOST_UNFOLDED);
  return (
    <>
      <p>{reasons.slice(0, MOST_UNFOLDED).join(mark)}</p>
      {rest.length > 0 && (
        <details>
          <summary>{text.showMore(rest.length)}</summary>
          <p>{rest.join(mark)}</p>
        </details>
      )}
    </>
  );
}

const MOST_UNFOLDED = 2;
