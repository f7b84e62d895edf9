import { fork } from 'node:child_process';
import { on, once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What the process of the local Google says. */
export type FromGoogle =
  | ({ readonly kind: 'ready' } & GoogleAddress)
  /** Of what was asked; with how many requests of a kind there have been. */
  | { readonly kind: 'done'; readonly requests: Readonly<Record<string, number>> };

/** What is asked of it. */
export type ToGoogle =
  /** Time goes by for its quota. */
  | { readonly kind: 'advance'; readonly ms: number }
  | { readonly kind: 'add-tab'; readonly title: string; readonly rows: number; readonly columns: number }
  /** All goes but the customers' own columns. */
  | { readonly kind: 'reset' };

/** Where it is, and how to sign in. */
export interface GoogleAddress {
  readonly url: string;
  readonly tab: { readonly id: number; readonly title: string };
  readonly signIn: { readonly clientId: string; readonly clientSecret: string; readonly refreshToken: string };
  readonly token: string;
}

/** A local Google in a process of its own, as Google is another machine: its time and memory are not ours. */
export interface GoogleMachine extends GoogleAddress {
  /** Returns how many requests of a kind there have been. */
  ask(message: ToGoogle): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

const PROCESS = fileURLToPath(new URL('./google-process.ts', import.meta.url));

/** Room for the objects of a request, so that what collecting them costs the stand-in is not taken for Google's time. */
const ROOM = ['--max-semi-space-size=64'];

/** Starts one, its sheet filled. */
export async function startGoogleMachine(): Promise<GoogleMachine> {
  const process = fork(PROCESS, [], { execArgv: ROOM });
  const messages = on(process, 'message', { close: ['exit'] });
  const next = async (): Promise<FromGoogle> => {
    const { value, done } = await messages.next();
    if (done === true) throw new Error('The local Google has ended.');
    const [message] = value as [FromGoogle];
    return message;
  };
  const ready = await next();
  if (ready.kind !== 'ready') throw new Error('The local Google did not start.');
  return {
    ...ready,
    async ask(message) {
      process.send(message);
      const answer = await next();
      return answer.kind === 'done' ? answer.requests : {};
    },
    async close() {
      const ended = once(process, 'exit');
      process.disconnect();
      await ended;
    },
  };
}
