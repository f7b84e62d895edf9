import { expect, test } from 'vitest';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { importTableFile } from '../../../bot/use-cases/import-table-file.ts';
import { previewTable } from '../../../bot/use-cases/preview-table.ts';
import type { TableFileOptions } from '../../../bot/use-cases/read-source.ts';
import { countSamples } from '../../../bot/use-cases/remove-samples.ts';
import type { TableSource } from '../../../bot/use-cases/table-source.ts';
import { type CalendarDate, calendarDate } from '../../../core/calendar-date.ts';
import { readCustomers } from '../../../core/grading/read-customers.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext, type TestContext } from '../../support/workspace.ts';

const OPTIONS: TableFileOptions = {
  asOf: calendarDate(2026, 3, 5) as CalendarDate,
  language: 'en',
  hints: {},
  removeSamples: false,
};
const EVERYTHING = [
  'member',
  'customer',
  'contact_person',
  'customer_search',
  'customer_term',
  'grade',
  'grade_change',
  'grading_run',
  'scheme',
  'audit_event',
];

/** Lines of cells split at `|`. */
function table(...lines: readonly string[]): TableSource {
  const grid = lines.map((line) => line.split('|'));
  return {
    name: 'customers.csv',
    read: async (options) => ({ ...readCustomers(grid, options), sheet: null, sheetsLeftOut: null }),
  };
}

const PROSE = table('Minutes of the meeting', 'Ames was mentioned|and Brook');
const SAMPLES = tableOf(
  ...Array.from({ length: 8 }, (_, at) => ({ key: `S${at}`, name: `Sample ${at}`, salesAmount: 1_000_000 * (at + 1) })),
);
const OWN = table(
  'Customer ID|Customer|Sales|Payment collection|Colour',
  'K1|Ames Ltd|12,000|99%|red',
  'K2|Brook GmbH|8,000|91%|green',
  'K3|Cole AG|300|20%|red',
  'K4|Dunn SA|5|10%|red',
);

async function withSamples(context: TestContext): Promise<void> {
  await importTable(context, SAMPLES, { source: 'sample' });
}

