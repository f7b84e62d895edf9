import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { openedPage } from '../../sheets-addon/opened-page.ts';

describe('the page as it is opened', () => {
  test('says which screen comes first and in which language', async () => {
    const page = await readFile('sheets-addon/sidebar/sidebar.html', 'utf8');
    const opened = openedPage(page, { screen: 'schemes', language: 'zh-TW' });
    expect(opened).toContain('<div id="tierbook" data-screen="schemes" data-language="zh-TW">');
    expect(opened.replace('data-screen="schemes" data-language="zh-TW"', '')).toBe(
      page.replace('data-screen="table" data-language="en"', ''),
    );
  });

  test('a page without a place for it is refused, since it would open in the wrong language', () => {
    expect(() => openedPage('<main></main>', { screen: 'table', language: 'en' })).toThrow(/no place/);
  });
});
