import type { AlertRequest, MenuEntry, ShownPage } from '../ui-parts.ts';
import type { Host } from './host.ts';
import type { HtmlPage } from './html-service.ts';
import { serviceEnum } from './service-enum.ts';
import { type Argument, type Entered, type StrictClass, strictClass, takes, text } from './strict-service.ts';

interface MenuState {
  /** Null: the add-on's own. */
  readonly caption: string | null;
  readonly entries: MenuEntry[];
}

/** What `SpreadsheetApp.getUi()` gives. documented */
export function createUi(host: Host, entered: Entered, output: StrictClass<HtmlPage>): object {
  const buttons = serviceEnum('Ui.Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
  const sets = serviceEnum('Ui.ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);
  const menu = menuClass(host, entered);
  const page = output.argument;
  const ask = (title: string, prompt: string, set: { name(): AlertRequest['buttons'] }): object => {
    const request: AlertRequest = { title, prompt, buttons: set.name() };
    return buttons.of(host.ask('alert', request));
  };
  const show = (kind: 'sidebar' | 'modal' | 'modeless', given: object, title?: string): void => {
    const { content: html, ...look } = pageOf(output, given);
    const shown: ShownPage =
      kind === 'sidebar'
        ? { kind, title: look.title ?? '', html }
        : { kind, title: title ?? '', html, width: look.width, height: look.height };
    host.ask('show', shown);
  };
  return strictClass<null>(
    'Ui',
    entered,
    {
      /** The add-on's own menu, under its name. */
      createAddonMenu: [takes([], () => menu.of({ caption: null, entries: [] }))],
      createMenu: [takes([text], (_, caption) => menu.of({ caption, entries: [] }))],
      /** The script waits for the answer. */
      alert: [
        takes([text], (_, prompt) => ask('', prompt, sets.values.OK)),
        takes([text, sets.argument], (_, prompt, set) => ask('', prompt, set)),
        takes([text, text, sets.argument], (_, title, prompt, set) => ask(title, prompt, set)),
      ],
      showSidebar: [takes([page], (_, given) => show('sidebar', given))],
      showModalDialog: [takes([page, text], (_, given, title) => show('modal', given, title))],
      showModelessDialog: [takes([page, text], (_, given, title) => show('modeless', given, title))],
    },
    { Button: buttons.values, ButtonSet: sets.values },
  ).of(null);
}

function menuClass(host: Host, entered: Entered): StrictClass<MenuState> {
  const aMenu: Argument<object> = { name: 'Menu', fits: (value): value is object => menu.argument.fits(value) };
  const menu: StrictClass<MenuState> = strictClass<MenuState>('Menu', entered, {
    addItem: [
      takes([text, text], ({ state, self }, caption, functionName) => {
        state.entries.push({ kind: 'item', caption, functionName });
        return self;
      }),
    ],
    addSeparator: [
      takes([], ({ state, self }) => {
        state.entries.push({ kind: 'separator' });
        return self;
      }),
    ],
    addSubMenu: [
      takes([aMenu], ({ state, self }, given) => {
        const { caption, entries } = menu.stateOf(given) ?? { caption: null, entries: [] };
        state.entries.push({ kind: 'menu', caption: caption ?? '', entries });
        return self;
      }),
    ],
    addToUi: [
      takes([], ({ state }) => {
        host.ask('addMenu', state);
      }),
    ],
  });
  return menu;
}

function pageOf(output: StrictClass<HtmlPage>, given: object): HtmlPage {
  const page = output.stateOf(given);
  if (page === undefined) throw new TypeError('No page to show.');
  return page;
}
