import type { VNode } from 'preact';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import { SHEETS_SCHEMES_TEXT } from '../../core/text/sheets-schemes-text.ts';
import type { SchemeSummary } from './scheme-library.ts';
import { useSidebarContext } from './sidebar-context.ts';

/** One scheme: what it gives, what it goes by, and what can be done with it. */
export function SchemeItem({
  document,
  summary: { title, outcomes, goesBy },
  isInUse,
  isChanged,
  onUse,
  onExport,
  onPut,
}: {
  readonly document: AnyScheme;
  readonly summary: SchemeSummary;
  readonly isInUse: boolean;
  /** Whether the cells of the sheet have changed since they were checked. */
  readonly isChanged: boolean;
  readonly onUse: (id: string) => void;
  readonly onExport: (document: AnyScheme) => void;
  /** Null where it stands in a sheet already. */
  readonly onPut: ((document: AnyScheme) => void) | null;
}): VNode {
  const text = SHEETS_SCHEMES_TEXT[useSidebarContext().language];
  // many buttons say the same: which scheme each is about is told to whoever cannot see it
  const of = (label: string): string => `${label}${text.colon}${title}`;
  return (
    <li class="scheme">
      <h4>
        {title} {isInUse && <span class="badge exact">{text.inUse}</span>}{' '}
        {isChanged && <span class="badge close">{text.notChecked}</span>}
      </h4>
      <p class="quiet">{outcomes.join(text.comma)}</p>
      <details>
        <summary aria-label={of(text.details)}>{text.details}</summary>
        <ul class="sentences">
          {goesBy.map(({ heading, items }) => (
            <li key={heading}>
              {heading}
              {items.join(text.comma)}
            </li>
          ))}
        </ul>
      </details>
      <div class="actions">
        <button
          type="button"
          class="small"
          aria-label={of(text.use)}
          onClick={() => {
            onUse(document.id);
          }}
        >
          {text.use}
        </button>
        <button
          type="button"
          class="small"
          aria-label={of(text.exportJson)}
          onClick={() => {
            onExport(document);
          }}
        >
          {text.exportJson}
        </button>
        {onPut !== null && (
          <button
            type="button"
            class="small"
            aria-label={of(text.toSheet)}
            onClick={() => {
              onPut(document);
            }}
          >
            {text.toSheet}
          </button>
        )}
      </div>
    </li>
  );
}
