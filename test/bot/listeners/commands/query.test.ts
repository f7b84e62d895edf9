import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_QUERY, parseCustomerQuery } from '../../../../bot/listeners/commands/query.ts';

describe('what stands after /customer', () => {
  test.each(['', '   ', 'help', 'HELP', ' Help ', '?', '？', '帮助', '幫助', '說明', '\u0000', '"help"'])(
    '%j asks for help',
    (text) => {
      expect(parseCustomerQuery(text)).toEqual({ kind: 'help' });
    },
  );

  test.each([
    ['ACME what if payment=95%, complaints=0', 'ACME', 'payment=95%, complaints=0'],
    ['"ACME Ltd" what-if payment', 'ACME Ltd', 'payment'],
    ['ACME whatif', 'ACME', ''],
    ['ACME if sales=1,200', 'ACME', 'sales=1,200'],
    ['春晖如果回款率=95%，投诉=0', '春晖', '回款率=95%，投诉=0'],
    ['春暉 假設：回款率＝95％', '春暉', '回款率＝95％'],
  ])('%j supposes something', (text, name, supposed) => {
    expect(parseCustomerQuery(text)).toEqual({ kind: 'what-if', text: name, isMention: false, supposed });
  });

  test.each([
    ['what if sales were 5m', 'sales were 5m'],
    ['What if: payment=95%?', 'payment=95%?'],
    ['if payment=95%', 'payment=95%'],
    ['如果回款率=95%', '回款率=95%'],
    ['假設 客訴=0', '客訴=0'],
    ['what if', ''],
  ])('%j supposes something of a customer who is not named, unless somebody is called so', (text, supposed) => {
    expect(parseCustomerQuery(text)).toEqual({ kind: 'name', text, isMention: false, supposed });
  });

  test('a name that begins with these words may stand before them', () => {
    expect(parseCustomerQuery('What If Ltd what if payment=95%')).toMatchObject({
      kind: 'what-if',
      text: 'What If Ltd',
      supposed: 'payment=95%',
    });
  });

  test.each(['What If Ltd', 'if', 'what if', 'Best If Used', 'Gif Shop = fun'])('%j is a name', (text) => {
    expect(parseCustomerQuery(text)).toMatchObject({ kind: 'name', text });
  });

  test.each([
    ['ACME', 'ACME'],
    ['  ACME   Ltd ', 'ACME Ltd'],
    ['ACME\u0000\nLtd', 'ACME Ltd'],
    ['"ACME Ltd"', 'ACME Ltd'],
    ['“华东机械”', '华东机械'],
    ['「華東」', '華東'],
    ['"', '"'],
    ['""', '""'],
    ['AT&amp;T', 'AT&T'],
    ['&lt;!channel&gt; &amp; *x*', '<!channel> & *x*'],
    ['&amp;lt;', '&lt;'],
    ['שלום', 'שלום'],
    ['\u202eevil', 'evil'],
    ['helpful', 'helpful'],
  ])('%j looks for %j', (text, name) => {
    expect(parseCustomerQuery(text)).toEqual({ kind: 'name', text: name, isMention: false });
  });

  test.each(['<@U0ANNA|anna>', ' <@U0ANNA> ', '<@W123|a b>'])('%j is known for a person', (text) => {
    expect(parseCustomerQuery(text)).toMatchObject({ kind: 'name', isMention: true });
  });

  test('4,000 characters are too long for a name, counted as people count', () => {
    expect(parseCustomerQuery('长'.repeat(4000))).toEqual({ kind: 'too-long', text: '长'.repeat(4000), length: 4000 });
    expect(parseCustomerQuery('🏭'.repeat(MAX_QUERY))).toMatchObject({ kind: 'name' });
  });

  test('no text makes it fail, and no name holds what the database refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const query = parseCustomerQuery(text);
        if (query.kind !== 'name') return;
        expect(query.text).not.toMatch(/\p{Cc}/u);
        expect(query.text.isWellFormed()).toBe(true);
        expect(query.text.trim()).not.toBe('');
      }),
    );
  });
});

describe('a text that asks to log a contact', () => {
  test.each([
    ['ACME log called, wants a quote by Friday', ['ACME', 'called, wants a quote by Friday']],
    ['ACME LOG: called', ['ACME', 'called']],
    ['ACME log', ['ACME', '']],
    ['"ACME Ltd" log called', ['ACME Ltd', 'called']],
    ['Log Cabin Homes log called', ['Log Cabin Homes', 'called']],
    ['Prolog Ltd log called', ['Prolog Ltd', 'called']],
    ['ACME log asked what if payment=95%', ['ACME', 'asked what if payment=95%']],
    ['ACME 记录 打电话 周五前要报价', ['ACME', '打电话 周五前要报价']],
    ['春晖电子登记：打电话', ['春晖电子', '打电话']],
    ['春暉 記錄 打電話', ['春暉', '打電話']],
    ['春暉登記打電話', ['春暉', '打電話']],
  ])('%j is taken apart at the word', (text, [name, said]) => {
    expect(parseCustomerQuery(text)).toEqual({ kind: 'log', text, splits: [{ name, said }] });
  });

  test('every such word may be the one', () => {
    expect(parseCustomerQuery('Peat log works log called')).toMatchObject({
      splits: [
        { name: 'Peat', said: 'works log called' },
        { name: 'Peat log works', said: 'called' },
      ],
    });
  });

  test('may be longer than a name', () => {
    const said = 'called '.repeat(100).trim();
    expect(parseCustomerQuery(`ACME log ${said}`)).toMatchObject({ kind: 'log', splits: [{ name: 'ACME', said }] });
  });

  test.each(['Prolog Ltd', 'Log Cabin Homes', 'Blog', 'log', '记录', 'Logistics', 'Catalog log-in'])(
    '%j is a name',
    (text) => {
      expect(parseCustomerQuery(text)).toMatchObject({ kind: 'name', text });
    },
  );

  test('what if goes first where it comes first', () => {
    expect(parseCustomerQuery('ACME what if log')).toMatchObject({ kind: 'what-if', text: 'ACME' });
  });
});
