import { useRef } from 'react';
import { PAGE_TABLE_TEXT } from '../../../../core/text/page-table-text.ts';
import { FileChooser } from '../file-chooser.tsx';
import { Dialog } from '../modals/dialog.tsx';
import { usePage } from '../page-context.ts';
import './table-dialog.css';
import { TableDone } from './table-done.tsx';
import { TablePreviewView } from './table-preview-view.tsx';
import { useTable } from './use-table.ts';

export interface TableDialogProps {
  readonly file: File;
  /** Whether more files were dropped with it. */
  readonly wasFirstOfSeveral: boolean;
  readonly onFiles: (files: FileList) => void;
  readonly onInsert: (text: string) => void;
  /** Told when a table was read well enough to be shown. */
  readonly onRead: () => void;
  readonly onClose: () => void;
}

/** One's own table, from the file to the import: how it was read, what would change, and what became of it. */
export function TableDialog({ file, wasFirstOfSeveral, onFiles, onInsert, onRead, onClose }: TableDialogProps) {
  const { language } = usePage();
  const text = PAGE_TABLE_TEXT[language];
  const chooser = useRef<HTMLInputElement>(null);
  const { stage, choose, importIt } = useTable(file, onRead);
  const isStopped = stage.kind === 'preview' && stage.table.preview.stopped !== null;
  const isUsable = stage.kind === 'preview' && !isStopped;
  const busy = stage.kind === 'preview' ? stage.busy : null;

  return (
    <Dialog title={text.title} onCancel={onClose} className="table-dialog">
      <div className="dialog-body" tabIndex={-1} aria-busy={stage.kind === 'reading' || busy !== null}>
        {wasFirstOfSeveral && <p className="table-note">{text.onlyFirst}</p>}
        {stage.kind === 'reading' && (
          <p className="table-reading" role="status">
            {text.reading(file.name)}
          </p>
        )}
        {stage.kind === 'failed' && <Stopped sentence={stage.sentence} fileName={file.name} />}
        {isStopped && <Stopped sentence={stage.table.preview.stopped ?? ''} fileName={file.name} />}
        {stage.kind === 'preview' && stage.table.preview.columns.length > 0 && (
          <TablePreviewView stage={stage} onChoose={(choices) => void choose(choices)} />
        )}
        {stage.kind === 'done' && (
          <TableDone
            result={stage.result}
            onTry={(name) => {
              onClose();
              onInsert(`/customer ${name}`);
            }}
          />
        )}
      </div>
      <div className="dialog-failure" role="alert">
        {stage.kind === 'preview' && stage.problem !== null && <p className="failure">{stage.problem}</p>}
      </div>
      <footer className="dialog-footer">
        <span className="table-busy" role="status">
          {busy === 'previewing' && text.working}
        </span>
        {stage.kind !== 'done' && (
          <>
            <button type="button" className="button" onClick={() => chooser.current?.click()}>
              {text.chooseOther}
            </button>
            <button type="button" className="button" onClick={onClose}>
              {text.cancel}
            </button>
          </>
        )}
        {isUsable && (
          <button
            type="button"
            className={busy === 'importing' ? 'button primary is-busy' : 'button primary'}
            aria-disabled={busy !== null}
            onClick={() => void importIt()}
          >
            {busy === 'importing' ? text.importing : text.import}
          </button>
        )}
        {stage.kind === 'done' && (
          <button type="button" className="button primary" onClick={onClose}>
            {text.finish}
          </button>
        )}
      </footer>
      <FileChooser ref={chooser} accept=".csv,.tsv,.txt,.xlsx" onFiles={onFiles} />
    </Dialog>
  );
}

function Stopped({ sentence, fileName }: { readonly sentence: string; readonly fileName: string }) {
  const { language } = usePage();
  return (
    <div className="table-stopped" role="alert">
      <h3>{PAGE_TABLE_TEXT[language].cannotUse}</h3>
      <p>{sentence}</p>
      <small>{fileName}</small>
    </div>
  );
}
