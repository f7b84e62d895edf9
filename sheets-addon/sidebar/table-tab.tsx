import type { VNode } from 'preact';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import { SHEETS_OUTCOME_TEXT } from '../../core/text/sheets-outcome-text.ts';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type { SheetView } from '../protocol.ts';
import { FailurePanel } from './failure-panel.tsx';
import { FoundTable } from './found-table.tsx';
import { GradeResult } from './grade-result.tsx';
import { OwnSheetNote } from './own-sheet.tsx';
import { placeName } from './place-name.ts';
import { Running } from './running.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { SeveralTables } from './several-tables.tsx';
import { useSidebarContext } from './sidebar-context.ts';
import { type Failure, isRunning } from './sidebar-state.ts';
import { UndoQuestion } from './undo-question.tsx';
import { UnusableTable } from './unusable-table.tsx';
import type { Sidebar } from './use-sidebar.ts';

/** The table: what was found, what runs, and what came of it. */
export function TableTab({
  sidebar,
  scheme,
  onUnsound,
}: {
  readonly sidebar: Sidebar;
  /** The document of the scheme that the table is graded by; null while it is not known. */
  readonly scheme: AnyScheme | null;
  readonly onUnsound: () => void;
}): VNode {
  const { state, act } = sidebar;
  const { failure, view, shown, isReading } = state;
  const back = backTo(sidebar);
  return (
    <>
      {failure !== null && (
        <FailurePanel
          why={failure.why}
          onAgain={() => {
            act(failure.again);
          }}
          {...(leadsToSchemes(failure.why) && { onSchemes: onUnsound })}
          {...(view === null && failure.again.do !== 'read' && { onBack: back })}
        />
      )}
      {isReading && view !== null && !isRunning(shown) && (
        <p class="quiet reading">{SHEETS_TABLE_TEXT[state.language].readingAgain}</p>
      )}
      <Screen sidebar={sidebar} scheme={scheme} back={back} />
    </>
  );
}

function leadsToSchemes(why: Failure): boolean {
  return why.kind === 'unsound-scheme' || (why.kind === 'refused' && why.isForSchemes === true);
}

function Screen({
  sidebar: { state, act },
  sidebar,
  scheme,
  back,
}: {
  readonly sidebar: Sidebar;
  readonly scheme: AnyScheme | null;
  readonly back: () => void;
}): VNode | null {
  const text = SHEETS_OUTCOME_TEXT[useSidebarContext().language];
  const { shown, view } = state;
  switch (shown.kind) {
    case 'view':
      if (view !== null) return <ViewedSheet key={screenOf(view)} sidebar={sidebar} view={view} scheme={scheme} />;
      return state.isReading ? <Running key="reading" title={SHEETS_TABLE_TEXT[state.language].reading} /> : null;
    case 'grading':
      return <Running key="grading" title={text.grading} hint={text.gradingHint} progress={shown.progress} />;
    case 'result':
      return (
        <GradeResult
          outcome={shown.outcome}
          onUndo={() => {
            act({ do: 'undo', overwrite: false });
          }}
          onSummary={() => {
            act({ do: 'summary' });
          }}
          onAgain={() => {
            act({ do: 'grade' });
          }}
          onBack={back}
        />
      );
    case 'undoing':
      return <Running key="undoing" title={text.undoing} />;
    case 'edited':
      return (
        <UndoQuestion
          outcome={shown.outcome}
          onOverwrite={() => {
            act({ do: 'undo', overwrite: true });
          }}
          onKeep={back}
        />
      );
    case 'undone':
      return (
        <Done
          key="undone"
          title={text.undone}
          sentence={[
            text.undoneCells(shown.cells),
            ...(shown.gone.length > 0 ? [text.stayGone(shown.gone.join(', '))] : []),
          ].join(' ')}
          onBack={back}
        />
      );
    case 'summarising':
      return <Running key="summarising" title={text.summarising} />;
    case 'summary':
      return (
        <Done key="summary" title={text.summaryTitle} sentence={text.summaryDone(shown.sheetName)} onBack={back} />
      );
    default:
      return shown satisfies never;
  }
}

function ViewedSheet({
  sidebar: { state, tell, act },
  view,
  scheme,
}: {
  readonly sidebar: Sidebar;
  readonly view: SheetView;
  readonly scheme: AnyScheme | null;
}): VNode {
  const readAfter = (event: Parameters<typeof tell>[0]): void => {
    tell(event);
    act({ do: 'read' });
  };
  const onReadAgain = (): void => {
    act({ do: 'read' });
  };
  const onReadSelected = (): void => {
    readAfter({ kind: 'chose-selection' });
  };
  switch (view.kind) {
    case 'table':
      return (
        <FoundTable
          view={view}
          request={state.request}
          scheme={scheme}
          decisions={{
            onTable: (place, together) => {
              readAfter({ kind: 'chose-table', place, together });
            },
            onScheme: (id) => {
              readAfter({ kind: 'chose-scheme', scheme: id });
            },
            onHints: (hints) => {
              readAfter({ kind: 'chose-hints', hints });
            },
            onLanguage: (language) => {
              readAfter({ kind: 'chose-language', language });
            },
            onReadAgain,
            onReadSelected,
            onGrade: () => {
              act({ do: 'grade' });
            },
          }}
        />
      );
    case 'several':
      return (
        <SeveralTables
          view={view}
          onChoose={(place, together) => {
            readAfter({ kind: 'chose-table', place, together });
          }}
          onReadSelected={onReadSelected}
        />
      );
    case 'own-sheet':
      return <OwnSheetNote view={view} onReadSelected={onReadSelected} />;
    case 'unusable':
      return (
        <UnusableTable
          view={view}
          request={state.request}
          onHints={(hints) => {
            readAfter({ kind: 'chose-hints', hints });
          }}
          onTable={(place, hints) => {
            readAfter({ kind: 'chose-table', place, hints });
          }}
          onReadAgain={onReadAgain}
          onReadSelected={onReadSelected}
        />
      );
    default:
      return view satisfies never;
  }
}

/** Another screen, with its heading focused, for another kind of view and for another table; the same for a correction. */
function screenOf(view: SheetView): string {
  return view.kind === 'table'
    ? `table ${view.table.place.sheetId} ${view.table.place.column}`
    : view.kind === 'unusable'
      ? `unusable ${view.problem.code} ${view.place === null ? '' : placeName(view.place)}`
      : view.kind;
}

function Done({
  title,
  sentence,
  onBack,
}: {
  readonly title: string;
  readonly sentence: string;
  readonly onBack: () => void;
}): VNode {
  const text = SHEETS_OUTCOME_TEXT[useSidebarContext().language];
  return (
    <>
      <ScreenHeading>{title}</ScreenHeading>
      <p>{sentence}</p>
      <div class="bar-below">
        <button type="button" class="primary wide" onClick={onBack}>
          {text.backToTable}
        </button>
      </div>
    </>
  );
}

/** Back to the table, which has another look after a grading or undoing. */
function backTo({ tell, act }: Sidebar): () => void {
  return () => {
    tell({ kind: 'returned' });
    act({ do: 'read' });
  };
}
