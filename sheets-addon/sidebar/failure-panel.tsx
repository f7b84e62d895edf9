import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { SHEETS_OUTCOME_TEXT, type SheetsOutcomeText } from '../../core/text/sheets-outcome-text.ts';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import { useSidebarContext } from './sidebar-context.ts';
import type { Failure } from './sidebar-state.ts';

/** Why something came to nothing, and the button that tries it again. It takes the focus, so that nobody waits for what has ended. */
export function FailurePanel({
  why,
  onAgain,
  onBack,
  onSchemes,
}: {
  readonly why: Failure;
  readonly onAgain: () => void;
  readonly onBack?: () => void;
  /** Leads to the schemes, where the problems stand. */
  readonly onSchemes?: () => void;
}): VNode {
  const { language } = useSidebarContext();
  const text = SHEETS_OUTCOME_TEXT[language];
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.focus();
  }, [why]);
  return (
    <div class="failure" role="alert" tabIndex={-1} ref={panel}>
      <strong>{text.failedTitle}</strong>
      <p>{failureText(why, text)}</p>
      <div class="actions">
        <button type="button" class="primary" onClick={onAgain}>
          {text.tryAgain}
        </button>
        {onSchemes !== undefined && (
          <button type="button" onClick={onSchemes}>
            {SHEETS_TABLE_TEXT[language].schemesTab}
          </button>
        )}
        {onBack !== undefined && (
          <button type="button" onClick={onBack}>
            {text.backToTable}
          </button>
        )}
      </div>
    </div>
  );
}

function failureText(why: Failure, text: SheetsOutcomeText): string {
  switch (why.kind) {
    case 'refused':
      return why.text;
    case 'no-answer':
      return text.failures[why.code];
    case 'unsound-scheme':
      return text.schemeUnsound(why.scheme);
    default:
      return why satisfies never;
  }
}
