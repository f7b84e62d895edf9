import type { TableHints } from '../../core/table/read-table.ts';
import type { Language } from '../../core/text/language.ts';
import type { GradeOutcome, Place, Progress, Screen, SheetView, TableRequest, UndoOutcome } from '../protocol.ts';
import type { CallFailureCode } from './call-script.ts';

/** The parts that the navigation leads to. */
export type Tab = 'table' | 'schemes' | 'help';

/** Something the sidebar asks the script for; what failed is tried again as such. */
export type Act =
  | { readonly do: 'read' }
  | { readonly do: 'grade' }
  | { readonly do: 'undo'; readonly overwrite: boolean }
  | { readonly do: 'summary' }
  | { readonly do: 'jump'; readonly place: Place };

/** Why an act came to nothing: the script's own sentence, a call without an answer, or a scheme of the workbook that is unsound. */
export type Failure =
  /** `isForSchemes`: what to do about it is done among the schemes. */
  | { readonly kind: 'refused'; readonly text: string; readonly isForSchemes?: boolean }
  | { readonly kind: 'no-answer'; readonly code: CallFailureCode }
  | { readonly kind: 'unsound-scheme'; readonly scheme: string };

/** A grading that went well. */
export type Graded = Extract<GradeOutcome, { kind: 'graded' }>;

/** What the part *Table* shows. */
export type Shown =
  | { readonly kind: 'view' }
  | { readonly kind: 'grading'; readonly progress: Progress | null }
  | { readonly kind: 'result'; readonly outcome: Graded }
  | { readonly kind: 'undoing' }
  | { readonly kind: 'edited'; readonly outcome: Extract<UndoOutcome, { kind: 'edited' }> }
  | { readonly kind: 'undone'; readonly cells: number; readonly gone: readonly string[] }
  | { readonly kind: 'summarising' }
  | { readonly kind: 'summary'; readonly sheetName: string };

/** Everything the sidebar knows, schemes aside. */
export interface SidebarState {
  /** What the sidebar speaks. */
  readonly language: Language;
  readonly tab: Tab;
  /**
   * What the person decided; sent with every view and grading, and kept whatever fails. Without a language the columns are
   * written in that of the last grading, which may be a colleague's.
   */
  readonly request: TableRequest;
  /** The last view of the sheet; null before the first. */
  readonly view: SheetView | null;
  readonly shown: Shown;
  /** What was shown before what now runs, to come back to when it fails. */
  readonly before: Shown;
  /** Reading the table, beside what is shown. */
  readonly isReading: boolean;
  readonly failure: { readonly why: Failure; readonly again: Act } | null;
  /** The cell that was selected last, until something else happens. */
  readonly jumpedTo: Place | null;
}

/** What happens to the sidebar. */
export type SidebarEvent =
  | { readonly kind: 'began'; readonly act: Act }
  /** `isInstead`: of a grading that came to nothing, since the view says why. */
  | { readonly kind: 'viewed'; readonly view: SheetView; readonly isInstead?: true }
  | { readonly kind: 'progressed'; readonly progress: Progress }
  | { readonly kind: 'graded'; readonly outcome: Graded }
  | { readonly kind: 'edited'; readonly outcome: Extract<UndoOutcome, { kind: 'edited' }> }
  | { readonly kind: 'undone'; readonly cells: number; readonly gone: readonly string[] }
  | { readonly kind: 'summarised'; readonly sheetName: string }
  | { readonly kind: 'jumped'; readonly place: Place }
  | { readonly kind: 'failed'; readonly act: Act; readonly why: Failure }
  | { readonly kind: 'dismissed' }
  | { readonly kind: 'turned'; readonly tab: Tab }
  | { readonly kind: 'returned' }
  | { readonly kind: 'chose-language'; readonly language: Language }
  | { readonly kind: 'chose-scheme'; readonly scheme: string }
  | { readonly kind: 'chose-hints'; readonly hints: TableHints }
  /** Without hints it is read by what was decided about it at the last grading. */
  | {
      readonly kind: 'chose-table';
      readonly place: Place;
      readonly hints?: TableHints;
      /** With all tables that have the same headings. */
      readonly together?: boolean;
    }
  /** Whatever table the selection is in, without what was decided about the one before. */
  | { readonly kind: 'chose-selection' };

