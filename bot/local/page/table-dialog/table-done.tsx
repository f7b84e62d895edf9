import { useEffect, useState } from 'react';
import { PAGE_TABLE_TEXT } from '../../../../core/text/page-table-text.ts';
import type { TableResult } from '../../page-protocol.ts';
import { usePage } from '../page-context.ts';
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
