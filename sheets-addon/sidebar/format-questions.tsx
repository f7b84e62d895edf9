import type { VNode } from 'preact';
import type { TableHints } from '../../core/table/read-table.ts';
import type { DateOrder, TableProblem } from '../../core/table/reading.ts';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import { useSidebarContext } from './sidebar-context.ts';

/** Asks how numbers and dates are written where the table leaves it open or where somebody has said it. */
export function FormatQuestions({
  problems,
  hints,
  onChoose,
}: {
  readonly problems: readonly TableProblem[];
  readonly hints: TableHints;
  readonly onChoose: (hints: TableHints) => void;
}): VNode {
  const text = SHEETS_TABLE_TEXT[useSidebarContext().language];
  const { decimal, dateOrder, ...others } = hints;
  const asksDecimal = problems.some(
    (one) => one.code === 'decimal-undecided' || (one.code === 'decimal' && one.isAssumed),
  );
  const asksDates = problems.some(({ code }) => code === 'date-order-undecided' || code === 'date-order');
  return (
    <>
      {(asksDecimal || decimal !== undefined) && (
        <Question<'.' | ','>
          id="decimal"
          label={text.decimalQuestion}
          options={text.decimals}
          value={decimal}
          onChoose={(chosen) => {
            onChoose({ ...others, ...(dateOrder && { dateOrder }), ...(chosen && { decimal: chosen }) });
          }}
        />
      )}
      {(asksDates || dateOrder !== undefined) && (
        <Question<DateOrder>
          id="date-order"
          label={text.dateQuestion}
          options={text.dateOrders}
          value={dateOrder}
          onChoose={(chosen) => {
            onChoose({ ...others, ...(decimal && { decimal }), ...(chosen && { dateOrder: chosen }) });
          }}
        />
      )}
    </>
  );
}

function Question<Answer extends string>({
  id,
  label,
  options,
  value,
  onChoose,
}: {
  readonly id: string;
  readonly label: string;
  readonly options: Readonly<Record<Answer, string>>;
  readonly value: Answer | undefined;
  readonly onChoose: (answer: Answer | undefined) => void;
}): VNode {
  const text = SHEETS_TABLE_TEXT[useSidebarContext().language];
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value === '' ? undefined : (currentTarget.value as Answer));
        }}
      >
        <option value="">{text.asFound}</option>
        {(Object.entries(options) as [Answer, string][]).map(([answer, title]) => (
          <option key={answer} value={answer}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}
