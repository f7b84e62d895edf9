import { useEffect, useState } from 'react';
import { UNDO_IMPORT } from '../../../../core/text/import-undo-text.ts';
import { PAGE_TABLE_TEXT } from '../../../../core/text/page-table-text.ts';
import type { TableResult } from '../../page-protocol.ts';
import { failureText } from '../answer-text.ts';
import { usePage, usePageText } from '../page-context.ts';
import { isFailure } from '../page-server.ts';
import { ChangesView } from './changes-view.tsx';
import { rejectedFileName } from './table-choices.ts';

export interface TableDoneProps {
  readonly result: TableResult;
  readonly onTry: (name: string) => void;
}

/** What came of an import, and what to do next. */
export function TableDone({ result, onTry }: TableDoneProps) {
  const { language } = usePage();
  const text = PAGE_TABLE_TEXT[language];
  const { changes, rejectedCsv } = result;
  const rejectedUrl = useTextFile(rejectedCsv);
  return (
    <div className="table-done">
      <div role="status">
        <h3>{text.imported}</h3>
      </div>
      <ChangesView changes={changes} />
      {changes.names.length > 0 && (
        <section>
          <h3>{text.tryOne}</h3>
          <div className="actions">
            {changes.names.map((name, index) => (
              <button key={index} type="button" className="button" onClick={() => onTry(name)}>
                /customer {name}
              </button>
            ))}
          </div>
        </section>
      )}
      {rejectedUrl !== null && (
        <a className="button" href={rejectedUrl} download={rejectedFileName(result.fileName)}>
          {text.downloadRejected(changes.counts.rejected)}
        </a>
      )}
      {result.undoId !== null && <UndoImport undoId={result.undoId} />}
    </div>
  );
}

/** The way back: what came of it takes the button's place. */
function UndoImport({ undoId }: { readonly undoId: string }) {
  const { language, server } = usePage();
  const pageText = usePageText();
  const [state, setState] = useState<'open' | 'busy' | readonly string[]>('open');
  const undo = async () => {
    setState('busy');
    const answer = await server.undoImport(undoId);
    setState(isFailure(answer) ? [failureText(answer, pageText)] : answer.lines);
  };
  if (typeof state === 'object') {
    return (
      <div role="status">
        {state.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    );
  }
  return (
    <div className="actions">
      <button
        type="button"
        className="button"
        aria-disabled={state === 'busy'}
        onClick={() => void (state === 'open' && undo())}
      >
        {UNDO_IMPORT[language]}
      </button>
    </div>
  );
}

/** An address for a text as a file, as long as the component stands; null when there is no text. */
function useTextFile(content: string | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (content === null) return undefined;
    const made = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address;
}
