import type { PageEvent, PageMessage, Screen } from '../page-protocol.ts';

/** Lines of traffic that the page keeps; the server keeps as many. */
const KEPT_TRAFFIC = 1000;

/** The screen after an event. Null until the first whole screen has come; what comes before it is dropped. */
export function screenAfter(screen: Screen | null, event: PageEvent): Screen | null {
  if (event.kind === 'screen') return event.screen;
  if (screen === null) return null;
  switch (event.kind) {
    case 'message':
      return { ...screen, messages: withMessage(screen.messages, event.message) };
    case 'message-gone':
      return { ...screen, messages: screen.messages.filter((each) => !isSame(each, event)) };
    case 'modals':
      return { ...screen, modals: event.modals };
    case 'home':
      return { ...screen, home: event.home };
    case 'people':
      return { ...screen, people: event.people, channels: event.channels };
    case 'clock':
      return { ...screen, clock: event.clock };
    case 'sheet':
      return { ...screen, sheetRevision: event.revision };
    case 'traffic': {
      const last = screen.traffic.at(-1)?.number ?? 0;
      const fresh = event.entries.filter((each) => each.number > last);
      return { ...screen, traffic: [...screen.traffic, ...fresh].slice(-KEPT_TRAFFIC) };
    }
    default:
      return event satisfies never;
  }
}

function withMessage(messages: readonly PageMessage[], message: PageMessage): readonly PageMessage[] {
  const known = messages.findIndex((each) => isSame(each, message));
  return known < 0 ? [...messages, message] : messages.with(known, message);
}

function isSame(message: PageMessage, other: { readonly channel: string; readonly ts: string }): boolean {
  return message.channel === other.channel && message.ts === other.ts;
}
