import type { ScriptQuestions } from '../apps-script/script-questions.ts';
import type { LastingState, ScriptUser } from '../script-environment.ts';
import type { AlertAnswer, AlertRequest, ShownPage } from '../ui-parts.ts';

/** What an execution does on the screen: shows pages and asks. */
export interface Screen {
  show(page: ShownPage): void;
  answer(request: AlertRequest): AlertAnswer;
}

/** What the spreadsheet's user interface asks. */
export function uiServices(
  { menus }: LastingState,
  user: ScriptUser,
  screen: Screen,
): Pick<ScriptQuestions, 'addMenu' | 'alert' | 'show'> {
  return {
    addMenu(menu) {
      const others = (menus.get(user.email) ?? []).filter(({ caption }) => caption !== menu.caption);
      menus.set(user.email, [...others, menu]);
    },
    alert: (request) => screen.answer(request),
    show: (page) => screen.show(page),
  };
}
