import type { IncomingMessage } from 'node:http';

/** A request's body; undefined when it has more than `mostBytes`. Rejects when the sender went away. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    // The rest is read all the same: a browser shows no answer that comes before it has sent everything.
    if (bytes <= mostBytes) parts.push(part);
    else parts.length = 0;
  }
  return bytes > mostBytes ? undefined : Buffer.concat(parts, bytes);
}
