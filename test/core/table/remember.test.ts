import { describe, expect, test } from 'vitest';
import { remember } from '../../../core/table/remember.ts';
import { cellText } from '../../../core/table/word-columns.ts';

describe('remember', () => {
  test('reads a text once, and each cell that is no text or is long again', () => {
    const asked: unknown[] = [];
    const read = remember((cell) => asked.push(cell));
    const long = 'x'.repeat(21);
    for (const cell of ['5%', '', 5, null, long, '5%', '', 5, null, long]) read(cell);
    expect(asked).toEqual(['5%', '', 5, null, long, 5, null, long]);
  });

  test('answers rightly beyond the texts it keeps, missing readings among them', () => {
    const read = remember((cell) => (cell === 'none' ? null : `<${cellText(cell)}>`));
    for (let round = 0; round < 2; round += 1) {
      expect(read('none')).toBeNull();
      for (let text = 0; text < 1500; text += 1) expect(read(String(text))).toBe(`<${text}>`);
    }
  });
});
