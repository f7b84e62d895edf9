import { useEffect, useState } from 'react';
import type { PageEvent, Screen } from '../page-protocol.ts';
import { screenAfter } from './screen-after.ts';

/** Between two attempts when the browser has given up by itself. */
const RETRY_DELAY_MS = 1500;

/** What the server says about one person's screen. */
export interface ScreenFeed {
  /** Null until the first screen has come. Stays as it was while the connection is away. */
  readonly screen: Screen | null;
  readonly isConnected: boolean;
  /** Whether the server refused before any screen came: there may be no such person. */
  readonly isRefused: boolean;
}

/**
 * Follows the screen of a person (null: whom the server chooses). It connects again by itself, and then begins with a
 * whole screen; while someone else's is on its way, the last one stays.
 */
export function useScreen(as: string | null): ScreenFeed {
  const [screen, setScreen] = useState<Screen | null>(null);
  const [isConnected, setConnected] = useState(true);
  const [isRefused, setRefused] = useState(false);

  useEffect(() => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasScreen = false;
    setRefused(false);

    const connect = () => {
      source = new EventSource(`/local/events${as === null ? '' : `?as=${encodeURIComponent(as)}`}`);
      source.addEventListener('open', () => setConnected(true));
      source.addEventListener('message', ({ data }) => {
        const event = JSON.parse(String(data)) as PageEvent;
        hasScreen ||= event.kind === 'screen';
        setScreen((before) => screenAfter(before, event));
      });
      source.addEventListener('error', () => {
        setConnected(false);
        if (source?.readyState !== EventSource.CLOSED) return;
        if (!hasScreen) setRefused(true);
        timer = setTimeout(connect, RETRY_DELAY_MS);
      });
    };
    connect();
    return () => {
      source?.close();
      clearTimeout(timer);
    };
  }, [as]);

  return { screen, isConnected, isRefused };
}
