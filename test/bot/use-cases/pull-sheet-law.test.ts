import * as fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connectSheet } from '../../../bot/use-cases/connect-sheet.ts';
import { pullSheet } from '../../../bot/use-cases/pull-sheet.ts';
import type { SheetCell } from '../../../bot/use-cases/spreadsheets.ts';
import { parseIsoDate } from '../../../core/calendar-date.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { PlainSpreadsheet } from '../../support/plain-spreadsheet.ts';
import { newContext } from '../../support/workspace.ts';

const DAY = parseIsoDate('2026-03-05') ?? ('' as never);
const KEYS = ['C1', 'C2', 'C3'];
const FIELDS = ['salesAmount', 'region', 'Paint'] as const;

/** One value of each column; '' is an empty cell. */
const cells = fc.tuple(
  fc.constantFrom('', 100, 200, 300),
  fc.constantFrom('', 'North', 'South'),
  fc.constantFrom('', 'red', 'blue'),
);
const book = fc.tuple(cells, cells, cells);

type Cells = readonly [SheetCell, SheetCell, SheetCell];

function tableOf(rows: readonly Cells[], order: readonly number[]): SheetCell[][] {
  const lines = KEYS.map((key, at): SheetCell[] => [key, `Customer ${key}`, ...(rows[at] ?? [])]);
  // one more, so that no column is ever empty
  return [
    ['Customer ID', 'Customer', 'Sales', 'Region', 'Paint'],
    ...order.flatMap((at) => (lines[at] === undefined ? [] : [lines[at]])),
    ['C9', 'Always There', 1, 'East', 'green'],
  ];
}

describeOnBothDatabases('pulling a sheet that others change as well', (open) => {
  test('law: a cell that has not changed changes nothing, one that has arrives, and what is replaced is listed', async () => {
    const db = await open();
    await fc.assert(
      fc.asyncProperty(
        book,
        book,
        book,
        fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 }),
        async (base, tierbook, now, order) => {
          const context = await newContext(db);
          const sheet = new PlainSpreadsheet(tableOf(base, [0, 1, 2]));
          const asked = { address: sheet.address, language: 'en', asOf: DAY } as const;
          const { sheet: connected } = await connectSheet(context, sheet, asked);
          for (const [at, key] of KEYS.entries()) {
            const [sales, region, paint] = tierbook[at] ?? [];
            const facts = JSON.stringify({ values: sales === '' ? {} : { salesAmount: sales } });
            const extra = JSON.stringify(paint === '' ? {} : { Paint: paint });
            await sql`
              update customer set facts = ${facts}::jsonb, region = ${region === '' ? null : region}, extra = ${extra}::jsonb
              where workspace_id = ${context.actor.workspaceId} and key = ${key}`.execute(db);
          }
          sheet.rows = tableOf(now, order);
          const pull = await pullSheet(context, sheet, connected.id, { asOf: DAY });
          const conflicts = pull.kind === 'pulled' ? pull.report.conflicts : [];
          const { rows } = await sql<{
            key: string;
            salesAmount: string | null;
            region: string | null;
            Paint: string | null;
          }>`
            select key, facts #>> '{values,salesAmount}' as "salesAmount", region, extra ->> 'Paint' as "Paint" from customer
            where workspace_id = ${context.actor.workspaceId}`.execute(db);
          for (const [at, key] of KEYS.entries()) {
            const after = rows.find((row) => row.key === key);
            for (const [place, field] of FIELDS.entries()) {
              const [was, is, ours] = [base, now, tierbook].map((side) => side[at]?.[place]);
              const expected = was === is ? ours : is;
              expect(after?.[field] ?? '').toBe(String(expected));
              const listed = conflicts.filter(({ name, heading }) => {
                const title = { salesAmount: 'Sales', region: 'Region', Paint: 'Paint' }[field];
                return name === `Customer ${key}` && heading === title;
              });
              const isReplaced = expected !== ours && was !== ours && ours !== '';
              if (isReplaced)
                expect(listed).toEqual([expect.objectContaining({ tierbook: ours, sheet: is === '' ? null : is })]);
              if (expected === ours) expect(listed).toEqual([]);
            }
          }
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);
});
