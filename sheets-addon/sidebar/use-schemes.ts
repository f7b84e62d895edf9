import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { AnyScheme } from '../../core/grading/scheme-inputs.ts';
import type { Language } from '../../core/text/language.ts';
import type { SchemeSheet } from '../protocol.ts';
import { CallFailure, type ScriptCalls } from './call-script.ts';
import type { TextPlace } from './json-stop.ts';
import { ownCopy } from './own-copy.ts';
import { isLikeJson, LONGEST_SCHEME, readSchemeText } from './read-scheme-text.ts';
import type { SheetSchemes } from './scheme-cells.ts';
import type { SchemeLibrary } from './scheme-library.ts';
import type { Failure } from './sidebar-state.ts';

/** What the part *Schemes* knows. */
export interface SchemesState {
  /** Null until it is loaded. */
  readonly library: SchemeLibrary | null;
  readonly isUnloadable: boolean;
  /** The workbook's own as they were last read; null before. */
  readonly sheet: SchemeSheet | null;
  readonly own: SheetSchemes | null;
  readonly running: 'reading' | 'checking' | 'importing' | 'saving' | null;
  readonly message: SchemesMessage | null;
  readonly failure: { readonly why: Failure; readonly again: () => void } | null;
  /** What was pasted for import; kept until it is imported. */
  readonly draft: string;
}

/** What came of the last act. */
export type SchemesMessage =
  | { readonly kind: 'checked' }
  | { readonly kind: 'nothing-to-import' }
  | { readonly kind: 'not-json'; readonly place: TextPlace | null }
  | { readonly kind: 'not-a-scheme' }
  | { readonly kind: 'empty-file'; readonly file: string }
  /** `file`: null for what was pasted. */
  | { readonly kind: 'too-large'; readonly file: string | null; readonly megabytes: number }
  | { readonly kind: 'not-read'; readonly file: string }
  | { readonly kind: 'unsound'; readonly problems: readonly string[] }
  | { readonly kind: 'exists'; readonly document: AnyScheme }
  | {
      readonly kind: 'written';
      readonly document: AnyScheme;
      readonly how: 'imported' | 'renamed' | 'put';
      readonly notes: readonly string[];
    };

/** The schemes and what can be done with them. */
export interface Schemes {
  readonly state: SchemesState;
  /** Reads the sheet *Tierbook schemes* if nobody has yet. */
  readonly open: () => void;
  /** Reads the sheet *Tierbook schemes* anew and saves what is sound; its problems are in `own`. */
  readonly check: () => void;
  /** Checks and saves what is sound; false when this scheme is not among it. Rejects when the script gives no answer. */
  readonly checkOne: (id: string) => Promise<boolean>;
  /** Checks, and goes on if this scheme is sound. */
  readonly checkFirst: (id: string, goOn: () => void) => void;
  readonly draft: (text: string) => void;
  readonly importFile: (file: File) => void;
  readonly importDraft: () => void;
  readonly write: (document: AnyScheme, how: 'imported' | 'put') => void;
  readonly putCopy: (document: AnyScheme) => void;
  readonly dismiss: () => void;
}

const START: SchemesState = {
  library: null,
  isUnloadable: false,
  sheet: null,
  own: null,
  running: null,
  message: null,
  failure: null,
  draft: '',
};

