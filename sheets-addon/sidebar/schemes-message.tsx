import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { textIn } from '../../core/text/grading-text.ts';
import { CHECK_NAMES } from '../../core/text/sheets-check-names.ts';
import { SHEETS_SCHEMES_TEXT } from '../../core/text/sheets-schemes-text.ts';
import { JumpButton } from './jump-button.tsx';
import { cellName } from './place-name.ts';
import type { SheetSchemeProblem } from './scheme-cells.ts';
import { useSidebarContext } from './sidebar-context.ts';
import type { Schemes } from './use-schemes.ts';

/** What came of the last check, import or writing, above everything else. It takes the focus. */
export function SchemesMessageBox({ schemes }: { readonly schemes: Schemes }): VNode | null {
  const { message } = schemes.state;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (message === null) return;
    box.current?.focus();
    window.scrollTo(0, 0);
  }, [message]);
  if (message === null) return null;
  return (
    <div class="message" tabIndex={-1} ref={box} role="status">
      <Content schemes={schemes} />
    </div>
  );
}

function Content({ schemes }: { readonly schemes: Schemes }): VNode | null {
  const { language } = useSidebarContext();
  const text = SHEETS_SCHEMES_TEXT[language];
  const { message, own, sheet } = schemes.state;
  switch (message?.kind) {
    case undefined:
      return null;
    case 'checked': {
      const problems = own?.problems ?? [];
      if (problems.length === 0)
        return <p>{own === null || own.schemes.length === 0 ? text.noneOwn : text.sound(own.schemes.length)}</p>;
      const sheetId = sheet?.sheetId ?? null;
      return (
        <>
          <strong>{text.problems(problems.length)}</strong>
          {bySchemes(problems).map((ofScheme, index) => (
            <ProblemsOfScheme key={index} problems={ofScheme} sheetId={sheetId} />
          ))}
        </>
      );
    }
    case 'nothing-to-import':
      return <p>{text.nothingToImport}</p>;
    case 'not-json':
      return <p>{text.notJson(message.place)}</p>;
    case 'not-a-scheme':
      return <p>{text.notAScheme}</p>;
    case 'too-large':
      return <p>{text.tooLarge(message.file, message.megabytes)}</p>;
    case 'not-read':
      return <p>{text.notRead(message.file)}</p>;
    case 'empty-file':
      return <p>{text.emptyFile(message.file)}</p>;
    case 'unsound':
      return (
        <>
          <strong>{text.importProblems(message.problems.length)}</strong>
          <Sentences sentences={message.problems} />
        </>
      );
    case 'exists':
      return (
        <>
          <p>{text.exists(message.document.id)}</p>
          <div class="actions">
            <button
              type="button"
              onClick={() => {
                schemes.write(message.document, 'imported');
              }}
            >
              {text.replace}
            </button>
            <button
              type="button"
              class="primary"
              onClick={() => {
                schemes.dismiss();
                // the button goes, and the focus would go with it
                document.querySelector<HTMLElement>('.screen-heading')?.focus();
              }}
            >
              {text.keep}
            </button>
          </div>
        </>
      );
    case 'written': {
      const title = textIn(message.document.titles, language);
      return (
        <>
          <p>
            {message.how === 'put'
              ? text.put(title)
              : message.how === 'renamed'
                ? text.importedAs(title, message.document.id)
                : text.imported(title)}
          </p>
          {message.notes.length > 0 && (
            <>
              <strong>{text.notes}</strong>
              <Sentences sentences={message.notes} />
            </>
          )}
        </>
      );
    }
    default:
      return message satisfies never;
  }
}

function ProblemsOfScheme({
  problems,
  sheetId,
}: {
  readonly problems: readonly SheetSchemeProblem[];
  readonly sheetId: number | null;
}): VNode {
  const names = CHECK_NAMES[useSidebarContext().language];
  const scheme = problems[0]?.scheme ?? '';
  return (
    <>
      {scheme !== '' && <h3>{names.scheme(scheme)}</h3>}
      <ul class="sentences">
        {problems.map(({ row, column, text }, index) => (
          <li key={index}>
            {text}{' '}
            {sheetId !== null && (
              <JumpButton
                place={{ sheetId, row, column, rows: 1, columns: 1 }}
                label={names.cell(cellName(row, column))}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Problems of one scheme follow each other. */
function bySchemes(problems: readonly SheetSchemeProblem[]): SheetSchemeProblem[][] {
  const groups: SheetSchemeProblem[][] = [];
  for (const problem of problems) {
    const last = groups[groups.length - 1];
    if (last?.[0]?.scheme === problem.scheme) last.push(problem);
    else groups.push([problem]);
  }
  return groups;
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }): VNode {
  return (
    <ul class="sentences">
      {sentences.map((sentence, index) => (
        <li key={index}>{sentence}</li>
      ))}
    </ul>
  );
}
