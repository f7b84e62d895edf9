import type { VNode } from 'preact';
import { SHEETS_OUTCOME_TEXT } from '../../core/text/sheets-outcome-text.ts';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type { CustomerRow, Place } from '../protocol.ts';
import { EditedCellsNote } from './edited-cells-note.tsx';
import { FullPointsList } from './full-points-list.tsx';
import { JumpButton } from './jump-button.tsx';
import { ProblemList } from './problem-list.tsx';
import { problemsInSheet } from './problems-in-sheet.ts';
import { ScreenHeading } from './screen-heading.tsx';
import { useSidebarContext } from './sidebar-context.ts';
import type { Graded } from './sidebar-state.ts';
import { TierBars } from './tier-bars.tsx';
import { UnknownTiers } from './unknown-tiers.tsx';

/** What grading did: how many, by tier, who moved, what was kept, what a person has to look at. */
export function GradeResult({
  outcome,
  onUndo,
  onSummary,
  onAgain,
  onBack,
}: {
  readonly outcome: Graded;
  readonly onUndo: () => void;
  readonly onSummary: () => void;
  readonly onAgain: () => void;
  readonly onBack: () => void;
}): VNode {
  const { language } = useSidebarContext();
  const text = SHEETS_OUTCOME_TEXT[language];
  const { table, upgrades, downgrades } = outcome;
  return (
    <>
      <ScreenHeading>{text.graded(outcome.customers)}</ScreenHeading>
      <p class="quiet">
        {table.scheme.title} · {table.sheetName}
      </p>
      <p>{outcome.cellsWritten === 0 ? text.nothingChanged : text.written(outcome.cellsWritten)}</p>
      <EditedCellsNote edited={outcome.edited} say={(cells, more) => text.overwritten(cells, more)} />
      <TierBars counts={outcome.counts} />
      <UnknownTiers counts={outcome.counts} />
      <FullPointsList fullPoints={table.fullPoints} />
      {upgrades + downgrades > 0 && (
        <section>
          <h3>{text.moves}</h3>
          <p>
            ▲ {text.upgrades(upgrades)} · ▼ {text.downgrades(downgrades)}
          </p>
          <CustomerRows
            rows={outcome.moved}
            total={upgrades + downgrades}
            place={table.place}
            say={({ from, to }) => text.move(from, to)}
          />
        </section>
      )}
      {outcome.forReview > 0 && (
        <section>
          <h3>{text.reviewed(outcome.forReview)}</h3>
          <CustomerRows rows={outcome.reviewed} total={outcome.forReview} place={table.place} say={({ to }) => to} />
        </section>
      )}
      {outcome.overrides > 0 && (
        <section>
          <h3>{text.overridden(outcome.overrides)}</h3>
          <p class="quiet">{text.overriddenHint}</p>
          <CustomerRows
            rows={outcome.overridden}
            total={outcome.overrides}
            place={table.place}
            say={({ from, to }) => text.override(to, from)}
          />
        </section>
      )}
      {outcome.skipped.map((what) => (
        <p class="warning" key={what}>
          {text.skipped[what]}
        </p>
      ))}
      <ProblemList sections={problemsInSheet(outcome.problems, table, language)} total={outcome.problemCount} />
      <div class="actions">
        <button type="button" class="small" onClick={onBack}>
          {text.backToTable}
        </button>
      </div>
      <div class="bar-below">
        <button type="button" onClick={onUndo}>
          {text.undo}
        </button>
        <button type="button" onClick={onSummary}>
          {text.summary}
        </button>
        <button type="button" class="primary" onClick={onAgain}>
          {text.gradeAgain}
        </button>
      </div>
    </>
  );
}

function CustomerRows({
  rows,
  total,
  place,
  say,
}: {
  readonly rows: readonly CustomerRow[];
  readonly total: number;
  readonly place: Place;
  readonly say: (row: CustomerRow) => string;
}): VNode {
  const text = SHEETS_TABLE_TEXT[useSidebarContext().language];
  const item = (one: CustomerRow): VNode => (
    <li key={one.row}>
      <JumpButton
        place={{ ...place, row: one.row, rows: 1, columns: 1 }}
        label={one.name === '' ? text.rowNumber(one.row) : one.name}
      />{' '}
      <span class="lines">{say(one)}</span>
    </li>
  );
  const rest = rows.slice(MOST_UNFOLDED);
  return (
    <>
      <ul class="sentences">{rows.slice(0, MOST_UNFOLDED).map(item)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{text.showMore(rest.length)}</summary>
          <ul class="sentences">{rest.map(item)}</ul>
        </details>
      )}
      {total > rows.length && <p class="quiet">{text.more(total - rows.length)}</p>}
    </>
  );
}

/** Customers that are named before the rest is folded. */
const MOST_UNFOLDED = 5;