describeOnBothDatabases('previewTable', (open) => {
  test('says how every column was read, with its first value', async () => {
    const {
      columns,
      fields,
      stopped,
      open: choices,
    } = await previewTable(await newContext(await open()), OWN, OPTIONS);
    expect(stopped).toBeNull();
    expect(choices).toEqual([]);
    expect(columns.map(({ letter, title, match, example }) => [letter, title, match, example])).toEqual([
      ['A', 'Customer ID', 'exact', 'K1'],
      ['B', 'Customer', 'exact', 'Ames Ltd'],
      ['C', 'Sales', 'exact', '12,000'],
      ['D', 'Payment collection', 'exact', '99%'],
      ['E', null, 'none', 'red'],
    ]);
    expect(fields).toContainEqual({ id: 'salesAmount', title: 'Sales' });
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
  });

  test('cuts headings and values of 10,000 characters', async () => {
    const long = table(`Customer|${'h'.repeat(10_000)}`, `Ames|${'v'.repeat(10_000)}`);
    const { columns } = await previewTable(await newContext(await open()), long, OPTIONS);
    expect(columns[1]).toMatchObject({ heading: `${'h'.repeat(200)}…`, example: `${'v'.repeat(60)}…` });
  });

  test.each([false, true])('writes nothing (samples removed: %s)', async (removeSamples) => {
    const context = await newContext(await open());
    await withSamples(context);
    await importTable(context, tableOf({ key: 'K1', name: 'Ames Ltd', salesAmount: 7 }));
    const before = await contentsOf(context, EVERYTHING);
    const preview = await previewTable(context, OWN, { ...OPTIONS, removeSamples });
    expect(preview.changes?.counts).toEqual({ new: 3, changed: 1, unchanged: 0, rejected: 0 });
    expect(await contentsOf(context, EVERYTHING)).toEqual(before);
    expect(await countSamples(context)).toBe(8);
  });

  test.each([false, true])(
    'foretells the import: its counts and tiers (samples removed: %s)',
    async (removeSamples) => {
      const context = await newContext(await open());
      await withSamples(context);
      await importTable(
        context,
        tableOf({ key: 'K2', name: 'Brook GmbH', salesAmount: 1 }, { name: 'Elk', salesAmount: 9 }),
      );
      const options = { ...OPTIONS, removeSamples };
      const { changes: foretold } = await previewTable(context, OWN, options);
      const { changes, rejectedCsv } = await importTableFile(context, OWN, options);
      expect(changes.counts).toEqual(foretold?.counts);
      expect(changes.tiers).toEqual(foretold?.tiers);
      expect(changes.tiers.reduce((sum, { customers }) => sum + customers, 0)).toBe(4);
      expect(changes.names).toEqual(['Ames Ltd', 'Brook GmbH', 'Cole AG']);
      expect(rejectedCsv).toBeNull();
      expect(await countSamples(context)).toBe(removeSamples ? 0 : 8);
      expect((await previewTable(context, OWN, options)).changes?.tiers).toEqual(foretold?.tiers);
    },
  );

  test('ranks one’s own customers among themselves once the samples are gone', async () => {
    const context = await newContext(await open());
    await withSamples(context);
    const among = await previewTable(context, OWN, OPTIONS);
    const alone = await previewTable(context, OWN, { ...OPTIONS, removeSamples: true });
    const empty = await previewTable(await newContext(await open()), OWN, OPTIONS);
    expect(alone.changes?.tiers).toEqual(empty.changes?.tiers);
    expect(among.changes?.tiers).not.toEqual(empty.changes?.tiers);
  });

  test('counts a sample that the table also has as new when the samples go, as changed when they stay', async () => {
    const context = await newContext(await open());
    await withSamples(context);
    const again = table('Customer ID|Customer|Sales', 'S1|Sample 1|77');
    const counts = async (removeSamples: boolean) =>
      (await previewTable(context, again, { ...OPTIONS, removeSamples })).changes?.counts;
    expect(await counts(false)).toMatchObject({ new: 0, changed: 1 });
    expect(await counts(true)).toMatchObject({ new: 1, changed: 0 });
  });

  test('says what would be rejected, changed and is unknown, and that empty cells change nothing', async () => {
    const context = await newContext(await open());
    await importTable(context, tableOf({ key: 'K1', name: 'Ames Ltd', salesAmount: 7 }));
    const messy = table('Customer ID|Customer|Sales|Owner', 'K1|Ames Ltd|8|Mia', '|||', '||5|', 'K9||5|Mia');
    const { changes } = await previewTable(context, messy, OPTIONS);
    expect(changes?.counts).toEqual({ new: 0, changed: 1, unchanged: 0, rejected: 2 });
    expect(changes?.summary).toMatch(/^Nothing written yet\..* Empty cells change nothing/);
    expect(changes?.lines.join('\n')).toMatch(
      /^Row 4: .*\nRow 5: .*\nNo member found for owner “Mia” \(2 rows\).*\nRow 2, Ames Ltd: .*Sales 7 → 8/,
    );
    const result = await importTableFile(context, messy, OPTIONS);
    expect(result.changes.summary).toBe('Imported: 0 new, 1 changed, 0 unchanged, 2 rejected.');
    expect(result.changes.lines.join()).not.toContain('Ames');
    expect(result.rejectedCsv).toMatch(/^\uFEFFCustomer ID,Customer,Sales,Owner,Problem\n,,5,,The row has neither/);
  });

  test('takes the file of rejected rows back as the rows were, whatever their cells begin with', async () => {
    const context = await newContext(await open());
    const rejected = table('Customer ID|Customer|Owner|Colour', '|=Ames|@mia|+49 (30) 1', '|=Ames|@lei|+49 (30) 1');
    const { rejectedCsv } = await importTableFile(context, rejected, OPTIONS);
    const [headings = '', row = ''] = (rejectedCsv ?? '').slice(1).split('\n');
    expect(row).toMatch(/^,'=Ames,'@lei,'\+49 \(30\) 1,Row 2 is the same customer/);
    const mended = table(
      headings.replaceAll(',', '|'),
      row
        .replace(',', 'K2,')
        .split(/,(?! )/, 5)
        .join('|'),
    );
    await importTableFile(context, mended, OPTIONS);
    const { customer } = await contentsOf(context, ['customer']);
    const stored = customer?.map((each) => each as { readonly key: string | null }).find(({ key }) => key === 'K2');
    expect(stored).toMatchObject({ name: '=Ames', owner_text: '@lei', extra: { Colour: '+49 (30) 1' } });
  });

  test('cuts long lists and counts what it leaves out', async () => {
    const context = await newContext(await open());
    const lines = Array.from({ length: 30 }, (_, at) => `|${at + 1}|soon`);
    const { changes, remarks, moreRemarks } = await previewTable(
      context,
      table('Customer|Sales|Payment collection', ...lines, 'Ames|5|90%'),
      OPTIONS,
    );
    expect([changes?.lines.length, changes?.moreLines]).toEqual([20, 10]);
    expect([remarks.length, moreRemarks]).toEqual([20, 10]);
  });

  test('asks what the values leave open; the answer closes it and changes the values', async () => {
    const context = await newContext(await open());
    const open3 = table('Customer|Sales|Last contact', 'Ames|1.234|3/4/2025', 'Brook|5.678|5/6/2025');
    const undecided = await previewTable(context, open3, OPTIONS);
    expect(undecided.open).toEqual([
      { kind: 'decimal', options: ['.', ','] },
      { kind: 'date-order', options: ['dmy', 'mdy'] },
    ]);
    const decided = { ...OPTIONS, hints: { decimal: ',', dateOrder: 'mdy' } } as const;
    expect((await previewTable(context, open3, decided)).open).toEqual([]);
    await importTableFile(context, open3, decided);
    const { customer } = await contentsOf(context, ['customer']);
    expect(customer).toContainEqual(
      expect.objectContaining({
        name: 'Ames',
        facts: { values: expect.objectContaining({ salesAmount: 1234 }) },
        last_contact_on: '2025-03-04',
      }),
    );
  });

  test('names a heading that nobody recognised before the notes, and takes a person’s word for its column', async () => {
    const context = await newContext(await open());
    const odd = table('Customer|B|Custmer satisfaction', 'Ames|500|9', 'Brook|700|8');
    const { remarks, columns } = await previewTable(context, odd, OPTIONS);
    expect(remarks[0]?.text).toMatch(/^Headings not recognised, so not graded: column B \(“B”\)/);
    expect(remarks.map(({ severity }) => severity)).toContain('note');
    expect(columns[1]).toMatchObject({ field: null, match: 'none' });
    const given = { ...OPTIONS, hints: { columns: [{ column: 'B', field: 'salesAmount' }] } };
    const corrected = await previewTable(context, odd, given);
    expect(corrected.columns[1]).toMatchObject({ field: 'salesAmount', title: 'Sales', match: 'given' });
    const leftOut = { ...OPTIONS, hints: { columns: [{ column: 'A', field: null }] } };
    expect((await previewTable(context, odd, leftOut)).stopped).toContain('Customer');
  });

  test('takes a letter for the place of a column, even where another column is called so', async () => {
    const context = await newContext(await open());
    const letters = table('Customer|C|Turnover net of all', 'Ames|red|500');
    const hints = { columns: [{ column: 'C', field: 'salesAmount' }] };
    const { columns } = await previewTable(context, letters, { ...OPTIONS, hints });
    expect(columns.map(({ field }) => field)).toEqual(['name', null, 'salesAmount']);
  });

  test('counts beside the tiers the customers who cannot have one yet', async () => {
    const context = await newContext(await open());
    const unpaid = table('Customer|Sales|Payment collection', 'Ames Ltd|12,000|99%', 'Brook GmbH|n/a?|?', 'Cole AG||');
    const { changes } = await previewTable(context, unpaid, OPTIONS);
    expect(changes?.tiers.at(-1)).toEqual({ tier: null, label: 'No tier yet', customers: 2 });
    expect(changes?.tiers.reduce((sum, { customers }) => sum + customers, 0)).toBe(3);
    expect((await importTableFile(context, unpaid, OPTIONS)).changes.tiers).toEqual(changes?.tiers);
  });

  test.each([
    ['zh-CN', '销售额', '等级 A'],
    ['zh-TW', '銷售額', '等級 A'],
  ] as const)('speaks the reader’s language: %s', async (language, sales, tier) => {
    const { columns, changes } = await previewTable(await newContext(await open()), OWN, { ...OPTIONS, language });
    expect(columns[2]?.title).toBe(sales);
    expect(changes?.tiers[0]?.label).toBe(tier);
  });

  test('tells a table that cannot be used with what to do, and shows its cells so that a person can name the columns', async () => {
    const context = await newContext(await open());
    const preview = await previewTable(context, PROSE, OPTIONS);
    expect(preview.stopped).toMatch(/^No row of headings was found/);
    expect(preview.changes).toBeNull();
    expect(preview.columns.map(({ letter, example }) => [letter, example])).toEqual([
      ['A', 'Minutes of the meeting'],
      ['B', 'and Brook'],
    ]);
    const hints = { columns: [{ column: 'A', field: 'name' }] };
    expect((await previewTable(context, PROSE, { ...OPTIONS, hints })).changes?.counts.new).toBe(1);
  });

  test('imports nothing of such a table, samples included, and says why in the reader’s language', async () => {
    const context = await newContext(await open());
    const before = await contentsOf(context, EVERYTHING);
    await expect(
      importTableFile(context, PROSE, { ...OPTIONS, language: 'zh-CN', removeSamples: true }),
    ).rejects.toThrow(/没有找到表头/);
    expect(await contentsOf(context, EVERYTHING)).toEqual(before);
  });
});
