import type { HostServices } from '../host-service.ts';
import type { LastingState, ScriptUser } from '../script-environment.ts';
import type { AddedMenu, AlertAnswer, AlertRequest, ShownPage } from '../ui-parts.ts';

/** What an execution does on the screen: shows pages and asks. */
export interface Screen {
  show(page: ShownPage): void;
  answer(request: AlertRequest): AlertAnswer;
}

/** The calls of the spreadsheet's user interface. */
export function uiServices({ menus }: LastingState, user: ScriptUser, screen: Screen): HostServices {
  const show = (page: ShownPage): void => screen.show(page);
  return {
    'SpreadsheetApp.getUi': { access: 'menu', answer: () => null },
    'Menu.addToUi': {
      access: 'menu',
      answer(menu: AddedMenu) {
        const others = (menus.get(user.email) ?? []).filter(({ caption }) => caption !== menu.caption);
        menus.set(user.email, [...others, menu]);
      },
    },
    'Ui.alert': { access: 'ui', answer: (request: AlertRequest) => screen.answer(request) },
    'Ui.showSidebar': { access: 'ui', answer: show },
    'Ui.showModalDialog': { access: 'ui', answer: show },
    'Ui.showModelessDialog': { access: 'ui', answer: show },
  };
}
