import type { ActAnswer, PageAct, PageEvent, Refusal, Screen } from '../../bot/local/page-protocol.ts';

/** What a page's browser does with the local workspace's server. */
export interface PageClient {
  /** Opens a person's screen; without one, the first person's. */
  open(as?: string): Promise<OpenPage>;
  act(as: string, act: PageAct): Promise<ActAnswer | Refusal>;
  post(path: string, body: string | Uint8Array<ArrayBuffer>, headers?: Record<string, string>): Promise<Response>;
}

/** A stream of events that is open. */
export interface OpenPage {
  readonly screen: Screen;
  /** The first event, from the opening on, that has not been given yet and matches. */
  next<K extends PageEvent['kind']>(
    kind: K,
    matches?: (event: Extract<PageEvent, { kind: K }>) => boolean,
  ): Promise<Extract<PageEvent, { kind: K }>>;
  close(): Promise<void>;
}

/** A client of the server at `address`. */
export function pageClient(address: string): PageClient {
  const post: PageClient['post'] = (path, body, headers = {}) =>
    fetch(address + path, { method: 'POST', body, headers: { origin: address, ...headers } });
  return {
    post,
    async act(as, act) {
      const answer: unknown = await (await post(`/local/act?as=${as}`, JSON.stringify(act))).json();
      return answer as ActAnswer | Refusal;
    },
    async open(as) {
      const response = await fetch(`${address}/local/events${as === undefined ? '' : `?as=${as}`}`);
      if (!response.ok || !response.body) throw new Error(`The screen was not opened: HTTP ${response.status}.`);
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      const waiting: PageEvent[] = [];
      const readOn = async () => {
        const { done, value } = await reader.read();
        if (done) throw new Error('The stream has ended.');
        text += value;
        const parts = text.split('\n\n');
        text = parts.pop() ?? '';
        for (const part of parts) {
          if (part.startsWith('data: ')) waiting.push(JSON.parse(part.slice('data: '.length)) as PageEvent);
        }
      };
      const next: OpenPage['next'] = async (kind, matches = () => true) => {
        for (;;) {
          const place = waiting.findIndex((event) => event.kind === kind && matches(event as never));
          if (place >= 0) return waiting.splice(place, 1)[0] as never;
          await readOn();
        }
      };
      const { screen } = await next('screen');
      return { screen, next, close: () => reader.cancel() };
    },
  };
}
