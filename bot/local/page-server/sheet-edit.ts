import { z } from 'zod';
import type { ScriptRun, SheetEdit } from '../sheet-protocol.ts';

const place = z.int().min(0);
const count = z.int().min(1);
const sheetId = z.int();
const area = z.strictObject({ row: place, column: place, rows: count, columns: count });
const lines = { sheetId, what: z.enum(['rows', 'columns']), first: place, count };
const entry = z.union([
  z.string(),
  z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]), format: z.string().optional() }),
]);

/** What a page may do to the workbook, checked where it comes in. */
export const sheetEdit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('enter'),
    sheetId,
    row: place,
    column: place,
    entries: z.array(z.array(entry)),
  }),
  z.strictObject({ kind: z.literal('clear'), sheetId, area }),
  z.strictObject({ kind: z.enum(['insert', 'delete', 'hide', 'show']), ...lines }),
  z.strictObject({ kind: z.literal('sort'), sheetId, area, column: place, isDescending: z.boolean() }),
  z.strictObject({ kind: z.literal('width'), sheetId, column: place, pixels: z.int().min(10).max(2000) }),
  z.strictObject({ kind: z.literal('freeze'), sheetId, rows: place }),
  z.strictObject({ kind: z.literal('add-sheet') }),
  z.strictObject({ kind: z.literal('rename-sheet'), sheetId, name: z.string() }),
  z.strictObject({ kind: z.enum(['delete-sheet', 'duplicate-sheet', 'hide-sheet', 'show-sheet']), sheetId }),
  z.strictObject({ kind: z.enum(['undo', 'redo']) }),
  z.strictObject({ kind: z.literal('sample') }),
]) as z.ZodType<SheetEdit>;

/** What a page may ask of the add-on's script. */
export const scriptRun: z.ZodType<ScriptRun> = z.strictObject({
  from: z.enum(['menu', 'sidebar']),
  functionName: z.string(),
  arguments: z.array(z.unknown()),
  answers: z.array(z.enum(['OK', 'CANCEL', 'YES', 'NO'])),
  sheetId,
  selection: area,
});
