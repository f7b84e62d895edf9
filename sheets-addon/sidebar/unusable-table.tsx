import type { VNode } from 'preact';
import type { TableHints } from '../../core/table/read-table.ts';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type { Place, SheetView, TableRequest } from '../protocol.ts';
import { ColumnList } from './column-list.tsx';
import { fieldGroups } from './field-groups.ts';
import { HeaderQuestion } from './header-question.tsx';
import { ProblemList } from './problem-list.tsx';
import { problemsInSheet } from './problems-in-sheet.ts';
import { ScreenHeading } from './screen-heading.tsx';
import { useSidebarContext } from './sidebar-context.ts';
import { hasDecisions, withColumn } from './with-column.ts';

/** Says why a table cannot be read and lets a person say how: where the headings are, or what the columns mean. */
export function UnusableTable({
  view: { place, problem, columns, examples, firstRows },
  request,
  onHints,
  onTable,
  onReadAgain,
  onReadSelected,
}: {
  readonly view: Extract<SheetView, { kind: 'unusable' }>;
  readonly request: TableRequest;
  readonly onHints: (hints: TableHints) => void;
  readonly onTable: (place: Place, hints: TableHints) => void;
  readonly onReadAgain: () => void;
  readonly onReadSelected: () => void;
}): VNode {
  const { language } = useSidebarContext();
  const text = SHEETS_TABLE_TEXT[language];
  const asksHeader = problem.code === 'no-header' && firstRows.length > 0;
  const hints = request.hints ?? {};
  if (place === null)
    return (
      <>
        <ScreenHeading>{text.emptySheet}</ScreenHeading>
        <p>{text.emptySheetHint}</p>
        <div class="actions">
          <button type="button" onClick={onReadAgain}>
            {text.readAgain}
          </button>
        </div>
      </>
    );
  return (
    <>
      <ScreenHeading>{asksHeader ? text.noHeaderTitle : text.unusable}</ScreenHeading>
      {asksHeader ? (
        <p>{text.noHeaderHint}</p>
      ) : (
        <ProblemList sections={problemsInSheet([problem], { place, columns }, language)} total={1} />
      )}
      {!asksHeader && columns.length > 0 && <p>{text.unusableHint}</p>}
      <div class="actions">
        <button type="button" onClick={onReadAgain}>
          {text.readAgain}
        </button>
        <button type="button" onClick={onReadSelected}>
          {text.readSelected}
        </button>
      </div>
      {asksHeader && <HeaderQuestion place={place} firstRows={firstRows} onAnswer={onTable} />}
      {!asksHeader && columns.length > 0 && (
        <ColumnList
          columns={columns}
          examples={examples}
          groups={fieldGroups(null, language)}
          isUsed={null}
          onChoose={(column, field) => {
            onHints(withColumn(hints, column, field, columns));
          }}
          onDrop={
            hasDecisions(hints)
              ? () => {
                  onHints({});
                }
              : null
          }
        />
      )}
    </>
  );
}
