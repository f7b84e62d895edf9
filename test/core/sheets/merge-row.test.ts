import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CellFact, mergeRow, type RowFacts } from '../../../core/sheets/merge-row.ts';

const all = () => true;
const facts = (of: Record<string, CellFact>): RowFacts => new Map(Object.entries(of));

describe('mergeRow', () => {
  test('a cell that has not changed leaves what Tierbook has made of it', () => {
    const merge = mergeRow({
      base: facts({ sales: 100 }),
      sheet: facts({ sales: 100 }),
      tierbook: facts({ sales: 900 }),
      hasColumn: all,
    });
    expect(merge).toEqual({ taken: new Set(), emptied: new Set(), conflicts: [], kept: ['sales'] });
  });

  test('both have changed: the cell arrives and the conflict is listed', () => {
    const merge = mergeRow({
      base: facts({ sales: 100 }),
      sheet: facts({ sales: 200 }),
      tierbook: facts({ sales: 900 }),
      hasColumn: all,
    });
    expect(merge).toEqual({ taken: new Set(['sales']), emptied: new Set(), conflicts: ['sales'], kept: [] });
  });

  test('an emptied cell arrives, one whose column has gone does not', () => {
    const input = { base: facts({ sales: 100 }), sheet: facts({}), tierbook: facts({ sales: 100 }) };
    expect(mergeRow({ ...input, hasColumn: all }).emptied).toEqual(new Set(['sales']));
    expect(mergeRow({ ...input, hasColumn: () => false }).emptied).toEqual(new Set());
  });

  test('of a customer who was never read each cell arrives, an empty one says nothing', () => {
    const merge = mergeRow({
      base: null,
      sheet: facts({ sales: 200, region: 'North' }),
      tierbook: facts({ sales: 900, industry: 'Steel' }),
      hasColumn: all,
    });
    expect(merge).toEqual({ taken: new Set(['sales', 'region']), emptied: new Set(), conflicts: ['sales'], kept: [] });
  });

  test('two doubts are the same when they say the same', () => {
    const doubt = () => ({ code: 'unreadable', text: 'about 5' }) as const;
    const side = () => facts({ sales: doubt() });
    expect(mergeRow({ base: side(), sheet: side(), tierbook: side(), hasColumn: all }).taken).toEqual(new Set());
  });

  test('law: what has not changed in the sheet changes nothing, what has arrives, and what is replaced is listed', () => {
    const fact = fc.constantFrom<CellFact | undefined>(undefined, 1, 2, 'two', true, { code: 'unreadable', text: '?' });
    const side = fc.record({ a: fact, b: fact, c: fact, 'extra.d': fact }).map((of) => {
      const known = Object.entries(of).flatMap(([field, value]) =>
        value === undefined ? [] : [[field, value] as const],
      );
      return new Map<string, CellFact>(known);
    });
    const same = (one: CellFact | undefined, other: CellFact | undefined) =>
      JSON.stringify(one) === JSON.stringify(other);
    fc.assert(
      fc.property(
        side,
        side,
        side,
        fc.array(fc.constantFrom('a', 'b', 'c', 'extra.d')),
        (base, sheet, tierbook, gone) => {
          const hasColumn = (field: string) => !gone.some((one) => one === field);
          for (const field of gone) sheet.delete(field);
          const { taken, emptied, conflicts, kept } = mergeRow({ base, sheet, tierbook, hasColumn });
          const after = new Map(tierbook);
          for (const field of taken) after.set(field, sheet.get(field) as CellFact);
          for (const field of emptied) after.delete(field);
          for (const field of ['a', 'b', 'c', 'extra.d']) {
            const [was, now, ours] = [base.get(field), sheet.get(field), tierbook.get(field)];
            const isChanged = hasColumn(field) && !same(was, now);
            expect(after.get(field)).toEqual(isChanged ? now : ours);
            const isReplaced = !same(after.get(field), ours);
            if (isReplaced && !same(ours, was)) expect(conflicts).toContain(field);
            if (conflicts.includes(field)) expect(isReplaced).toBe(true);
            if (kept.includes(field)) expect(after.get(field)).toEqual(ours);
          }
        },
      ),
    );
  });
});
