import { randomUUID } from 'node:crypto';
import { languageOf } from '../../../core/text/language.ts';
import { SHEET_DESK_TEXT } from '../../../core/text/sheet-desk-text.ts';
import type { LocalUser } from '../local-members.ts';
import type { AddonMenu, AddonMenuItem, AlertAnswer, ScriptEnd, ScriptRun, ScriptShows } from '../sheet-protocol.ts';
import { type AddOn, loadAddOn } from '../workbook/add-on.ts';
import { createCalculator } from '../workbook/calculate.ts';
import { customFunctionsOf } from '../workbook/calculation/custom-functions.ts';
import { runForPage } from '../workbook/google-script/run-for-page.ts';
import { withGoogleScript } from '../workbook/google-script/with-google-script.ts';
import { runEntryPoint } from '../workbook/run-script.ts';
import { createScriptEnvironment, type ScriptEnvironment, type ScriptUser } from '../workbook/script-environment.ts';
import type { AlertRequest, MenuEntry, ShownPage } from '../workbook/ui-parts.ts';
import { builtAddon } from './built-addon.ts';
import { rangeOf } from './edit-workbook.ts';
import type { SheetDesk } from './sheet-desk.ts';
import { areaOf } from './sheet-view.ts';

/** The add-on at the desk: its menu, its script and the pages that it shows. */
export interface AddonDesk {
  /** As `onOpen` makes it for this person. */
  menu(user: LocalUser): AddonMenu;
  run(user: LocalUser, run: ScriptRun): Promise<ScriptEnd>;
  /** The HTML of a sidebar or dialog that a run showed; undefined when it was forgotten. */
  page(id: string): string | undefined;
}

const MOST_PAGES = 30;
/** Pixels, where a script does not say: Google's own (assumed). */
const USUAL_WIDTH = 600;
const USUAL_HEIGHT = 400;

/** Takes the built add-on, which is built first where it has to be. */
export async function openAddonDesk(desk: SheetDesk, now: () => number): Promise<AddonDesk> {
  const environment = await environmentOf(desk, now);
  if (environment !== null) takeFunctions(desk, environment);
  const pages = new Map<string, string>();
  const keep = async (html: string): Promise<string> => {
    const [oldest] = pages.keys();
    if (pages.size >= MOST_PAGES && oldest !== undefined) pages.delete(oldest);
    const id = randomUUID();
    pages.set(id, await withGoogleScript(html));
    return id;
  };
  const shows = async (page: ShownPage): Promise<ScriptShows> => {
    switch (page.kind) {
      case 'toast':
        return { kind: 'toast', title: '', text: page.text };
      case 'sidebar':
        return { kind: 'sidebar', title: page.title, dialogId: await keep(page.html) };
      case 'modal':
      case 'modeless': {
        const { height, html, title, width } = page;
        const size = { width: width ?? USUAL_WIDTH, height: height ?? USUAL_HEIGHT };
        return { kind: 'dialog', title, dialogId: await keep(html), ...size };
      }
      default:
        return page satisfies never;
    }
  };
  return {
    page: (id) => pages.get(id),
    menu(user) {
      if (environment === null) {
        return { title: TITLE, items: [], problem: SHEET_DESK_TEXT[languageOf(user.locale)].noAddOn };
      }
      runEntryPoint(environment, 'onOpen', [], { user: scriptUser(user) });
      const menus = environment.lasting.menus.get(user.email) ?? [];
      return { title: TITLE, items: menus.flatMap(({ entries }) => entries.map(itemOf)), problem: null };
    },
    async run(user, run) {
      if (environment === null) throw new TypeError('There is no add-on to run.');
      const { workbook } = desk;
      const before = workbook.changeCount;
      select(desk, run);
      const chosen = workbook.selection;
      const asked: AlertRequest[] = [];
      const { execution, result } = runForPage(environment, run.functionName, run.arguments, {
        user: scriptUser(user),
        answerAlert(request) {
          asked.push(request);
          return run.answers[asked.length - 1] ?? 'CLOSE';
        },
      });
      const hasChanged = workbook.changeCount !== before;
      desk.noteChange();
      const shown = await Promise.all(execution.shown.map(shows));
      const alerts = asked.slice(run.answers.length).map(({ buttons, prompt, title }): ScriptShows => {
        // A run cannot wait for an answer: one that changed nothing yet can be begun again with it.
        const answers = hasChanged ? [] : BUTTONS[buttons];
        return { kind: 'alert', title, text: prompt, answers };
      });
      const { selection } = workbook;
      const isMoved = selection !== chosen;
      return {
        revision: desk.revision(),
        result,
        shown: [...shown, ...alerts],
        sheetId: isMoved ? selection.sheetId : null,
        selection: isMoved ? areaOf(selection) : null,
      };
    },
  };
}

const TITLE = 'Tierbook';
const BUTTONS: Readonly<Record<AlertRequest['buttons'], readonly AlertAnswer[]>> = {
  OK: [],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
};

async function environmentOf({ workbook }: SheetDesk, now: () => number): Promise<ScriptEnvironment | null> {
  const folder = await builtAddon();
  const addOn: AddOn | null = folder === null ? null : await loadAddOn(folder);
  return addOn && createScriptEnvironment({ addOn, clock: { now: () => new Date(now()) }, workbook });
}

/** From now on formulas know the add-on's functions. */
function takeFunctions(desk: SheetDesk, environment: ScriptEnvironment): void {
  const { workbook } = desk;
  workbook.calculateWith(createCalculator(customFunctionsOf(environment, { email: workbook.owner, locale: 'en' })));
  const hasFormulas = workbook.sheets.some(({ grid }) => grid.rows().some((row) => row?.formulas !== undefined));
  if (!hasFormulas) return;
  workbook.touch();
  desk.noteChange();
}

function scriptUser({ email, locale }: LocalUser): ScriptUser {
  return { email, locale };
}

function select({ workbook }: SheetDesk, { selection, sheetId }: ScriptRun): void {
  const sheet = workbook.findSheet(sheetId);
  if (sheet === undefined) return;
  const { endColumn, endRow, startColumn, startRow } = rangeOf(sheetId, selection);
  const range = {
    sheetId,
    startRow,
    startColumn,
    endRow: Math.min(endRow, sheet.rowCount),
    endColumn: Math.min(endColumn, sheet.columnCount),
  };
  if (range.startRow < range.endRow && range.startColumn < range.endColumn) workbook.select(range);
}

function itemOf(entry: MenuEntry): AddonMenuItem {
  switch (entry.kind) {
    case 'item':
      return { kind: 'item', title: entry.caption, functionName: entry.functionName };
    case 'separator':
      return { kind: 'line' };
    case 'menu':
      return { kind: 'menu', title: entry.caption, items: entry.entries.map(itemOf) };
    default:
      return entry satisfies never;
  }
}
