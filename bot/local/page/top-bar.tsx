import type { ReactNode } from 'react';
import { PAGE_SHEET_TEXT } from '../../../core/text/page-sheet-text.ts';
import icon from './icon.svg';
import { Icon } from './icon.tsx';
import { usePage, usePageText } from './page-context.ts';
import { PLACE_PATHS, type Place } from './use-place.ts';

export interface TopBarProps {
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
  /** The way to what is put away on phones; null where nothing is. */
  readonly drawer: { readonly isOpen: boolean; readonly onOpen: (open: boolean) => void } | null;
  readonly children?: ReactNode;
}

/** The workspace's name, its two pages, and what belongs to the whole page. On phones, the way to the sidebar. */
export function TopBar({ place, onPlace, drawer, children }: TopBarProps) {
  const text = usePageText();
  return (
    <header className="top-bar">
      {drawer !== null && (
        <button
          type="button"
          className="icon-button drawer-button"
          aria-label={drawer.isOpen ? text.closeSidebar : text.openSidebar}
          aria-expanded={drawer.isOpen}
          onClick={() => drawer.onOpen(!drawer.isOpen)}
        >
          <Icon name="menu" />
        </button>
      )}
      <img src={icon} alt="" width="24" height="24" />
      <p className="workspace-name">
        <strong>Tierbook</strong> <span>{text.workspace}</span>
      </p>
      <PlaceSwitch place={place} onPlace={onPlace} />
      <div className="top-bar-tools">{children}</div>
    </header>
  );
}

function PlaceSwitch({ place, onPlace }: Pick<TopBarProps, 'place' | 'onPlace'>) {
  const text = PAGE_SHEET_TEXT[usePage().language];
  const names: Readonly<Record<Place, string>> = { slack: 'Slack', sheet: text.sheetPage };
  return (
    <div className="place-switch" role="group" aria-label={text.pages}>
      {(['slack', 'sheet'] as const).map((each) => (
        <a
          key={each}
          href={PLACE_PATHS[each] + location.search}
          aria-current={each === place ? 'page' : undefined}
          onClick={(event) => {
            // With these keys a browser opens a link elsewhere.
            if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
            event.preventDefault();
            onPlace(each);
          }}
        >
          {names[each]}
        </a>
      ))}
    </div>
  );
}
