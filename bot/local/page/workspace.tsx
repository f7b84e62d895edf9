import { useEffect, useState } from 'react';
import type { Screen } from '../page-protocol.ts';
import type { Insertion } from './composer/composer.tsx';
import { firstChannel } from './first-channel.ts';
import { Conversation } from './messages/conversation.tsx';
import { ThreadPane } from './messages/thread-pane.tsx';
import { ModalStack } from './modals/modal-stack.tsx';
import { usePageText } from './page-context.ts';
import { Sidebar } from './sidebar/sidebar.tsx';
import { TopBar } from './top-bar.tsx';

export interface WorkspaceProps {
  readonly screen: Screen;
  readonly isConnected: boolean;
  readonly onPerson: (id: string) => void;
}

/** Top bar, sidebar, the channel one is in, and what lies beside and above it. */
export function Workspace({ screen, isConnected, onPerson }: WorkspaceProps) {
  const text = usePageText();
  const lastKey = `tierbook.channel.${screen.meId}`;
  const [channelId, setChannelId] = useState(() => sessionStorage.getItem(lastKey));
  const [threadTs, setThreadTs] = useState<string | null>(null);
  const [insertion, setInsertion] = useState<Insertion | null>(null);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const channel = firstChannel(screen.channels, channelId);

  const openChannel = (id: string) => {
    sessionStorage.setItem(lastKey, id);
    setChannelId(id);
    setThreadTs(null);
    setInsertion(null);
    setDrawerOpen(false);
  };
  const insert = (typed: string) => {
    setDrawerOpen(false);
    setInsertion((before) => ({ id: (before?.id ?? 0) + 1, text: typed }));
  };
  useEffect(() => {
    if (!isDrawerOpen) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setDrawerOpen(false);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isDrawerOpen]);

  return (
    <div className={`workspace ${isDrawerOpen ? 'is-drawer-open' : ''}`}>
      <TopBar isDrawerOpen={isDrawerOpen} onDrawer={setDrawerOpen} />
      {!isConnected && (
        <p className="connection" role="status">
          {text.connectionLost}
        </p>
      )}
      <div className="columns">
        <Sidebar
          channelId={channel?.id ?? null}
          onChannel={openChannel}
          onPerson={onPerson}
          onTable={() => undefined}
        />
        {isDrawerOpen && (
          <button
            type="button"
            className="drawer-shade"
            aria-label={text.closeSidebar}
            onClick={() => setDrawerOpen(false)}
          />
        )}
        <main className="main">
          {channel && (
            <Conversation
              key={channel.id}
              channel={channel}
              screen={screen}
              insertion={insertion}
              guide={null}
              onInsert={insert}
              onCommand={() => undefined}
              onOpenThread={setThreadTs}
            />
          )}
        </main>
        {channel && threadTs !== null && (
          <ThreadPane
            key={threadTs}
            channel={channel}
            ts={threadTs}
            screen={screen}
            onClose={() => setThreadTs(null)}
          />
        )}
      </div>
      <ModalStack modals={screen.modals} />
    </div>
  );
}
