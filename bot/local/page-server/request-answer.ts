import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { parseJson } from '../json-object.ts';
import type { Refusal } from '../page-protocol.ts';
import { readBody } from '../read-body.ts';

/** What a request was refused for. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly status: number;
  readonly reason: Refusal['reason'];

  constructor(status: number, reason: Refusal['reason']) {
    super(reason);
    this.status = status;
    this.reason = reason;
  }
}

const MOST_ACT_BYTES = 1_000_000;

/** Answers with a refusal. */
export function refuse(response: ServerResponse, status: number, reason: Refusal['reason']): void {
  const refusal: Refusal = { kind: 'refused', reason };
  send(response, status, refusal);
}

/** Answers with JSON. */
export function send(response: ServerResponse, status: number, answer: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(JSON.stringify(answer));
}

/** The body as `schema` has it. Throws a RequestError for all else. */
export async function jsonBody<T>(
  request: IncomingMessage,
  schema: z.ZodType<T>,
  mostBytes = MOST_ACT_BYTES,
): Promise<T> {
  const parsed = schema.safeParse(parseJson((await body(request, mostBytes)).toString('utf8')));
  if (!parsed.success) throw new RequestError(400, 'bad-request');
  return parsed.data;
}

/** The body. Throws a RequestError when it is too large. */
export async function body(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const bytes = await readBody(request, mostBytes);
  if (bytes === undefined) throw new RequestError(413, 'too-large');
  return bytes;
}
