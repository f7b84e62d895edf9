import { useCallback, useEffect, useRef, useState } from 'react';
import type { OpenChoice } from '../../../use-cases/table-preview.ts';
import type { TableChoices, TableResult, UploadedTable } from '../../page-protocol.ts';
import { failureText } from '../answer-text.ts';
import { usePage, usePageText } from '../page-context.ts';
import { isFailure } from '../page-server.ts';
import { questionsSoFar } from './table-choices.ts';

/** Where one is with a table of one's own. */
export type TableStage =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly sentence: string }
  | {
      readonly kind: 'preview';
      readonly table: UploadedTable;
      readonly choices: TableChoices;
      readonly questions: readonly OpenChoice[];
      /** While a new preview or the import is under way. */
      readonly busy: 'previewing' | 'importing' | null;
      readonly problem: string | null;
    }
  | { readonly kind: 'done'; readonly result: TableResult };

/** One table's way from the file to the import. */
export interface TableJourney {
  readonly stage: TableStage;
  readonly choose: (choices: TableChoices) => Promise<void>;
  readonly importIt: () => Promise<void>;
}

/** Reads a file at once, and again from the start when another file is given. */
export function useTable(file: File, onRead: () => void): TableJourney {
  const { server } = usePage();
  const text = usePageText();
  const [stage, setStage] = useState<TableStage>({ kind: 'reading' });
  const latest = useRef(0);
  const told = useRef(onRead);
  told.current = onRead;

  useEffect(() => {
    latest.current += 1;
    const turn = latest.current;
    const show = (next: TableStage) => {
      if (turn === latest.current) setStage(next);
    };
    const read = async () => {
      show({ kind: 'reading' });
      const table = await server.uploadTable(file);
      if (isFailure(table)) return show({ kind: 'failed', sentence: failureText(table, text) });
      told.current();
      // As the first preview was made.
      const choices = table.samples > 0 ? { removeSamples: true } : {};
      show({ kind: 'preview', table, choices, questions: table.preview.open, busy: null, problem: null });
    };
    void read();
    // Another language does not make a new reading.
  }, [file, server]);

  const choose = useCallback(
    async (choices: TableChoices) => {
      if (stage.kind !== 'preview') return;
      latest.current += 1;
      const turn = latest.current;
      setStage({ ...stage, choices, busy: 'previewing', problem: null });
      const table = await server.previewTable(stage.table.id, choices);
      if (turn !== latest.current) return;
      if (isFailure(table)) setStage({ ...stage, choices, busy: null, problem: failureText(table, text) });
      else {
        const questions = questionsSoFar(stage.questions, table.preview.open);
        setStage({ ...stage, table, choices, questions, busy: null, problem: null });
      }
    },
    [stage, server, text],
  );

  const importIt = useCallback(async () => {
    if (stage.kind !== 'preview' || stage.busy !== null) return;
    setStage({ ...stage, busy: 'importing', problem: null });
    const result = await server.importTable(stage.table.id, stage.choices);
    if (isFailure(result)) setStage({ ...stage, busy: null, problem: failureText(result, text) });
    else setStage({ kind: 'done', result });
  }, [stage, server, text]);

  return { stage, choose, importIt };
}
