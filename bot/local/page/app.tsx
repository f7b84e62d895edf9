import { useEffect, useMemo, useRef, useState } from 'react';
import { languageOf } from '../../../core/text/language.ts';
import type { ClockState, Screen } from '../page-protocol.ts';
import { rememberPerson, wantedPerson } from './acting-person.ts';
import { workspaceNow } from './clock/workspace-now.ts';
import { firstPerson } from './first-person.ts';
import { ConfirmProvider } from './modals/use-confirm.tsx';
import { PageContext, type PageValue } from './page-context.ts';
import { createPageServer } from './page-server.ts';
import { SheetWorkspace } from './sheet/sheet-workspace.tsx';
import { Skeleton } from './skeleton.tsx';
import { usePlace } from './use-place.ts';
import { useScreen } from './use-screen.ts';
import { Workspace } from './workspace.tsx';

/** The whole page: who one is, and the workspace as that person sees it. */
export function App() {
  const [wanted, setWanted] = useState(() => wantedPerson(location.search, sessionStorage));
  const [as, setAs] = useState(wanted);
  const { screen, isConnected, isRefused } = useScreen(as);
  const [place, goTo] = usePlace();
  const page = usePageValue(screen);

  // The address may name a person by short name, or nobody that there is: the list of people says.
  useEffect(() => {
    if (isRefused) setAs(null);
  }, [isRefused]);
  useEffect(() => {
    if (screen === null || as !== null) return;
    const person = firstPerson(screen.people, wanted, navigator.languages);
    if (person && person.id !== screen.meId) setAs(person.id);
  }, [screen, as, wanted]);
  useEffect(() => {
    if (screen !== null && (as === null || screen.meId === as)) rememberPerson(screen.meId, sessionStorage);
  }, [screen, as]);
  useEffect(() => {
    if (page) document.documentElement.lang = page.language;
  }, [page]);

  if (screen === null || page === null) return <Skeleton isConnected={isConnected} />;
  const become = (id: string) => {
    setWanted(id);
    setAs(id);
  };
  return (
    <PageContext value={page}>
      <ConfirmProvider>
        {place === 'sheet' ? (
          <SheetWorkspace
            key={screen.meId}
            screen={screen}
            isConnected={isConnected}
            onPerson={become}
            onPlace={goTo}
          />
        ) : (
          <Workspace key={screen.meId} screen={screen} isConnected={isConnected} onPerson={become} onPlace={goTo} />
        )}
      </ConfirmProvider>
    </PageContext>
  );
}

/** Stays the same object while only messages and traffic change, so that messages are not all drawn anew. */
function usePageValue(screen: Screen | null): PageValue | null {
  const clock = useRef<ClockState | null>(null);
  clock.current = screen?.clock ?? null;
  const meId = screen?.meId;
  const people = screen?.people;
  const channels = screen?.channels;
  const shortcuts = screen?.shortcuts;
  const server = useMemo(() => createPageServer(meId ?? ''), [meId]);
  return useMemo(() => {
    const me = people?.find((each) => each.id === meId);
    if (!me || !people || !channels || !shortcuts) return null;
    const now = () => (clock.current ? workspaceNow(clock.current, Date.now()) : Date.now());
    return { me, people, channels, shortcuts, language: languageOf(me.locale), server, now };
  }, [meId, people, channels, shortcuts, server]);
}
