import { lazy, Suspense } from 'react';
import { textIn } from '../json-value.ts';
import { useFormText } from '../page-context.ts';
import { ButtonElement } from './button-element.tsx';
import { CheckElement } from './check-element.tsx';
import { DateElement } from './date-element.tsx';
import { FeedbackElement } from './feedback-element.tsx';
import { OverflowElement } from './overflow-element.tsx';
import type { ElementProps } from './surface.ts';
import { TextElement } from './text-element.tsx';

const MenuElement = lazy(() => import('./menu-element.tsx').then((module) => ({ default: module.MenuElement })));

/** Any interactive element of a block. */
export function BlockElement(props: ElementProps) {
  const text = useFormText();
  const type = textIn(props.element['type']);
  switch (type) {
    case 'button':
    case 'icon_button':
      return <ButtonElement {...props} />;
    case 'feedback_buttons':
      return <FeedbackElement {...props} />;
    case 'overflow':
      return <OverflowElement {...props} />;
    case 'radio_buttons':
    case 'checkboxes':
      return <CheckElement {...props} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <DateElement {...props} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
    case 'rich_text_input':
      return <TextElement {...props} />;
    case 'file_input':
      return <p className="field-note">{text.noFiles}</p>;
    default:
      if (!type.endsWith('_select')) return <p className="unknown">{text.cannotShow(type)}</p>;
      return (
        <Suspense fallback={<span className="menu-wait">{text.loading}</span>}>
          <MenuElement {...props} />
        </Suspense>
      );
  }
}
