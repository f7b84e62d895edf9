import { useId } from 'react';
import { PAGE_TABLE_TEXT } from '../../../../core/text/page-table-text.ts';
import type { OpenChoice, PreviewColumn } from '../../../use-cases/table-preview.ts';
import type { TableChoices } from '../../page-protocol.ts';
import { usePage } from '../page-context.ts';
import { ChangesView } from './changes-view.tsx';
import { withField } from './table-choices.ts';
import type { TableStage } from './use-table.ts';

export interface TablePreviewViewProps {
  readonly stage: Extract<TableStage, { kind: 'preview' }>;
  readonly onChoose: (choices: TableChoices) => void;
}

/** How a table was read, what is to be decided, and what would change. Every change asks for a new preview. */
export function TablePreviewView({ stage, onChoose }: TablePreviewViewProps) {
  const { language } = usePage();
  const text = PAGE_TABLE_TEXT[language];
  const { table, choices, questions } = stage;
  const { preview } = table;
  return (
    <div className={stage.busy === null ? 'table-preview' : 'table-preview is-busy'}>
      <p className="table-source">{text.source(preview.fileName, preview.sheet)}</p>
      {questions.length > 0 && (
        <section>
          <h3>{text.openTitle}</h3>
          {questions.map((question) => (
            <Question key={question.kind} question={question} choices={choices} onChoose={onChoose} />
          ))}
        </section>
      )}
      {table.samples > 0 && (
        <label className="check">
          <input
            type="checkbox"
            checked={choices.removeSamples ?? false}
            onChange={({ target }) => onChoose({ ...choices, removeSamples: target.checked })}
          />
          <span>{text.removeSamples(table.samples)}</span>
        </label>
      )}
      {preview.changes && (
        <section>
          <h3>{text.changes}</h3>
          <ChangesView changes={preview.changes} />
        </section>
      )}
      {preview.remarks.length > 0 && (
        <section>
          <h3>{text.remarks}</h3>
          <ul className="table-remarks">
            {preview.remarks.map((remark, index) => (
              <li key={index} className={`is-${remark.severity}`}>
                <strong>{text.severities[remark.severity]}</strong> {remark.text}
              </li>
            ))}
          </ul>
          {preview.moreRemarks > 0 && <p className="table-more">{text.more(preview.moreRemarks)}</p>}
        </section>
      )}
      <section>
        <h3>{text.columns}</h3>
        <ul className="table-columns">
          {preview.columns.map((column) => (
            <Column
              key={column.letter}
              column={column}
              fields={preview.fields}
              onField={(field) => onChoose(withField(choices, preview, column.letter, field))}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

interface ColumnProps {
  readonly column: PreviewColumn;
  readonly fields: readonly { readonly id: string; readonly title: string }[];
  readonly onField: (field: string | null) => void;
}

function Column({ column, fields, onField }: ColumnProps) {
  const { language } = usePage();
  const text = PAGE_TABLE_TEXT[language];
  const isKnown = column.field === null || fields.some((each) => each.id === column.field);
  return (
    <li className={`is-${column.match}`}>
      <div className="table-column-name">
        <span className="table-letter">{column.letter}</span>
        <span>
          <strong>{column.heading || '–'}</strong>
          {column.example !== '' && <small>{text.example(column.example)}</small>}
        </span>
      </div>
      <div className="table-column-field">
        <select
          className="field"
          aria-label={text.fieldOf(column.letter, column.heading)}
          value={column.field ?? ''}
          onChange={({ target }) => onField(target.value === '' ? null : target.value)}
        >
          <option value="">{text.noField}</option>
          {!isKnown && <option value={column.field ?? ''}>{column.title}</option>}
          {fields.map((field) => (
            <option key={field.id} value={field.id}>
              {field.title}
            </option>
          ))}
        </select>
        <small className="table-match">{text.matches[column.match]}</small>
      </div>
    </li>
  );
}

interface QuestionProps {
  readonly question: OpenChoice;
  readonly choices: TableChoices;
  readonly onChoose: (choices: TableChoices) => void;
}

function Question({ question, choices, onChoose }: QuestionProps) {
  const { language } = usePage();
  const text = PAGE_TABLE_TEXT[language];
  const name = useId();
  const answers =
    question.kind === 'decimal'
      ? question.options.map((option) => ({
          label: text.decimals[option],
          isChosen: choices.decimal === option,
          choose: () => onChoose({ ...choices, decimal: option }),
        }))
      : question.options.map((option) => ({
          label: text.dateOrders[option],
          isChosen: choices.dateOrder === option,
          choose: () => onChoose({ ...choices, dateOrder: option }),
        }));
  return (
    <fieldset className="table-question">
      <legend>{question.kind === 'decimal' ? text.decimalQuestion : text.dateQuestion}</legend>
      {answers.map((answer) => (
        <label key={answer.label} className="check">
          <input type="radio" name={name} checked={answer.isChosen} onChange={answer.choose} />
          <span>{answer.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
