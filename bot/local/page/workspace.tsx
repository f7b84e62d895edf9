import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { PAGE_GUIDE_TEXT } from '../../../core/text/page-guide-text.ts';
import { PAGE_TRAFFIC_TEXT } from '../../../core/text/page-traffic-text.ts';
import type { Screen } from '../page-protocol.ts';
import { channelTitle } from './channel-title.ts';
import { TimeControl } from './clock/time-control.tsx';
import type { Insertion } from './composer/composer.tsx';
import { firstChannel } from './first-channel.ts';
import { GuidePanel } from './guide/guide-panel.tsx';
import { useGuide } from './guide/use-guide.ts';
import { Icon } from './icon.tsx';
import { Conversation } from './messages/conversation.tsx';
import { ThreadPane } from './messages/thread-pane.tsx';
import { ModalStack } from './modals/modal-stack.tsx';
import { usePage, usePageText } from './page-context.ts';
import { prefetchParts } from './prefetch-parts.ts';
import { Sidebar } from './sidebar/sidebar.tsx';
import { DropOverlay } from './table-dialog/drop-overlay.tsx';
import { useFileDrop } from './table-dialog/use-file-drop.ts';
import { TopBar } from './top-bar.tsx';
import { useDismiss } from './use-dismiss.ts';
import type { Place } from './use-place.ts';
import { useStoredFlag } from './use-stored-flag.ts';

const Inspector = lazy(() => import('./inspector/inspector.tsx').then((module) => ({ default: module.Inspector })));
const TableDialog = lazy(() =>
  import('./table-dialog/table-dialog.tsx').then((module) => ({ default: module.TableDialog })),
);

/** The callback_id of the window of reasons, as the bot gives it. */
const WHY_VIEW = 'customer_why';

export interface WorkspaceProps {
  readonly screen: Screen;
  readonly isConnected: boolean;
  readonly onPerson: (id: string) => void;
  readonly onPlace: (place: Place) => void;
}

/** Top bar, sidebar, the channel one is in, and what lies beside and above it. */
export function Workspace({ screen, isConnected, onPerson, onPlace }: WorkspaceProps) {
  const { language } = usePage();
  const text = usePageText();
  const lastKey = `tierbook.channel.${screen.meId}`;
  const [channelId, setChannelId] = useState(() => sessionStorage.getItem(lastKey));
  const [threadTs, setThreadTs] = useState<string | null>(null);
  const [insertion, setInsertion] = useState<Insertion | null>(null);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const [hasInspector, setInspector] = useStoredFlag('tierbook.inspector', false);
  const [table, setTable] = useState<{ file: File; wasFirstOfSeveral: boolean } | null>(null);
  const guide = useGuide();
  const frame = useRef<HTMLDivElement>(null);
  const channel = firstChannel(screen.channels, channelId);

  useEffect(prefetchParts, []);
  useDismiss(isDrawerOpen, frame, () => setDrawerOpen(false));
  const isAskingWhy = screen.modals.some(({ content }) => content['callback_id'] === WHY_VIEW);
  useEffect(() => {
    if (isAskingWhy) guide.tick('why');
  }, [isAskingWhy, guide.tick]);

  const unread = screen.channels.reduce((sum, each) => sum + each.unread, 0);
  const title = `${unread > 0 ? `(${unread}) ` : ''}${channel ? `${channelTitle(channel)} · ` : ''}Tierbook`;
  useEffect(() => {
    document.title = title;
  }, [title]);

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
  const openTable = (files: FileList) => {
    const [file] = files;
    setDrawerOpen(false);
    if (file) setTable({ file, wasFirstOfSeveral: files.length > 1 });
  };
  const isDropping = useFileDrop(openTable);

  return (
    <div className={`workspace ${isDrawerOpen ? 'is-drawer-open' : ''}`} ref={frame}>
      <TopBar place="slack" onPlace={onPlace} drawer={{ isOpen: isDrawerOpen, onOpen: setDrawerOpen }}>
        <TimeControl clock={screen.clock} />
        {guide.isClosed && (
          <TopButton icon="help" label={PAGE_GUIDE_TEXT[language].showGuide} onPress={() => guide.setClosed(false)} />
        )}
        <TopButton
          icon="traffic"
          label={PAGE_TRAFFIC_TEXT[language][hasInspector ? 'close' : 'open']}
          isPressed={hasInspector}
          onPress={() => setInspector(!hasInspector)}
        />
      </TopBar>
      {!isConnected && (
        <p className="connection" role="status">
          {text.connectionLost}
        </p>
      )}
      <div className="columns">
        <Sidebar channelId={channel?.id ?? null} onChannel={openChannel} onPerson={onPerson} onFiles={openTable} />
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
              guide={
                guide.isClosed ? null : (
                  <GuidePanel
                    done={guide.done}
                    onInsert={insert}
                    onFiles={openTable}
                    onClose={() => guide.setClosed(true)}
                  />
                )
              }
              onInsert={insert}
              onCommand={(command, argument) => {
                if (command === '/customer' && argument !== '') guide.tick('customer');
                if (command === '/followups') guide.tick('day');
              }}
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
        {hasInspector && (
          <Suspense fallback={null}>
            <Inspector traffic={screen.traffic} onClose={() => setInspector(false)} />
          </Suspense>
        )}
      </div>
      <ModalStack modals={screen.modals} />
      {table !== null && (
        <Suspense fallback={null}>
          <TableDialog
            {...table}
            onFiles={openTable}
            onInsert={insert}
            onRead={() => guide.tick('table')}
            onClose={() => setTable(null)}
          />
        </Suspense>
      )}
      {isDropping && <DropOverlay />}
    </div>
  );
}

interface TopButtonProps {
  readonly icon: 'help' | 'traffic';
  readonly label: string;
  readonly isPressed?: boolean;
  readonly onPress: () => void;
}

function TopButton({ icon, label, isPressed, onPress }: TopButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
