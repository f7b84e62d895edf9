import { z } from 'zod';
import type { ClockAct, PageAct, TableChoices } from '../page-protocol.ts';

const place = z.union([z.literal('modal'), z.literal('home'), z.strictObject({ channel: z.string(), ts: z.string() })]);
const input = z.union([z.string(), z.array(z.string())]);
const element = { place, blockId: z.string(), actionId: z.string() };

/** What a page may ask for, checked where it comes in. */
export const pageAct: z.ZodType<PageAct> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('command'), channel: z.string(), command: z.string(), text: z.string() }),
  z.strictObject({ kind: z.literal('say'), channel: z.string(), text: z.string(), threadTs: z.string().nullable() }),
  z.strictObject({ kind: z.literal('press'), ...element, value: z.string().nullable() }),
  z.strictObject({ kind: z.literal('choose'), ...element, input }),
  z.strictObject({ kind: z.literal('suggest'), ...element, query: z.string() }),
  z.strictObject({ kind: z.literal('shortcut'), channel: z.string(), ts: z.string(), callbackId: z.string() }),
  z.strictObject({
    kind: z.literal('submit'),
    inputs: z.array(z.strictObject({ blockId: z.string(), actionId: z.string(), input })),
  }),
  z.strictObject({ kind: z.literal('close'), which: z.enum(['top', 'all']) }),
  z.strictObject({ kind: z.literal('open-home') }),
  z.strictObject({ kind: z.literal('read'), channel: z.string() }),
  z.strictObject({ kind: z.literal('language'), locale: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/) }),
]);

/** How a page may move the clock. */
export const clockAct: z.ZodType<ClockAct> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('set'),
    day: z.iso.date(),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  }),
  z.strictObject({ kind: z.literal('jump'), to: z.enum(['tomorrow', 'next-monday']) }),
  z.strictObject({ kind: z.literal('play') }),
  z.strictObject({ kind: z.literal('stop') }),
  z.strictObject({ kind: z.literal('reset') }),
]);

/** What a page may decide about a table. */
export const tableChoices: z.ZodType<TableChoices> = z.strictObject({
  columns: z.array(z.strictObject({ column: z.string(), field: z.string().nullable() })).exactOptional(),
  decimal: z.enum(['.', ',']).exactOptional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).exactOptional(),
  removeSamples: z.boolean().exactOptional(),
});
