import type { VNode } from 'preact';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import type { TableHints } from '../../core/table/read-table.ts';
import { LANGUAGES, type Language } from '../../core/text/language.ts';
import { LANGUAGE_NAMES } from '../../core/text/language-names.ts';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type { Place, SheetView, TableRequest } from '../protocol.ts';
import { ColumnList } from './column-list.tsx';
import { EditedCellsNote } from './edited-cells-note.tsx';
import { ExampleList } from './example-list.tsx';
import { fieldGroups } from './field-groups.ts';
import { FormatQuestions } from './format-questions.tsx';
import { FullPointsList } from './full-points-list.tsx';
import { GoneDecisions } from './gone-decisions.tsx';
import { OtherTables } from './other-tables.tsx';
import { placeName } from './place-name.ts';
import { ProblemList } from './problem-list.tsx';
import { problemsInSheet } from './problems-in-sheet.ts';
import { SchemeSelect } from './scheme-select.tsx';
import { ScreenHeading } from './screen-heading.tsx';
import { useSidebarContext } from './sidebar-context.ts';
import { TierBars } from './tier-bars.tsx';
import { UnknownTiers } from './unknown-tiers.tsx';
import { hasDecisions, withColumn } from './with-column.ts';

/** What a person can decide about the table that was found. */
export interface TableDecisions {
  readonly onScheme: (id: string) => void;
  /** Another table of the sheet, or this one together with those of the same headings. */
  readonly onTable: (place: Place, together: boolean) => void;
  readonly onHints: (hints: TableHints) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onReadAgain: () => void;
  readonly onReadSelected: () => void;
  readonly onGrade: () => void;
}

/** The table as it was found, how it was read, what grading would give, and the button that grades. */
export function FoundTable({
  view: { table, schemes, language: written },
  request,
  scheme,
  decisions,
}: {
  readonly view: Extract<SheetView, { kind: 'table' }>;
  readonly request: TableRequest;
  /** The scheme's document; null while it is not known. */
  readonly scheme: AnyScheme | null;
  readonly decisions: TableDecisions;
}): VNode {
  const { language } = useSidebarContext();
  const text = SHEETS_TABLE_TEXT[language];
  const hints = request.hints ?? {};
  const groups = fieldGroups(scheme, language);
  const criteria = scheme === null ? null : new Set(scheme.criteria.map(({ id }) => id));
  const isUsed = criteria === null ? null : (field: string) => field === 'name' || criteria.has(field);
  return (
    <>
      <ScreenHeading>{text.where(table.sheetName, placeName(table.place))}</ScreenHeading>
      <p class="facts">
        {text.customers(table.customers)} · {text.headerRow(table.headerRow)}
      </p>
      <div class="actions">
        <button type="button" class="small" onClick={decisions.onReadAgain}>
          {text.readAgain}
        </button>
        <button type="button" class="small" onClick={decisions.onReadSelected}>
          {text.readSelected}
        </button>
      </div>
      <OtherTables table={table} onChoose={decisions.onTable} />
      <SchemeSelect table={table} schemes={schemes} wanted={request.scheme} onChoose={decisions.onScheme} />
      <section>
        <h3>{text.preview}</h3>
        {table.counts.every(({ tier, customers }) => tier === '' || customers === 0) && (
          <p class="warning">{text.nobody}</p>
        )}
        <TierBars counts={table.counts} />
        <UnknownTiers counts={table.counts} />
        <EditedCellsNote edited={table.edited} say={(cells, more) => text.willOverwrite(cells, more)} />
        {table.overrides > 0 && <p class="quiet">{text.overrides(table.overrides)}</p>}
        <ExampleList table={table} />
        <FullPointsList fullPoints={table.fullPoints} />
      </section>
      <GoneDecisions gone={table.gone ?? []} groups={groups} />
      <ProblemList sections={problemsInSheet(table.problems, table, language)} total={table.problemCount} />
      <FormatQuestions
        problems={table.problems}
        hints={hints}
        onChoose={(chosen) => {
          decisions.onHints(chosen);
        }}
      />
      <ColumnList
        columns={table.columns}
        examples={table.examples}
        groups={groups}
        isUsed={isUsed}
        onChoose={(column, field) => {
          decisions.onHints(withColumn(hints, column, field, table.columns));
        }}
        onDrop={
          hasDecisions(hints)
            ? () => {
                decisions.onHints({});
              }
            : null
        }
      />
      <LanguageSelect written={request.language ?? written} onChoose={decisions.onLanguage} />
      <div class="bar-below">
        <button
          type="button"
          class="primary wide"
          disabled={table.customers === 0 && !table.isGraded}
          onClick={decisions.onGrade}
        >
          {table.isGraded ? text.gradeAgain : text.grade(table.customers)}
        </button>
      </div>
    </>
  );
}

function LanguageSelect({
  written,
  onChoose,
}: {
  readonly written: Language;
  readonly onChoose: (language: Language) => void;
}): VNode {
  const { language } = useSidebarContext();
  return (
    <div class="field">
      <label for="language">{SHEETS_TABLE_TEXT[language].language}</label>
      <select
        id="language"
        value={written}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value as Language);
        }}
      >
        {LANGUAGES.map((one) => (
          <option key={one} value={one} lang={one}>
            {LANGUAGE_NAMES[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
