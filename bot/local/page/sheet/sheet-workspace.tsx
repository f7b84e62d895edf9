import { lazy, Suspense, useEffect } from 'react';
import { PAGE_SHEET_TEXT } from '../../../../core/text/page-sheet-text.ts';
import type { Screen } from '../../page-protocol.ts';
import { TimeControl } from '../clock/time-control.tsx';
import { usePage, usePageText } from '../page-context.ts';
import { LanguageMenu } from '../sidebar/language-menu.tsx';
import { PersonMenu } from '../sidebar/person-menu.tsx';
import { TopBar } from '../top-bar.tsx';
import type { Place } from '../use-place.ts';

const SheetPage = lazy(() => import('./sheet-page.tsx').then((module) => ({ default: module.SheetPage })));

export interface SheetWorkspaceProps {
  readonly screen: Screen;
  readonly isConnected: boolean;
  readonly onPerson: (id: string) => void;
  readonly onPlace: (place: Place) => void;
}

/** The page *Sheet* below the top bar that both pages have; here it says who one is as well. */
export function SheetWorkspace({ isConnected, onPerson, onPlace, screen }: SheetWorkspaceProps) {
  const { language } = usePage();
  const pageText = usePageText();
  const title = `${PAGE_SHEET_TEXT[language].sheetPage} · Tierbook`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <div className="workspace">
      <TopBar place="sheet" onPlace={onPlace} drawer={null}>
        <TimeControl clock={screen.clock} />
        <LanguageMenu />
        <PersonMenu onPerson={onPerson} />
      </TopBar>
      {!isConnected && (
        <p className="connection" role="status">
          {pageText.connectionLost}
        </p>
      )}
      <div className="columns">
        <Suspense fallback={<main className="sheet-main" aria-busy="true" />}>
          <SheetPage revision={screen.sheetRevision} isConnected={isConnected} />
        </Suspense>
      </div>
    </div>
  );
}