/** Keeps the schemes: those that come with Tierbook and those of the workbook's sheet. */
export function useSchemes(script: ScriptCalls, load: () => Promise<SchemeLibrary>, language: Language): Schemes {
  const [state, setState] = useState(START);
  const latest = useRef(state);
  latest.current = state;
  const change = useCallback((part: Partial<SchemesState>) => {
    setState((before) => ({ ...before, ...part }));
  }, []);
  const library = useRef<Promise<SchemeLibrary> | null>(null);
  const loaded = useCallback(() => {
    library.current ??= load();
    return library.current;
  }, [load]);
  const isBusy = useRef(false);

  useEffect(() => {
    const show = async (): Promise<void> => {
      try {
        change({ library: await loaded() });
      } catch {
        change({ isUnloadable: true });
      }
    };
    void show();
  }, [loaded, change]);

  /** Runs one thing at a time, and remembers what to try again. */
  const run = useCallback(
    (running: NonNullable<SchemesState['running']>, work: () => Promise<Partial<SchemesState>>) => {
      const attempt = (): void => {
        if (isBusy.current) return;
        isBusy.current = true;
        change({ running, failure: null, message: null });
        const settle = async (): Promise<void> => {
          let result: Partial<SchemesState>;
          try {
            result = await work();
          } catch (error) {
            result = { failure: { why: failureOf(error), again: attempt } };
          }
          isBusy.current = false;
          change({ ...result, running: null });
        };
        void settle();
      };
      attempt();
    },
    [change],
  );

  const lookAtSheet = useCallback(async (): Promise<{ readonly sheet: SchemeSheet; readonly own: SheetSchemes }> => {
    const [sheet, { schemesInCells }] = await Promise.all([script.readSchemeSheet(), loaded()]);
    return { sheet, own: schemesInCells(sheet.cells ?? [], language) };
  }, [script, loaded, language]);

  /** From then on it is graded by what is sound. */
  const checkSheet = useCallback(async () => {
    const { sheet, own } = await lookAtSheet();
    if (sheet.cells !== null) await script.saveCheckedSchemes(own.schemes);
    return { sheet: { ...sheet, checked: own.schemes.map(({ document }) => document.id) }, own };
  }, [lookAtSheet, script]);

  const checkOne = useCallback(
    async (id: string) => {
      const read = await checkSheet();
      const isSound = read.own.schemes.some(({ document }) => document.id === id);
      change(isSound ? read : { ...read, message: { kind: 'checked' } });
      return isSound;
    },
    [checkSheet, change],
  );

  const check = useCallback(() => {
    run('checking', async () => ({ ...(await checkSheet()), message: { kind: 'checked' } }));
  }, [run, checkSheet]);

  const written = useCallback(
    async (
      document: AnyScheme,
      how: 'imported' | 'renamed' | 'put',
      notes: readonly string[],
    ): Promise<Partial<SchemesState>> => {
      const [before, { cellsWithScheme }] = await Promise.all([script.readSchemeSheet(), loaded()]);
      const answer = await script.writeSchemeSheet({
        cells: cellsWithScheme(before.cells, document, language),
        language,
      });
      if ('kind' in answer) throw new RefusedWriting(answer.text);
      return {
        ...(await checkSheet()),
        message: { kind: 'written', document, how, notes },
        ...(how === 'put' ? {} : { draft: '' }),
      };
    },
    [script, loaded, language, checkSheet],
  );

  const importText = useCallback(
    async (text: string): Promise<Partial<SchemesState>> => {
      const [one, { own }] = await Promise.all([loaded(), lookAtSheet()]);
      const read = readSchemeText(text, new Set(own.ids), one, language);
      switch (read.kind) {
        case 'empty':
          return { message: { kind: 'nothing-to-import' } };
        case 'not-json':
        case 'not-a-scheme':
        case 'unsound':
          return { message: read };
        case 'sound':
          return read.exists
            ? { message: { kind: 'exists', document: read.document } }
            : written(read.document, read.isRenamed ? 'renamed' : 'imported', read.notes);
        default:
          return read satisfies never;
      }
    },
    [loaded, lookAtSheet, language, written],
  );

  return {
    state,
    open: () => {
      if (latest.current.own === null) run('reading', lookAtSheet);
    },
    check,
    checkOne,
    checkFirst: (id, goOn) => {
      run('checking', async () => {
        if (await checkOne(id)) goOn();
        return {};
      });
    },
    draft: (text) => {
      change({ draft: text });
    },
    importFile: (file) => {
      run('importing', async () => {
        if (file.size > LONGEST_SCHEME) return tooLarge(file.name, file.size);
        const text = await file.text().catch(() => null);
        if (text === null) return { message: { kind: 'not-read', file: file.name } };
        if (text.trim() === '') return { message: { kind: 'empty-file', file: file.name } };
        // what was in the file stands in the field then, where it can be mended; a picture's bytes are none's work
        if (isLikeJson(text)) change({ draft: text });
        return importText(text);
      });
    },
    importDraft: () => {
      const text = latest.current.draft;
      if (text.trim() === '') change({ message: { kind: 'nothing-to-import' } });
      else if (text.length > LONGEST_SCHEME) change(tooLarge(null, text.length));
      else run('importing', () => importText(text));
    },
    write: (document, how) => {
      run('saving', () => written(document, how, []));
    },
    putCopy: (document) => {
      run('saving', async () => {
        const [one, { own }] = await Promise.all([loaded(), lookAtSheet()]);
        const taken = new Set([...one.builtIn.map(({ id }) => id), ...own.ids]);
        return written(ownCopy(document, taken), 'put', []);
      });
    },
    dismiss: () => {
      change({ message: null, failure: null });
    },
  };
}

function tooLarge(file: string | null, size: number): Partial<SchemesState> {
  return { message: { kind: 'too-large', file, megabytes: Math.ceil(size / 100_000) / 10 } };
}

/** The script did not write the sheet; its message is the script's sentence. */
class RefusedWriting extends Error {
  override readonly name = 'RefusedWriting';
}

function failureOf(error: unknown): Failure {
  if (error instanceof RefusedWriting) return { kind: 'refused', text: error.message };
  return { kind: 'no-answer', code: error instanceof CallFailure ? error.code : 'threw' };
}
