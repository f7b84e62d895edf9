import type { Button } from '@slack/types';
import { ACTION } from '../action-ids.ts';
import { plainName } from '../plain-name.ts';
import { plainText } from '../rich-text.ts';
import { type HomePage, homePageText } from './home-page.ts';

/** How a button that leads to a page looks. */
interface PageButtonLook {
  /** Tells it from others of its block, in letters and digits; default none, where it is the only one. */
  readonly id?: string | number;
  /** What a screen reader says; begins with the label. Default: the label. */
  readonly accessible?: string;
  readonly style?: 'primary';
}

/** A button on the Home tab that goes to a page of it. */
export function pageButton(label: string, to: HomePage, look: PageButtonLook = {}): Button {
  const { accessible, id, style } = look;
  return {
    type: 'button',
    action_id: id === undefined ? ACTION.homePage : `${ACTION.homePage}_${id}`,
    text: plainText(label, 75),
    value: homePageText(to),
    accessibility_label: plainName(accessible ?? label, 75),
    ...(style && { style }),
  };
}
