/** Things that happened, to be listened to or iterated over, by any number of readers. */
export interface ChangeFeed<T> extends AsyncIterable<T> {
  /** Calls `listener` with everything from now on; returns what ends it. */
  listen(listener: (change: T) => void): () => void;
  /** The first change from now on that `matches`. Never resolves when none comes. */
  next(matches: (change: T) => boolean): Promise<T>;
  publish(change: T): void;
}

/** A feed with no readers yet. A reader that falls behind keeps its own queue. */
export function createChangeFeed<T>(): ChangeFeed<T> {
  const listeners = new Set<(change: T) => void>();
  const listen = (listener: (change: T) => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  return {
    listen,
    next: (matches: (change: T) => boolean) =>
      new Promise<T>((resolve) => {
        const end = listen((change) => {
          if (!matches(change)) return;
          end();
          resolve(change);
        });
      }),
    publish(change) {
      for (const listener of listeners) listener(change);
    },
    async *[Symbol.asyncIterator]() {
      const waiting: T[] = [];
      let wake: (() => void) | undefined;
      const end = listen((change) => {
        waiting.push(change);
        wake?.();
      });
      try {
        while (true) {
          while (waiting.length > 0) yield* waiting.splice(0);
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      } finally {
        end();
      }
    },
  };
}
