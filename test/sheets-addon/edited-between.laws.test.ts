import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deleteLines, hideLines, insertLines, moveLines } from '../../bot/local/workbook/change-lines.ts';
import { sortRange } from '../../bot/local/workbook/rearrange-cells.ts';
import { type AddOnSheet, addOnSheet } from '../support/add-on-sheet.ts';

/*
 * Whatever a person does to a sheet between two gradings, each customer has afterwards what the scheme gives it, or the tier that was typed;
 * grading once more writes nothing; what is not ours is as it was; and undo brings back exactly what stood there before.
 */

const HEADINGS = ['客户编号', '客户名称', '销售额', '回款率', '合作年限', '投诉率', '满意度'];
const SCHEMES = ['account-value', 'medal', 'spend-level'] as const;
/** Of no scheme, of one and of another. */
const TYPED = ['A', 'D', 'Gold', 'VIP'] as const;

type Step =
  | { readonly does: 'edit'; readonly row: number; readonly column: number; readonly value: number }
  | { readonly does: 'type'; readonly row: number; readonly tier: string }
  | { readonly does: 'add' | 'delete' | 'blank'; readonly row: number; readonly value: number }
  | { readonly does: 'sort' | 'sort-table'; readonly column: number; readonly isAscending: boolean }
  | { readonly does: 'move' | 'hide' | 'rename' | 'drop' | 'scribble'; readonly column: number; readonly to: number }
  | { readonly does: 'scheme'; readonly scheme: string }
  | { readonly does: 'grade' };

const number = fc.nat({ max: 30 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('edit' as const), row: number, column: fc.integer({ min: 2, max: 6 }), value: number }),
  fc.record({ does: fc.constant('type' as const), row: number, tier: fc.constantFrom('', ...TYPED) }),
  fc.record({ does: fc.constantFrom('add' as const, 'delete' as const, 'blank' as const), row: number, value: number }),
  fc.record({
    does: fc.constantFrom('sort' as const, 'sort-table' as const),
    column: fc.nat({ max: 6 }),
    isAscending: fc.boolean(),
  }),
  fc.record({
    does: fc.constantFrom('move' as const, 'hide' as const, 'rename' as const, 'drop' as const, 'scribble' as const),
    column: fc.nat({ max: 5 }),
    to: number,
  }),
  fc.record({ does: fc.constant('scheme' as const), scheme: fc.constantFrom(...SCHEMES) }),
  fc.record({ does: fc.constant('grade' as const) }),
);

test('each customer has what the scheme gives it or what was typed, again and undo as promised', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 2, maxLength: 9 }), async (steps) => {
      const person = await Person.beginning();
      for (const one of steps) await person.take(one);
      await person.grades();
    }),
    { seed: 7, numRuns: 20 },
  );
}, 120_000);

const NOT_WHILE_SORTED: ReadonlySet<string> = new Set<Step['does']>(['type', 'delete', 'drop', 'scribble']);

/** A person at a sheet, who remembers which tiers they have typed for whom. */
class Person {
  readonly sheet: AddOnSheet;
  readonly typed = new Map<string, string>();
  scheme: string = SCHEMES[0];
  /** What the scheme gave each customer last. */
  readonly #given = new Map<string, string>();
  #added = 0;
  #isSortedAlone = false;
  /** Whether since the last grading cells of ours were edited, a column of ours deleted, or a customer put in that has no tier yet. */
  #isIncomplete = false;

  constructor(sheet: AddOnSheet) {
    this.sheet = sheet;
  }

  static async beginning(): Promise<Person> {
    const rows = Array.from({ length: 7 }, (_, at) => [`K${at}`, `客户 ${at}`, ...facts(at * 5)]);
    const person = new Person(await addOnSheet([HEADINGS, ...rows]));
    await person.grades();
    return person;
  }

