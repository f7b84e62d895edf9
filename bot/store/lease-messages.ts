import type { Socket } from 'node:net';
import { deserialize, serialize } from 'node:v8';

/** Changes when the messages do, so that two versions of Tierbook do not talk past each other. */
export const LEASE_PROTOCOL = 1;

/** What a process that works through another one asks for, one at a time; each is answered by one {@link LeaseAnswer}. */
export type LeaseRequest =
  | { readonly type: 'hello'; readonly protocol: number; readonly token: string }
  | { readonly type: 'lease' | 'begin' | 'commit' | 'rollback' | 'release' }
  | { readonly type: 'query'; readonly sql: string; readonly parameters: readonly unknown[] };

/** What the process that has the folder open answers. */
export type LeaseAnswer =
  | { readonly type: 'done' }
  | { readonly type: 'rows'; readonly rows: readonly unknown[]; readonly affected: bigint | undefined }
  | { readonly type: 'failed'; readonly error: SentError }
  | { readonly type: 'refused'; readonly reason: string };

/** An error as it travels: its own simple fields stay, so that PostgreSQL's codes can be told apart. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const HEADER_BYTES = 4;
const MAX_MESSAGE_BYTES = 1 << 30;

/** Sends one message: its length in 4 bytes, then V8's serialisation, which keeps dates, bytes and big numbers. */
export function sendMessage(socket: Socket, message: LeaseRequest | LeaseAnswer): void {
  const body = serialize(message);
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(body.length);
  socket.write(header);
  socket.write(body);
}

/** Calls `receive` with each message that comes; destroys the socket at the first one that cannot be read. */
export function onMessage(socket: Socket, receive: (message: unknown) => void): void {
  let chunks: Buffer[] = [];
  let bytes = 0;
  let wanted = HEADER_BYTES;
  let inBody = false;
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    bytes += chunk.length;
    while (bytes >= wanted) {
      const all = Buffer.concat(chunks);
      const part = all.subarray(0, wanted);
      chunks = [all.subarray(wanted)];
      bytes -= wanted;
      if (!inBody) {
        wanted = part.readUInt32BE();
        inBody = true;
        if (wanted <= MAX_MESSAGE_BYTES) continue;
        socket.destroy();
        return;
      }
      wanted = HEADER_BYTES;
      inBody = false;
      try {
        receive(deserialize(part));
      } catch {
        socket.destroy();
        return;
      }
    }
  });
}

/** Takes an error apart for the way. */
export function sentError(error: unknown): SentError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), fields: {} };
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(error)) {
    if (typeof value === 'string' || typeof value === 'number') fields[name] = value;
  }
  return { name: error.name, message: error.message, fields };
}

/** Puts an error together again. */
export function receivedError(sent: SentError): Error {
  return Object.assign(new Error(sent.message), sent.fields, { name: sent.name });
}
