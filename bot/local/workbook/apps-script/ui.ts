import type { AlertRequest, MenuEntry, ShownPage } from '../ui-parts.ts';
import { type EnumerationValue, enumeration } from './enumeration.ts';
import { exception, type Host } from './host.ts';
import { HtmlOutput } from './html-service.ts';
import { checkParameters } from './parameters.ts';

const BUTTONS = enumeration('CLOSE', 'OK', 'CANCEL', 'YES', 'NO');
const BUTTON_SETS = enumeration('OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL');

/** A menu that is being made. documented */
class Menu {
  readonly #host: Host;
  readonly #caption: string | null;
  readonly #entries: MenuEntry[] = [];

  constructor(host: Host, caption: string | null) {
    this.#host = host;
    this.#caption = caption;
  }

  addItem(caption: string, functionName: string): this {
    checkParameters('Menu.addItem', arguments, ['string', 'string']);
    this.#entries.push({ kind: 'item', caption, functionName });
    return this;
  }

  addSeparator(): this {
    checkParameters('Menu.addSeparator', arguments, []);
    this.#entries.push({ kind: 'separator' });
    return this;
  }

  addSubMenu(menu: Menu): this {
    if (arguments.length !== 1 || !(menu instanceof Menu)) checkParameters('Menu.addSubMenu', arguments);
    this.#entries.push({ kind: 'menu', caption: menu.#caption ?? '', entries: menu.#entries });
    return this;
  }

  addToUi(): void {
    checkParameters('Menu.addToUi', arguments, []);
    this.#host.call('Menu.addToUi', { caption: this.#caption, entries: this.#entries });
  }
}

/** The user interface of the spreadsheet. */
class Ui {
  readonly Button = BUTTONS;
  readonly ButtonSet = BUTTON_SETS;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** The add-on's own menu, named by the add-on. documented */
  createAddonMenu(): Menu {
    checkParameters('Ui.createAddonMenu', arguments, []);
    return new Menu(this.#host, null);
  }

  createMenu(caption: string): Menu {
    checkParameters('Ui.createMenu', arguments, ['string']);
    return new Menu(this.#host, caption);
  }

  /** (prompt), (prompt, buttons) or (title, prompt, buttons). The script waits for the answer. documented */
  alert(...parameters: readonly unknown[]): EnumerationValue {
    const last = parameters.at(-1);
    const buttons = Object.values(BUTTON_SETS).find((set) => set === last);
    const texts = buttons === undefined ? parameters : parameters.slice(0, -1);
    const signatures = buttons === undefined ? [['string']] : [['string'], ['string', 'string']];
    checkParameters('Ui.alert', texts, ...signatures);
    const request: AlertRequest = {
      title: texts.length === 2 ? (texts[0] as string) : '',
      prompt: texts.at(-1) as string,
      buttons: (buttons ?? BUTTON_SETS.OK).name() as AlertRequest['buttons'],
    };
    return BUTTONS[this.#host.call<keyof typeof BUTTONS>('Ui.alert', request)];
  }

  showSidebar(userInterface: HtmlOutput): void {
    this.#show('showSidebar', arguments, {
      kind: 'sidebar',
      title: pageOf(userInterface, 'showSidebar').getTitle() ?? '',
      html: userInterface.getContent(),
    });
  }

  showModalDialog(userInterface: HtmlOutput, title: string): void {
    checkParameters('Ui.showModalDialog', [title], ['string']);
    this.#show('showModalDialog', arguments, dialogOf('modal', userInterface, title));
  }

  showModelessDialog(userInterface: HtmlOutput, title: string): void {
    checkParameters('Ui.showModelessDialog', [title], ['string']);
    this.#show('showModelessDialog', arguments, dialogOf('modeless', userInterface, title));
  }

  #show(name: string, given: ArrayLike<unknown>, page: ShownPage): void {
    if (given.length !== (page.kind === 'sidebar' ? 1 : 2)) checkParameters(`Ui.${name}`, given);
    this.#host.call(`Ui.${name}`, page);
  }
}

/**
 * `SpreadsheetApp.getUi()`. Throws where there is no user interface, as in a custom function. documented
 */
export function createUi(host: Host): object {
  host.call('SpreadsheetApp.getUi');
  return new Ui(host);
}

function dialogOf(kind: 'modal' | 'modeless', page: HtmlOutput, title: string): ShownPage {
  const { getContent } = pageOf(page, kind);
  return { kind, title, html: getContent.call(page), width: page.getWidth(), height: page.getHeight() };
}

function pageOf(page: unknown, name: string): HtmlOutput {
  if (page instanceof HtmlOutput) return page;
  throw exception(`The parameters (${typeof page}) don't match the method signature for Ui.${name}.`);
}
