import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../core/calendar-date.ts';
import { CELLS_LENGTH, fingerprint, IDENTITY_LENGTH } from '../../../core/sheets/fingerprint.ts';
import { memoryEntries, memoryRow } from '../../../core/sheets/memory-sheet.ts';
import {
  memoryName,
  packed,
  recallOriginal,
  recallTable,
  type TableMemory,
} from '../../../core/sheets/table-memory.ts';

function memoryOf(rows: TableMemory['rows']): TableMemory {
  const settings = { scheme: 's', language: 'en', hints: {}, gradedOn: '2026-03-05' as CalendarDate } as const;
  return { id: 'abc', run: 'r', settings, headings: { 'tierbook.tier': 'Tier' }, rows, notes: 2, undo: null };
}

describe('what is remembered of a table', () => {
  test('comes back from the cells of its row as it was, however long it is', () => {
    const row = fc.record({
      identity: fc.string().map((text) => fingerprint(text, IDENTITY_LENGTH)),
      tier: fc.constantFrom('', 'A', 'B', '金牌', '~', '=x'),
      before: fc.constantFrom(null, '', 'A', '銀牌'),
      cells: fc.string().map((text) => fingerprint(text, CELLS_LENGTH)),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const memory = memoryOf(rows);
        const { cells } = memoryRow([], memoryName(7, 'abc'), packed(memory));
        expect(recallTable(memoryEntries([cells]), 7, 'abc')).toEqual(memory);
      }),
    );
  });

  test('a long text goes into cells of fewer than 50,000 characters that nothing takes for a number or a formula', () => {
    const text = `=1${'😀7'.repeat(60_000)}`;
    const { row, cells } = memoryRow([], 'long', text);
    expect(row).toBe(1);
    expect(cells.length).toBeGreaterThan(3);
    expect(cells.every((cell) => cell.length < 50_000)).toBe(true);
    expect(cells.slice(1).every((cell) => cell.startsWith('~'))).toBe(true);
    expect(memoryEntries([cells])[0]?.text).toBe(text);
  });

  test('a shorter text empties the cells that it no longer fills, and other entries keep their rows', () => {
    const long = memoryRow([], 'one', 'x'.repeat(120_000)).cells;
    const entries = memoryEntries([long, ['two', '~y']]);
    expect(memoryRow(entries, 'one', 'z').cells).toEqual(['one', '~z', '', '']);
    expect(memoryRow(entries, 'three', 'z').row).toBe(3);
  });

  test('of a copied sheet what its original remembers is known; what somebody edited by hand is not', () => {
    const text = packed(memoryOf([]));
    const entries = memoryEntries([[memoryName(1, 'abc'), `~${text}`]]);
    expect(recallTable(entries, 2, 'abc')).toBeNull();
    expect(recallOriginal(entries, 'abc')?.run).toBe('r');
    expect(recallOriginal(entries, 'other')).toBeNull();
    expect(recallTable(entries, 2, 'other')).toBeNull();
    expect(recallTable(memoryEntries([[memoryName(1, 'abc'), '~{']]), 1, 'abc')).toBeNull();
  });
});