  async take(step: Step): Promise<void> {
    const { sheet } = this;
    const { workbook } = sheet;
    // where the tiers still stand beside others, nobody could say whose is typed over
    const isTorn = this.#isSortedAlone && NOT_WHILE_SORTED.has(step.does);
    if (isTorn || (this.#isIncomplete && step.does === 'sort-table')) await this.grades();
    const ours = [...this.#ours()];
    const rows = this.#rows();
    switch (step.does) {
      case 'edit': {
        const [at] = pick(rows, step.row);
        sheet.enter(at, this.#columnOf(HEADINGS[step.column] ?? ''), [[facts(step.value)[step.column - 2] ?? '']]);
        return;
      }
      case 'type': {
        const column = this.#keyed('tierbook.tier');
        if (column === undefined) return;
        const [at, id] = pick(rows, step.row);
        sheet.enter(at, column, [[step.tier]]);
        // the tier that stands there anyway is nobody's
        if (step.tier === '' || step.tier === this.#given.get(id)) this.typed.delete(id);
        else this.typed.set(id, step.tier);
        return;
      }
      case 'add':
      case 'blank': {
        const [at] = pick(rows, step.row);
        insertLines(workbook, 0, 'row', at, 1);
        if (step.does === 'blank') return;
        this.#isIncomplete = true;
        const cells = [`N${++this.#added}`, `新客户 ${this.#added}`, ...facts(step.value)];
        for (const [index, cell] of cells.entries()) sheet.enter(at, this.#columnOf(HEADINGS[index] ?? ''), [[cell]]);
        return;
      }
      case 'delete': {
        if (rows.length < 4) return;
        const [at, id] = pick(rows, step.row);
        deleteLines(workbook, 0, 'row', at, 1);
        this.typed.delete(id);
        return;
      }
      case 'sort':
      case 'sort-table': {
        const column = this.#columnOf(HEADINGS[step.column] ?? '');
        const theirs = HEADINGS.map((heading) => this.#columnOf(heading));
        const [left, right] = [Math.min(...theirs), Math.max(...theirs)];
        if (step.does === 'sort-table') {
          if (ours.some((one) => one > left && one < right)) return;
          this.#isSortedAlone = true;
        }
        const whole = step.does === 'sort';
        sortRange(
          workbook,
          {
            sheetId: 0,
            startRow: 1,
            endRow: sheet.sheet.used.endRow,
            startColumn: whole ? 0 : left,
            endColumn: whole ? sheet.sheet.used.endColumn : right + 1,
          },
          [{ column, isAscending: step.isAscending }],
        );
        return;
      }
      case 'move': {
        const at = ours[step.column % Math.max(1, ours.length)];
        const to = step.to % (sheet.sheet.used.endColumn + 1);
        if (at !== undefined && to !== at && to !== at + 1) moveLines(workbook, 0, 'column', at, 1, to);
        return;
      }
      case 'hide': {
        const at = ours[step.column % Math.max(1, ours.length)];
        if (at !== undefined) hideLines(workbook, 0, 'column', at, 1, step.to % 2 === 0);
        return;
      }
      case 'rename': {
        const at = ours[step.column % Math.max(1, ours.length)];
        if (at !== undefined) sheet.enter(0, at, [[`Mine ${step.to}`]]);
        return;
      }
      case 'scribble': {
        const [at] = pick(rows, step.to);
        const column = this.#keyed('tierbook.why');
        if (column === undefined) return;
        sheet.enter(at, column, [[`remark ${step.to}`]]);
        this.#isIncomplete = true;
        return;
      }
      case 'drop': {
        const at = ours[step.column % Math.max(1, ours.length)];
        if (at === undefined || ours.length < 3) return;
        if (at === this.#keyed('tierbook.tier')) this.typed.clear();
        deleteLines(workbook, 0, 'column', at, 1);
        this.#isIncomplete = true;
        return;
      }
      case 'scheme':
        this.scheme = step.scheme;
        return;
      case 'grade':
        return this.grades();
      default:
        step satisfies never;
    }
  }

  /** Grades, and looks whether all is as promised. */
  async grades(): Promise<void> {
    const { sheet } = this;
    const before = sheet.texts();
    const theirs = this.#theirs();
    const request = { scheme: this.scheme, language: 'en' } as const;
    const outcome = sheet.grade(request);
    // whose a typed tier was that stood beside another customer, is not known any more once its grading is undone
    const isUndoable = outcome.cellsWritten > 0 && !(this.#isSortedAlone && this.typed.size > 0);
    this.#isSortedAlone = false;
    this.#isIncomplete = false;
    expect(this.#theirs()).toEqual(theirs);
    const after = sheet.texts();
    expect(sheet.grade()).toMatchObject({ cellsWritten: 0 });
    const fresh = await addOnSheet(theirs);
    fresh.grade(request);
    const expected = new Map(
      fresh
        .texts()
        .slice(1)
        .map((row) => [row[0], row.slice(HEADINGS.length)]),
    );
    const tierAt = this.#keyed('tierbook.tier');
    const whyAt = this.#keyed('tierbook.why');
    const freshHeadings = fresh.texts()[0]?.slice(HEADINGS.length) ?? [];
    for (const [at, id] of this.#rows()) {
      const scheme = expected.get(id)?.[freshHeadings.indexOf('Tier')] ?? '';
      const typed = this.typed.get(id);
      expect([id, after[at]?.[tierAt ?? -1]]).toEqual([id, typed ?? scheme]);
      expect([id, after[at]?.[whyAt ?? -1]]).toEqual([id, expected.get(id)?.[freshHeadings.indexOf('Why')]]);
      if (typed === scheme) this.typed.delete(id);
      this.#given.set(id, scheme);
    }
    if (!isUndoable) return;
    const undone = sheet.undo();
    expect(undone.kind).toBe('undone');
    expect(trimmed(sheet.texts())).toEqual(trimmed(before));
    expect(this.#theirs()).toEqual(theirs);
    sheet.grade(request);
    expect(sheet.texts()).toEqual(after);
  }

  #marks() {
    return this.sheet.workbook.metadata.all.flatMap(({ key, place }) =>
      place.on === 'column' && key.startsWith('tierbook.') ? [[key, place.index] as const] : [],
    );
  }

  #ours(): Set<number> {
    return new Set(this.#marks().map(([, index]) => index));
  }

  #keyed(key: string): number | undefined {
    return this.#marks().find((one) => one[0] === key)?.[1];
  }

  #columnOf(heading: string): number {
    return this.sheet.texts()[0]?.indexOf(heading) ?? -1;
  }

  /** 0-based row and number of each customer. */
  #rows(): (readonly [row: number, id: string])[] {
    const column = this.#columnOf('客户编号');
    return this.sheet
      .texts()
      .flatMap((row, at) => (at > 0 && (row[column] ?? '') !== '' ? [[at, row[column] ?? ''] as const] : []));
  }

  /** What is not ours, in the order of its columns. */
  #theirs(): string[][] {
    const columns = HEADINGS.map((heading) => this.#columnOf(heading));
    return this.sheet.texts().map((row) => columns.map((column) => row[column] ?? ''));
  }
}

function pick<Item>(items: readonly Item[], at: number): Item {
  const found = items[at % items.length];
  if (found === undefined) throw new Error('There is nothing to pick.');
  return found;
}

function facts(value: number): (string | number)[] {
  return [
    1000 + ((value * 7919) % 1013) * 997,
    `${50 + ((value * 31) % 50)}%`,
    1 + (value % 12),
    `${(value * 3) % 9}%`,
    `${40 + ((value * 17) % 60)}%`,
  ];
}

/** Without empty cells at the ends: what a sheet once held counts as used. */
function trimmed(rows: readonly (readonly string[])[]): string[] {
  const lines = rows.map((row) => row.join('\t').trimEnd());
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  return lines;
}
