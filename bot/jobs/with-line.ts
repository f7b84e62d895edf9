import { context, type Message } from '../blocks/rich-text.ts';
import type { Composed } from './delivery-kind.ts';

/** A message and its fallback with a small line below. */
export function withLine({ fallback, message }: Exclude<Composed, { readonly skip: string }>, line: string): Composed {
  const told = (said: Message): Message => ({ ...said, blocks: [...said.blocks, context(line)] });
  return { message: told(message), ...(fallback && { fallback: told(fallback) }) };
}
