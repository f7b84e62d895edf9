import { safeLink } from '../blocks/safe-link.ts';
import { Icon } from '../icon.tsx';
import { plainTextIn, textIn } from '../json-value.ts';
import { type ElementProps, useElement } from './surface.ts';

/** A button; with an address it is a link as well, and the bot hears of it all the same. */
export function ButtonElement(props: ElementProps) {
  const { element } = props;
  const { isBusy, press } = useElement(props);
  const label = plainTextIn(element['text']);
  const style = textIn(element['style']);
  const address = safeLink(element['url']);
  const common = {
    className: `button ${style} ${isBusy ? 'is-busy' : ''}`,
    'aria-label': accessibleName(label, textIn(element['accessibility_label'])),
    'aria-busy': isBusy || undefined,
  };
  if (address !== null)
    return (
      <a {...common} href={address} target="_blank" rel="noreferrer noopener" onClick={() => void press()}>
        {label}
      </a>
    );
  return (
    // Not `disabled`, which would take the focus away, and with it the place to come back to from a modal.
    <button type="button" {...common} aria-disabled={isBusy} onClick={() => void (isBusy || press())}>
      {element['type'] === 'icon_button' && <Icon name="trash" />}
      {label}
    </button>
  );
}

/** What one sees is in the name too, for those who press a button by saying its name. */
function accessibleName(label: string, own: string): string | undefined {
  if (own === '') return undefined;
  return own.toLowerCase().includes(label.toLowerCase()) ? own : `${label} – ${own}`;
}
