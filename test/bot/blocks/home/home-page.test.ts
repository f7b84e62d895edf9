import { describe, expect, test } from 'vitest';
import { type HomePage, homePageText, readHomePage } from '../../../../bot/blocks/home/home-page.ts';

describe('a page of the Home tab as text', () => {
  test.each<HomePage>([{ kind: 'day' }, { kind: 'workspace' }])('is read as it was written: $kind', (page) => {
    expect(readHomePage(homePageText(page))).toEqual(page);
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{"kind":'],
    ['another thing', '"day"'],
    ['an unknown page', '{"kind":"secrets"}'],
    ['something more than the page is told', '{"kind":"day","id":"1"}'],
    ['a name of JavaScript’s own', '{"kind":"__proto__"}'],
  ])('is no page when it is %s', (_, text) => {
    expect(readHomePage(text)).toBeUndefined();
  });
});
