import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unescapeText } from '../../../../../bot/local/mrkdwn-text.ts';
import { mrkdwnAsRichText } from '../../../../../bot/local/page/blocks/mrkdwn.ts';
import { type JsonObject, objectsIn, textIn } from '../../../../../bot/local/page/json-value.ts';

/** `bold(x)`, `link(address,label)`: what was made of a text, short enough for a table. */
function made(mrkdwn: string): string {
  return mrkdwnAsRichText(mrkdwn)
    .map((each) => {
      const inner = objectsIn(each['elements']).map(inline).join('');
      const type = textIn(each['type']).replace('rich_text_', '');
      return type === 'section' ? inner : `${type}[${inner}]`;
    })
    .join('|');
}

function inline(element: JsonObject): string {
  const styles = Object.keys(element['style'] ?? {});
  const { type: _type, style: _style, ...rest } = element;
  const own =
    element['type'] === 'text' ? textIn(element['text']) : `${textIn(element['type'])}(${Object.values(rest).join()})`;
  return styles.reduce((inner, style) => `${style}(${inner})`, own);
}

describe('mrkdwn', () => {
  test.each([
    ['plain', 'plain'],
    ['*bold* _italic_ ~gone~ `code`', 'bold(bold) italic(italic) strike(gone) code(code)'],
    ['*bold _and italic_*', 'bold(bold )italic(bold(and italic))'],
    ['2 * 3 * 4, 2*3*4, snake_case_name', '2 * 3 * 4, 2*3*4, snake_case_name'],
    ['(*bold*), *a*.', '(bold(bold)), bold(a).'],
    ['`*not bold*`', 'code(*not bold*)'],
    ['one\ntwo', 'one\ntwo'],
    ['&gt; quoted\n&gt; twice\nnot', 'quote[quoted\ntwice]|not'],
    ['```\nconst a = "*x*";\n```', 'preformatted[const a = "*x*";]'],
    ['before ```x``` after', 'before |preformatted[x]| after'],
    ['<@U0ANNA> in <#C0SALES|sales>', 'user(U0ANNA) in channel(C0SALES)'],
    ['<!here> <!subteam^S1|@team>', 'broadcast(here) usergroup(@team)'],
    ['<https://example.com|the &amp; site>', 'link(https://example.com,the & site)'],
    ['<mailto:a@example.com>', 'link(mailto:a@example.com,a@example.com)'],
    ['see https://example.com/a.', 'see link(https://example.com/a).'],
    ['<!date^1700000000^{date_short}|soon>', 'date(1700000000,{date_short},,soon)'],
    ['*<@U0ANNA>*', 'bold(user(U0ANNA))'],
  ])('%j', (mrkdwn, expected) => {
    expect(made(mrkdwn)).toBe(expected);
  });

  test.each([
    [
      '&lt;script&gt;alert(1)&lt;/script&gt; &amp; *x* &lt;!channel&gt;',
      '<script>alert(1)</script> & bold(x) <!channel>',
    ],
    ['&lt;@U0ANNA&gt;', '<@U0ANNA>'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['<script>', '<script>'],
    ['<javascript:alert(1)|click>', '<javascript:alert(1)|click>'],
  ])('what looks like markup stays literal: %j', (mrkdwn, expected) => {
    expect(made(mrkdwn)).toBe(expected);
  });

  test('text without marks is never changed or lost', () => {
    const calm = fc.string({ unit: fc.constantFrom('a', ' ', '陈', '1', '.', '&', '#', '-', '(', ':') });
    fc.assert(
      fc.property(calm, (text) => {
        const shown = mrkdwnAsRichText(text).flatMap((each) => objectsIn(each['elements']));
        expect(shown.map((each) => textIn(each['text'])).join('')).toBe(text);
      }),
    );
  });
});

test('an escape is taken back once', () => {
  expect(unescapeText('&amp;amp; &lt;')).toBe('&amp; <');
});