/** How it opens, and what it does at once: the menu's items grade, undo and summarise without another click. */
export function openingState(
  screen: Screen,
  language: Language,
): { readonly state: SidebarState; readonly first: Act | null } {
  const tab = screen === 'schemes' || screen === 'help' ? screen : 'table';
  const state: SidebarState = {
    language,
    tab,
    request: {},
    view: null,
    shown: { kind: 'view' },
    before: { kind: 'view' },
    isReading: false,
    failure: null,
    jumpedTo: null,
  };
  const first: Readonly<Record<Screen, Act | null>> = {
    table: { do: 'read' },
    grade: { do: 'grade' },
    undo: { do: 'undo', overwrite: false },
    summary: { do: 'summary' },
    schemes: null,
    help: null,
  };
  return { state, first: first[screen] };
}

/** What the sidebar knows after something has happened. */
export function nextState(state: SidebarState, event: SidebarEvent): SidebarState {
  switch (event.kind) {
    case 'began':
      return {
        ...state,
        ...begun(event.act),
        before: isRunning(state.shown) ? state.before : state.shown,
        failure: null,
        jumpedTo: null,
      };
    case 'viewed':
      return {
        ...state,
        view: event.view,
        shown: event.isInstead === true ? { kind: 'view' } : state.shown,
        isReading: false,
        request: placed(state.request, event.view),
      };
    case 'progressed':
      // what comes in when grading is over is of no use
      return state.shown.kind === 'grading' ? { ...state, shown: { ...state.shown, progress: event.progress } } : state;
    case 'graded':
      return {
        ...state,
        shown: { kind: 'result', outcome: event.outcome },
        request: { ...state.request, place: event.outcome.table.place },
      };
    case 'edited':
      return { ...state, shown: { kind: 'edited', outcome: event.outcome } };
    case 'undone':
      return { ...state, shown: event };
    case 'summarised':
      return { ...state, shown: { kind: 'summary', sheetName: event.sheetName } };
    case 'jumped':
      return { ...state, jumpedTo: event.place };
    case 'failed':
      return {
        ...state,
        isReading: event.act.do === 'read' ? false : state.isReading,
        shown: isRunning(state.shown) && event.act.do !== 'jump' ? state.before : state.shown,
        failure: { why: event.why, again: event.act },
      };
    case 'dismissed':
      return { ...state, failure: null };
    case 'turned':
      return { ...state, tab: event.tab };
    case 'returned':
      return { ...state, tab: 'table', shown: { kind: 'view' }, failure: null };
    case 'chose-language':
      return { ...state, language: event.language, request: { ...state.request, language: event.language } };
    case 'chose-scheme':
      return { ...state, tab: 'table', request: { ...state.request, scheme: event.scheme } };
    case 'chose-hints':
      return { ...state, request: { ...state.request, hints: event.hints } };
    case 'chose-table': {
      const { hints: _, together: __, ...rest } = state.request;
      const { place, hints, together } = event;
      return { ...state, request: { ...rest, place, ...(hints && { hints }), ...(together === true && { together }) } };
    }
    case 'chose-selection':
      return { ...state, request: languageOf(state.request) };
    default:
      return event satisfies never;
  }
}

function languageOf({ language }: TableRequest): Pick<TableRequest, 'language'> {
  return language === undefined ? {} : { language };
}

/** From the first view on it is this table, wherever the selection goes (jumps move it), and read like this. */
function placed(request: TableRequest, view: SheetView): TableRequest {
  if (view.kind === 'several' || view.kind === 'own-sheet') return request;
  const { place, hints } = view.kind === 'unusable' ? view : view.table;
  if (place === null) return request;
  return { ...request, place, ...(hints && { hints }) };
}

/** Whether something runs that must not be started twice. */
export function isRunning({ kind }: Shown): boolean {
  return kind === 'grading' || kind === 'undoing' || kind === 'summarising';
}

function begun(act: Act): Partial<SidebarState> {
  switch (act.do) {
    case 'read':
      return { isReading: true, shown: { kind: 'view' }, tab: 'table' };
    case 'grade':
      return { shown: { kind: 'grading', progress: null }, tab: 'table' };
    case 'undo':
      return { shown: { kind: 'undoing' }, tab: 'table' };
    case 'summary':
      return { shown: { kind: 'summarising' }, tab: 'table' };
    case 'jump':
      return {};
    default:
      return act satisfies never;
  }
}
