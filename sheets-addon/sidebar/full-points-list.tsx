import type { VNode } from 'preact';
import type { FullPoints } from '../../core/text/grading-text.ts';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import { useSidebarContext } from './sidebar-context.ts';

/** What full points take, said once for all customers: their reasons tell only what each has. */
export function FullPointsList({ fullPoints }: { readonly fullPoints: readonly FullPoints[] }): VNode | null {
  const text = SHEETS_TABLE_TEXT[useSidebarContext().language];
  if (fullPoints.length === 0) return null;
  return (
    <details>
      <summary>{text.fullPoints}</summary>
      <dl>
        {fullPoints.map(({ criterion, range }) => (
          <div key={criterion}>
            <dt>{criterion}</dt>
            <dd>{range}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
