import type { PageChannel, PageMessage, PagePerson, PageView, Screen } from '../../bot/local/page-protocol.ts';

/** A person of the page, Anna unless something else is said. */
export function pagePerson(over: Partial<PagePerson> = {}): PagePerson {
  return {
    id: 'U0ANNA',
    name: 'anna',
    realName: 'Anna Berg',
    locale: 'en-GB',
    timeZone: 'Europe/Berlin',
    role: 'rep',
    isBot: false,
    unread: 0,
    ...over,
  };
}

/** A public channel with the bot. */
export function pageChannel(over: Partial<PageChannel> = {}): PageChannel {
  return { id: 'C0SALES', name: 'sales', kind: 'public', isArchived: false, hasBot: true, unread: 0, ...over };
}

/** A message of the bot that everybody sees. */
export function pageMessage(over: Partial<PageMessage> = {}): PageMessage {
  return {
    channel: 'C0SALES',
    ts: '1700000000.000100',
    userId: 'U0TIERBOOK',
    text: 'Hello',
    blocks: [],
    files: [],
    threadTs: null,
    isEphemeral: false,
    isEdited: false,
    ...over,
  };
}

/** A modal with these blocks. */
export function pageView(blocks: readonly object[], values: PageView['values'] = {}): PageView {
  return { id: 'V1', content: { type: 'modal', blocks }, hash: 'h', values };
}

/** What Anna sees when nothing has happened yet. */
export function pageScreen(over: Partial<Screen> = {}): Screen {
  return {
    meId: 'U0ANNA',
    people: [pagePerson()],
    channels: [pageChannel()],
    commands: [],
    shortcuts: [],
    messages: [],
    modals: [],
    home: null,
    clock: { nowMs: 0, atMs: 0, speed: 1, isReal: true, playsUntilMs: null },
    traffic: [],
    takesFiles: false,
    sheetRevision: 0,
    ...over,
  };
}
