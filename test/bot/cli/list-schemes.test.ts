import { describe, expect, test } from 'vitest';
import { LINE_WIDTH, wrapItems } from '../../../bot/cli/wrap-items.ts';
import { BUILT_IN_SCHEMES, BUILT_IN_SEGMENT_SCHEMES } from '../../../core/schemes/built-in-schemes.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { textWidth } from '../../../core/text/text-width.ts';
import { cli } from '../../support/cli.ts';

const IDS = [...BUILT_IN_SCHEMES, ...BUILT_IN_SEGMENT_SCHEMES].map(({ id }) => id);

describe('schemes list', () => {
  test.each(LANGUAGES)('fits into 100 columns and names every scheme (%s)', async (language) => {
    const { exitCode, stdout, stderr } = await cli(['schemes', 'list', '--lang', language]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines.filter((line) => textWidth(line) > LINE_WIDTH)).toEqual([]);
    expect(lines.flatMap((line) => /^[a-z]\S+/.exec(line)?.[0] ?? [])).toEqual(IDS);
  });

  test('says what a scheme is for and which columns it goes by, alternatives with “or”', async () => {
    const { stdout } = await cli(['schemes', 'list']);
    const blocks = stdout
      .split('\n\n')
      .map((block) => block.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()));
    const blockOf = (id: string) => blocks.find(([head]) => head?.startsWith(`${id} `)) ?? expect.fail();
    expect(blockOf('medal')).toEqual([
      'medal Medal, version 1, for customers',
      'counts Spend 50 %, Purchase frequency 30 %, Complaints on record 20 %',
      'at least 50 % of the weight of the table’s columns, known of a customer',
    ]);
    expect(blockOf('sales-pipeline')[0]).toContain('for prospects');
    expect(blockOf('sales-pipeline').at(-1)).toBe('helps Months to close or Expected close date');
    expect(blockOf('value-pyramid')).toContain('needs Profit or Sales amount');
    expect(blockOf('loyalty')[0]).toContain('for segments');
    expect(blockOf('bank-customer').some((line) => line.startsWith('Risk: counts Credit rating 50 %'))).toBe(true);
  });

  test('--format tsv has id, version, title, purpose, then columns, a line a scheme', async () => {
    const { stdout } = await cli(['schemes', 'list', '--format', 'tsv', '--lang', 'zh-CN']);
    const rows = stdout
      .replace(/\n$/, '')
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows.map(([id]) => id)).toEqual(IDS);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([8]));
    expect(rows.find(([id]) => id === 'value-pyramid')).toEqual([
      'value-pyramid',
      '1',
      '客户价值金字塔',
      'customers',
      '利润或销售额',
      '',
      '',
      '',
    ]);
  });

  test('--format json has the columns by id', async () => {
    const { stdout } = await cli(['schemes', 'list', '--format', 'json', '--lang', 'zh-TW']);
    const listed = JSON.parse(stdout) as { id: string }[];
    expect(listed.map(({ id }) => id)).toEqual(IDS);
    expect(listed.find(({ id }) => id === 'value-pyramid')).toEqual({
      id: 'value-pyramid',
      version: 1,
      title: '客戶價值金字塔',
      for: 'customers',
      parts: [
        {
          segment: null,
          leastKnown: null,
          columns: [
            {
              anyOf: [
                { id: 'profit', title: '利潤' },
                { id: 'salesAmount', title: '銷售額' },
              ],
              isNeeded: true,
              weight: null,
            },
          ],
        },
      ],
    });
  });

  test('a format that there is not is wrong use', async () => {
    const { exitCode, stderr } = await cli(['schemes', 'list', '--format', 'pdf']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Allowed choices are table, tsv, json');
  });
});

describe('wrapItems', () => {
  test('breaks between items, counts Chinese characters twice and never breaks an item', () => {
    const long = '长'.repeat(48);
    const lines = wrapItems('有', [long, 'a', long, 'x'.repeat(120)], { indent: 4, separator: '、' });
    expect(lines).toEqual([`有  ${long}、`, '    a、', `    ${long}、`, `    ${'x'.repeat(120)}`]);
  });
});
