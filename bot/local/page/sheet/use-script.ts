import { useCallback, useEffect, useRef, useState } from 'react';
import { PAGE_SHEET_TEXT } from '../../../../core/text/page-sheet-text.ts';
import type { AddonMenu, AlertAnswer, Area, ScriptEnd, ScriptShows } from '../../sheet-protocol.ts';
import { failureText } from '../answer-text.ts';
import { usePage, usePageText } from '../page-context.ts';
import { isFailure } from '../page-server.ts';
import type { SheetServer } from './sheet-server.ts';
import type { SheetStore } from './sheet-store.ts';

/** A page that a script opened. */
export type ShownPage = Extract<ScriptShows, { readonly kind: 'sidebar' | 'dialog' }>;

/** The add-on on the page: its menu, what its script shows, and the ways to run it. */
export interface ScriptHold {
  /** Null until it has come. */
  readonly menu: AddonMenu | null;
  readonly sidebar: ShownPage | null;
  readonly dialog: ShownPage | null;
  readonly alert: ShownAlert | null;
  readonly toasts: readonly Toast[];
  readonly closeSidebar: () => void;
  readonly closeDialog: () => void;
  /** Null: without an answer. */
  readonly closeAlert: (answer: AlertAnswer | null) => void;
  /** Shows a line for a few seconds. */
  readonly say: (text: string, title?: string) => void;
  /** From the menu: what goes wrong is shown. */
  readonly choose: (functionName: string) => Promise<void>;
  /** By `google.script.run`: the answer goes back to the page that asks. */
  readonly call: (functionName: string, given: readonly unknown[]) => Promise<ScriptEnd['result']>;
}

export interface Toast {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

/** An alert of a run, and the way to begin the run again with an answer. */
export interface ShownAlert {
  readonly title: string;
  readonly text: string;
  readonly answers: readonly AlertAnswer[];
  readonly again: (answer: AlertAnswer) => void;
}

/** What is selected while a script runs. */
export interface Selected {
  readonly sheetId: number;
  readonly area: Area;
}

const TOAST_MS = 6000;
/** As Google's client names the error when its server cannot be reached. */
const AWAY = 'NetworkError';

/** Follows the add-on. `selected` is asked at each run, `onMoved` told where a run moved the selection. */
export function useScript(
  server: SheetServer,
  store: SheetStore,
  selected: () => Selected,
  onMoved: (sheetId: number | null, area: Area | null) => void,
  isConnected: boolean,
): ScriptHold {
  const { language } = usePage();
  const pageText = usePageText();
  const text = PAGE_SHEET_TEXT[language];
  const [menu, setMenu] = useState<AddonMenu | null>(null);
  const [sidebar, setSidebar] = useState<ShownPage | null>(null);
  const [dialog, setDialog] = useState<ShownPage | null>(null);
  const [alerts, setAlerts] = useState<readonly ShownAlert[]>([]);
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const toastCount = useRef(0);
  const latest = useRef({ selected, onMoved });
  latest.current = { selected, onMoved };

  useEffect(() => {
    let isOver = false;
    if (!isConnected) return undefined;
    // Asked anew in another language, since the menu is in the person's, and of a server that is there again.
    const ask = async () => {
      const answer = await server.menu();
      if (isOver) return;
      const problem = isFailure(answer) ? failureText(answer, pageText) : null;
      setMenu(isFailure(answer) ? { title: 'Tierbook', items: [], problem } : answer);
    };
    void ask();
    return () => {
      isOver = true;
    };
  }, [server, pageText, isConnected]);

  const say = useCallback((line: string, title = '') => {
    toastCount.current += 1;
    const id = toastCount.current;
    setToasts((before) => [...before, { id, title, text: line }].slice(-3));
    setTimeout(() => setToasts((before) => before.filter((each) => each.id !== id)), TOAST_MS);
  }, []);
  const run = useCallback(
    async (
      from: 'menu' | 'sidebar',
      functionName: string,
      given: readonly unknown[],
      answers: readonly AlertAnswer[] = [],
    ): Promise<ScriptEnd['result']> => {
      const { area, sheetId } = latest.current.selected();
      const end = await store.run({ from, functionName, arguments: given, answers, sheetId, selection: area });
      if (isFailure(end)) {
        const name = end.kind === 'unreachable' ? AWAY : 'Error';
        return { kind: 'threw', name, message: failureText(end, pageText) };
      }
      for (const shown of end.shown) {
        switch (shown.kind) {
          case 'toast':
            say(shown.text, shown.title);
            break;
          case 'alert':
            setAlerts((before) => [
              ...before,
              {
                title: shown.title,
                text: shown.text,
                // To a page of the add-on its call has ended.
                answers: from === 'menu' ? shown.answers : [],
                again: (answer) => void run(from, functionName, given, [...answers, answer]),
              },
            ]);
            break;
          case 'sidebar':
            setSidebar(shown);
            break;
          case 'dialog':
            setDialog(shown);
            break;
          default:
            shown satisfies never;
        }
      }
      latest.current.onMoved(end.sheetId, end.selection);
      return end.result;
    },
    [store, say, pageText],
  );
  const choose = useCallback(
    async (functionName: string) => {
      const result = await run('menu', functionName, []);
      if (result.kind === 'threw') say(result.name === AWAY ? result.message : text.scriptFailed(result.message));
    },
    [run, say, text],
  );
  const call = useCallback(
    (functionName: string, given: readonly unknown[]) => run('sidebar', functionName, given),
    [run],
  );
  return {
    menu,
    sidebar,
    dialog,
    alert: alerts[0] ?? null,
    toasts,
    closeSidebar: () => setSidebar(null),
    closeDialog: () => setDialog(null),
    closeAlert(answer) {
      setAlerts((before) => before.slice(1));
      if (answer !== null) alerts[0]?.again(answer);
    },
    say,
    choose,
    call,
  };
}
