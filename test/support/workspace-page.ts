import type { Locator, Page } from 'playwright-core';
import type { Language } from '../../core/text/language.ts';
import { PAGE_TEXT } from '../../core/text/page-text.ts';

/** Where one writes in the channel that is open. */
export function composer(page: Page, language: Language = 'en'): Locator {
  return page.getByRole('main').getByRole('combobox', { name: PAGE_TEXT[language].composer });
}

/** Types a line into the channel that is open and sends it; gives the message that follows, once it has `part` in it. */
export async function say(
  page: Page,
  line: string,
  part: string | RegExp,
  language: Language = 'en',
): Promise<Locator> {
  const messages = page.getByRole('main').getByRole('article');
  await composer(page, language).fill(line);
  const before = await messages.count();
  await composer(page, language).press('Enter');
  const answer = messages.nth(before);
  await answer.filter({ hasText: part }).waitFor();
  return answer;
}
