import type { Button } from '@slack/types';
import { plainName } from '../plain-name.ts';
import { plainText } from '../rich-text.ts';

/** What is asked before a button does something. */
export interface Confirm {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

/** A button that does something, or opens a window in which it is done. */
export interface ActionButton {
  readonly actionId: string;
  readonly label: string;
  readonly value?: string;
  /** What a screen reader says; begins with the label. Default: the label. */
  readonly accessible?: string;
  readonly style?: 'primary' | 'danger';
  readonly confirm?: Confirm;
}

/** The button as Slack takes it. */
export function actionButton({ accessible, actionId, confirm, label, style, value }: ActionButton): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: plainText(label, 75),
    ...(value !== undefined && { value }),
    accessibility_label: plainName(accessible ?? label, 75),
    ...(style && { style }),
    ...(confirm && {
      confirm: {
        title: plainText(confirm.title, 100),
        text: plainText(confirm.text, 300),
        confirm: plainText(confirm.yes, 30),
        deny: plainText(confirm.no, 30),
        ...(style && { style }),
      },
    }),
  };
}
