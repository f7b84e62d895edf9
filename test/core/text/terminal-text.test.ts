import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../core/text/language.ts';
import { TERMINAL_TEXT } from '../../../core/text/terminal-text.ts';

test.each(LANGUAGES)('in %s the sentences name what they are about and the words to type', (language) => {
  const text = TERMINAL_TEXT[language];
  const hint = text.hint(['anna', 'lei']);
  for (const word of ['/customer ACME', 'close', 'as ', 'exit', 'anna', 'lei']) expect(hint).toContain(word);
  expect(text.welcome('Anna', 'sales')).toMatch(/Anna.*#sales.*\/customer ACME/);
  expect(text.noSuchPerson('bob', ['anna'])).toMatch(/bob.*anna/);
  expect(text.noSuchNumber('7')).toContain('7');
  expect(text.noSuchCommand('/x')).toContain('/x');
  expect(text.nowActing('Anna')).toContain('Anna');
  expect(text.closeHint).toContain('close');
});
