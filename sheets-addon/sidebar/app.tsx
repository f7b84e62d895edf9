import type { VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type { Opening } from '../protocol.ts';
import { announcement } from './announcement.ts';
import type { ScriptCalls } from './call-script.ts';
import { HelpTab } from './help-tab.tsx';
import type { SchemeLibrary } from './scheme-library.ts';
import { SchemesTab } from './schemes-tab.tsx';
import { SidebarParts } from './sidebar-context.ts';
import { isRunning, type SidebarState, type Tab } from './sidebar-state.ts';
import { TableTab } from './table-tab.tsx';
import { useSchemes } from './use-schemes.ts';
import { useSidebar } from './use-sidebar.ts';

/** The sidebar. `load` fetches what knows whole scheme documents, which the first screen can do without. */
export function App({
  script,
  opening,
  load,
}: {
  readonly script: ScriptCalls;
  readonly opening: Opening;
  readonly load: () => Promise<SchemeLibrary>;
}): VNode {
  const check = useRef<(id: string) => Promise<boolean>>(() => Promise.resolve(true));
  const sidebar = useSidebar(script, opening, (id) => check.current(id));
  const { state, tell, act } = sidebar;
  const { language, tab } = state;
  const schemes = useSchemes(script, load, language);
  check.current = schemes.checkOne;
  const parts = useMemo(
    () => ({
      language,
      jump: (place: Parameters<typeof script.jumpTo>[0]) => {
        act({ do: 'jump', place });
      },
    }),
    [language, act],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const inUse = schemeInUse(state);
  const document_ = inUse === undefined ? null : findScheme(inUse, schemes.state);
  const isOwnUnread = inUse !== undefined && document_ === null && schemes.state.library !== null;
  useEffect(() => {
    // the table goes by a scheme of the workbook, whose criteria are not known yet
    if (isOwnUnread && state.view?.kind === 'table' && state.view.table.scheme.from === 'sheet') schemes.open();
  }, [isOwnUnread]);
  const turn = (to: Tab): void => {
    tell({ kind: 'turned', tab: to });
    // opened by the menu for another part, the table has not been looked for yet
    if (to === 'table' && state.view === null && state.shown.kind === 'view' && !state.isReading) act({ do: 'read' });
  };
  return (
    <SidebarParts.Provider value={parts}>
      <header>
        <h1 class="unseen">Tierbook</h1>
        <Tabs tab={tab} onTurn={turn} />
      </header>
      <main aria-busy={state.isReading || isRunning(state.shown)}>
        {tab === 'table' && (
          <TableTab
            sidebar={sidebar}
            scheme={document_}
            onUnsound={() => {
              turn('schemes');
            }}
          />
        )}
        {tab === 'schemes' && (
          <SchemesTab
            schemes={schemes}
            inUse={inUse}
            onUse={(id, isOwn) => {
              const use = (): void => {
                tell({ kind: 'chose-scheme', scheme: id });
                act({ do: 'read' });
              };
              if (isOwn) schemes.checkFirst(id, use);
              else use();
            }}
          />
        )}
        {tab === 'help' && <HelpTab />}
      </main>
      <p class="unseen" role="status">
        {announcement(state)}
      </p>
    </SidebarParts.Provider>
  );
}

function Tabs({ tab, onTurn }: { readonly tab: Tab; readonly onTurn: (tab: Tab) => void }): VNode {
  return (
    <SidebarParts.Consumer>
      {({ language }) => {
        const text = SHEETS_TABLE_TEXT[language];
        const titles: Readonly<Record<Tab, string>> = {
          table: text.tableTab,
          schemes: text.schemesTab,
          help: text.helpTab,
        };
        return (
          <nav aria-label={text.navigation}>
            {TABS.map((one) => (
              <button
                key={one}
                type="button"
                aria-current={one === tab ? 'page' : undefined}
                onClick={() => {
                  onTurn(one);
                }}
              >
                {titles[one]}
              </button>
            ))}
          </nav>
        );
      }}
    </SidebarParts.Consumer>
  );
}

const TABS: readonly Tab[] = ['table', 'schemes', 'help'];

function schemeInUse({ request, shown, view }: SidebarState): string | undefined {
  if (shown.kind === 'result') return shown.outcome.table.scheme.id;
  return request.scheme ?? (view?.kind === 'table' ? view.table.scheme.id : undefined);
}

function findScheme(
  id: string,
  { library, own }: ReturnType<typeof useSchemes>['state'],
): SchemeLibrary['builtIn'][number] | null {
  const isIt = (document: { readonly id: string }): boolean => document.id === id;
  return library?.builtIn.find(isIt) ?? own?.schemes.find(({ document }) => isIt(document))?.document ?? null;
}
