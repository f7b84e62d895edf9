import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { SHEETS_SUMMARY_TEXT } from '../../core/text/sheets-summary-text.ts';
import type { Opening, Refusal, TableRequest } from '../protocol.ts';
import { planSummary } from '../summary/plan-summary.ts';
import { CallFailure, type ScriptCalls } from './call-script.ts';
import {
  type Act,
  type Failure,
  nextState,
  openingState,
  type SidebarEvent,
  type SidebarState,
} from './sidebar-state.ts';

/** The sidebar's state and what can be done with it. */
export interface Sidebar {
  readonly state: SidebarState;
  readonly tell: (event: SidebarEvent) => void;
  /** Asks the script. What runs already is not started a second time. */
  readonly act: (act: Act) => void;
}

/** What is called before grading by a scheme of the workbook: false when that scheme is unsound. */
export type CheckScheme = (id: string) => Promise<boolean>;

/** Runs the sidebar: keeps its state, asks the script and shows how far a long run has come. */
export function useSidebar(script: ScriptCalls, opening: Opening, checkScheme: CheckScheme): Sidebar {
  const start = openingState(opening.screen, opening.language);
  const [state, setState] = useState(start.state);
  // an act goes by all that was told before it, drawn or not
  const latest = useRef(start.state);
  const tell = useCallback((event: SidebarEvent) => {
    latest.current = nextState(latest.current, event);
    setState(latest.current);
  }, []);
  const check = useRef(checkScheme);
  check.current = checkScheme;
  const readings = useRef(0);
  const isBusy = useRef(false);

  const act = useCallback(
    (wanted: Act) => {
      if (isBusy.current && wanted.do !== 'jump') return;
      const isLong = wanted.do === 'grade' || wanted.do === 'undo' || wanted.do === 'summary';
      if (isLong) isBusy.current = true;
      if (wanted.do === 'read') readings.current += 1;
      const reading = readings.current;
      tell({ kind: 'began', act: wanted });
      // an answer about what was chosen before would undo the later choice
      const isLate = (): boolean => wanted.do === 'read' && reading !== readings.current;
      const work = async (): Promise<void> => {
        let event: SidebarEvent;
        try {
          event = await carryOut(wanted, script, latest.current, tell, check.current);
        } catch (error) {
          event = { kind: 'failed', act: wanted, why: failureOf(error) };
        }
        if (isLong) isBusy.current = false;
        if (!isLate()) tell(event);
      };
      void work();
    },
    [script, tell],
  );

  useEffect(() => {
    if (start.first !== null) act(start.first);
    // once, when the sidebar opens
  }, []);

  return { state, tell, act };
}

async function carryOut(
  act: Act,
  script: ScriptCalls,
  state: SidebarState,
  tell: (event: SidebarEvent) => void,
  checkScheme: CheckScheme,
): Promise<SidebarEvent> {
  const { language, request } = state;
  const { place } = request;
  switch (act.do) {
    case 'read':
      return read(act, script, request);
    case 'grade':
      return grade(act, script, state, tell, checkScheme);
    case 'undo': {
      const outcome = await script.undoGrading({ overwrite: act.overwrite, language, ...(place && { place }) });
      return outcome.kind === 'refused'
        ? refused(act, outcome)
        : outcome.kind === 'edited'
          ? { kind: 'edited', outcome }
          : outcome;
    }
    case 'summary': {
      const basis = await script.readSummaryBasis({ language, ...(place && { place }) });
      if (basis.kind === 'refused') return refused(act, basis);
      if (basis.kind === 'not-graded') return refused(act, { text: SHEETS_SUMMARY_TEXT[language].notGraded });
      const outcome = await script.writeSummary(planSummary(basis));
      return outcome.kind === 'refused' ? refused(act, outcome) : { kind: 'summarised', sheetName: outcome.sheetName };
    }
    case 'jump':
      await script.jumpTo(act.place);
      return { kind: 'jumped', place: act.place };
    default:
      return act satisfies never;
  }
}

async function grade(
  act: Act,
  script: ScriptCalls,
  { request, view, shown }: SidebarState,
  tell: (event: SidebarEvent) => void,
  checkScheme: CheckScheme,
): Promise<SidebarEvent> {
  const scheme = view?.kind === 'table' ? view.table.scheme : undefined;
  if (scheme?.from === 'sheet' && !(await checkScheme(scheme.id)))
    return { kind: 'failed', act, why: { kind: 'unsound-scheme', scheme: scheme.title } };
  let outcome = await gradeWatched(script, request, tell);
  if (outcome.kind === 'refused' && outcome.code === 'scheme-changed') {
    const id = request.scheme ?? scheme?.id ?? (shown.kind === 'result' ? shown.outcome.table.scheme.id : '');
    if (!(await checkScheme(id)))
      return { kind: 'failed', act, why: { kind: 'unsound-scheme', scheme: scheme?.title ?? id } };
    outcome = await gradeWatched(script, request, tell);
  }
  if (outcome.kind !== 'refused') return { kind: 'graded', outcome };
  if (outcome.code !== 'unusable') return refused(act, outcome);
  // the view of the sheet says why, and what to do
  const event = await read(act, script, request);
  return event.kind === 'viewed' ? { ...event, isInstead: true } : event;
}

async function read(act: Act, script: ScriptCalls, request: TableRequest): Promise<SidebarEvent> {
  const view = await script.viewTable(request);
  return view.kind === 'refused' ? refused(act, view) : { kind: 'viewed', view };
}

/** Grades, and asks meanwhile how far it has come: one question at a time, as long as grading runs. */
async function gradeWatched(
  script: ScriptCalls,
  request: TableRequest,
  tell: (event: SidebarEvent) => void,
): ReturnType<ScriptCalls['gradeTable']> {
  let isOver = false;
  const watch = async (): Promise<void> => {
    while (!isOver) {
      await pause(PROGRESS_EVERY_MS);
      if (isOver) return;
      // progress that cannot be read is no reason to stop: grading itself says what is wrong
      const progress = await script.readProgress().catch(() => null);
      if (!isOver && progress !== null) tell({ kind: 'progressed', progress });
    }
  };
  void watch();
  try {
    return await script.gradeTable(request);
  } finally {
    isOver = true;
  }
}

function refused(act: Act, { text, code }: Pick<Refusal, 'text'> & Partial<Refusal>): SidebarEvent {
  return {
    kind: 'failed',
    act,
    why: { kind: 'refused', text, ...(code === 'scheme-changed' && { isForSchemes: true }) },
  };
}

function failureOf(error: unknown): Failure {
  return { kind: 'no-answer', code: error instanceof CallFailure ? error.code : 'threw' };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** Each question is a run of the script of its own, which takes about as long. */
const PROGRESS_EVERY_MS = 1000;
