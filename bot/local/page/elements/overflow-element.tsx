import { safeLink } from '../blocks/safe-link.ts';
import { Icon } from '../icon.tsx';
import { MenuButton } from '../menu-button.tsx';
import { useFormText } from '../page-context.ts';
import { choicesOf, oneValue } from './field-value.ts';
import { type ElementProps, useElement } from './surface.ts';

/** A menu behind three dots. */
export function OverflowElement(props: ElementProps) {
  const { choose, isBusy } = useElement(props);
  const text = useFormText();
  return (
    <MenuButton
      label={text.more}
      className="button overflow"
      isDisabled={isBusy}
      button={<Icon name="more" />}
      items={choicesOf(props.element).map((choice) => ({
        id: choice.value,
        content: choice.label,
        onChoose() {
          const address = safeLink(choice.option['url']);
          if (address !== null) window.open(address, '_blank', 'noopener,noreferrer');
          void choose(oneValue(choice.value));
        },
      }))}
    />
  );
}
