import type { LocalCommand, LocalShortcut } from '../local-slack.ts';
import type { MovableClock } from '../movable-clock.ts';
import type { PageEvent, PageTraffic, Screen } from '../page-protocol.ts';
import type { SheetAccess } from '../sheet/sheet-access.ts';
import type { SlackServer } from '../slack-server.ts';
import type { WorkspaceChange } from '../workspace-state.ts';
import type { EventStream } from './event-stream.ts';
import { canSee, channelsOnPage, messageOnPage, peopleOnPage, type Roles, viewOnPage } from './screen.ts';
import { followTraffic } from './traffic-lines.ts';
import { createUnreadMarks, type UnreadMarks } from './unread-marks.ts';

/** The pages that are open now, kept up to date with what their persons see. */
export interface OpenScreens {
  readonly unread: UnreadMarks;
  /** Shows a person's screen on a stream until the returned function is called. */
  open(userId: string, stream: EventStream): Promise<() => void>;
  /** Tells every page of changed settings and unread marks. */
  tellPeople(): void;
  /** Ends every stream, and those that are being opened. */
  close(): void;
}

export interface ScreenParts {
  readonly slack: SlackServer;
  readonly clock: MovableClock;
  readonly commands: readonly LocalCommand[];
  readonly shortcuts: readonly LocalShortcut[];
  /** Asked at every opening of a page. */
  readonly roles: () => Promise<Roles>;
  readonly takesFiles: boolean;
  /** The workbook of the page *Sheet*. */
  readonly sheet: SheetAccess;
}

/** Lines of traffic that a page is given at first. */
const TRAFFIC_AT_FIRST = 200;

/** Follows the workspace from now on. */
export function createOpenScreens(parts: ScreenParts): OpenScreens {
  const { clock, roles, slack, takesFiles } = parts;
  const { workspace } = slack;
  const unread = createUnreadMarks(workspace);
  const traffic = followTraffic(slack.traffic, Date.now);
  const screens = new Set<{ readonly userId: string; readonly stream: EventStream }>();
  let knownRoles: Roles = new Map();
  let waiting: PageTraffic[] = [];
  let closed = false;

  const tell = (event: PageEvent, isFor: (userId: string) => boolean = () => true): void => {
    for (const { userId, stream } of screens) if (isFor(userId)) stream.send(event);
  };
  const tellPeople = (): void => {
    const people = peopleOnPage(workspace, knownRoles, unread);
    for (const { userId, stream } of screens) {
      stream.send({ kind: 'people', people, channels: channelsOnPage(workspace, userId, unread) });
    }
  };
  const takeChange = (change: WorkspaceChange): void => {
    switch (change.kind) {
      case 'message-posted':
      case 'message-updated': {
        const { message } = change;
        tell({ kind: 'message', message: messageOnPage(message) }, (id) => canSee(workspace, id, message));
        if (change.kind === 'message-posted' && unread.add(message)) tellPeople();
        return;
      }
      case 'message-deleted': {
        const { message } = change;
        const { channel, ts } = message;
        tell({ kind: 'message-gone', channel, ts }, (id) => canSee(workspace, id, message));
        if (unread.remove(message)) tellPeople();
        return;
      }
      case 'view-opened':
      case 'view-updated':
      case 'view-closed':
      case 'home-published': {
        const { userId } = change.view;
        tell({ kind: 'modals', modals: modalsOnPage(userId) }, (id) => id === userId);
        tell({ kind: 'home', home: homeOnPage(userId) }, (id) => id === userId);
        return;
      }
      default:
        change satisfies never;
    }
  };
  // A call and its acknowledgement come within moments: pages hear of them together.
  const takeTraffic = (line: PageTraffic): void => {
    if (waiting.push(line) > 1) return;
    setImmediate(() => {
      const entries = waiting;
      waiting = [];
      tell({ kind: 'traffic', entries });
    });
  };

  workspace.changes.listen(takeChange);
  traffic.listen(takeTraffic);
  clock.changes.listen((state) => tell({ kind: 'clock', clock: state }));
  parts.sheet.changes.listen((revision) => tell({ kind: 'sheet', revision }));

  return {
    unread,
    async open(userId, stream) {
      knownRoles = await roles();
      if (closed) {
        stream.end();
        return () => undefined;
      }
      const screen: Screen = {
        meId: userId,
        people: peopleOnPage(workspace, knownRoles, unread),
        channels: channelsOnPage(workspace, userId, unread),
        commands: parts.commands.map(({ command, description = '', usageHint = '' }) => ({
          command,
          description,
          usageHint,
        })),
        shortcuts: parts.shortcuts
          .filter(({ type }) => type === 'message')
          .map(({ callbackId, name }) => ({ callbackId, name })),
        messages: workspace.messages.filter((each) => canSee(workspace, userId, each)).map(messageOnPage),
        modals: modalsOnPage(userId),
        home: homeOnPage(userId),
        clock: clock.state(),
        traffic: traffic.newest(TRAFFIC_AT_FIRST),
        takesFiles,
        sheetRevision: parts.sheet.revision(),
      };
      const entry = { userId, stream };
      screens.add(entry);
      stream.send({ kind: 'screen', screen });
      return () => {
        screens.delete(entry);
      };
    },
    tellPeople,
    close() {
      closed = true;
      for (const { stream } of screens) stream.end();
      screens.clear();
    },
  };

  function modalsOnPage(userId: string) {
    return (workspace.modals.get(userId) ?? []).map(viewOnPage);
  }

  function homeOnPage(userId: string) {
    const home = workspace.homes.get(userId);
    return home ? viewOnPage(home) : null;
  }
}
