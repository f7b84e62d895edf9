import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../../../core/calendar-date.ts';
import type { FactValue } from '../../../core/customer.ts';
import { checkScheme } from '../../../core/grading/check-scheme.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import type { Scheme } from '../../../core/grading/scheme.ts';
import type { DecisionTable, Rule } from '../../../core/grading/scheme-methods.ts';
import { arbitraryTableScheme, TABLE_VALUES, tableScheme } from '../../support/arbitrary-decision-table.ts';
import { ruleFits } from '../../support/interpret-table.ts';

const RUNS = { numRuns: 600, seed: 20_261_123 };

describe('how the rules of a decision table fit together, against trying out every customer', () => {
  test('hit policy unique: a rule overlaps with an earlier one exactly where some customer fits both', () => {
    fc.assert(
      fc.property(arbitraryTableScheme({ hitPolicy: 'unique' }), (scheme) => {
        const { rules } = scheme.method;
        const customers = everyCustomer(rules);
        const expected = rules.flatMap((rule, later) => {
          const earlier = rules
            .slice(0, later)
            .findIndex((other) => customers.some((one) => ruleFits(rule.when, one) && ruleFits(other.when, one)));
          return earlier < 0 ? [] : [`method.rules[${later}] ${earlier + 1}`];
        });
        expect(found(scheme, 'rules-overlap').map(({ path, detail }) => `${path} ${detail}`)).toEqual(expected);
        for (const { path, detail, other = '' } of found(scheme, 'rules-overlap')) {
          const both = [Number(/\d+/.exec(path)?.[0]), Number(detail) - 1].map((index) => rules[index]?.when ?? {});
          const named = customerOf(other);
          const fitting = customers.filter((one) => Object.entries(named).every(([id, value]) => one[id] === value));
          expect(fitting.some((one) => both.every((when) => ruleFits(when, one)))).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('hit policy first: a rule is unreachable exactly where earlier rules take each of its customers', () => {
    fc.assert(
      fc.property(arbitraryTableScheme({ hitPolicy: 'first' }), (scheme) => {
        const { rules } = scheme.method;
        const customers = everyCustomer(rules);
        const takes = (one: Customer, earlier: readonly Rule[]): boolean =>
          earlier.some(({ when }) => ruleFits(when, one));
        const expected = rules.flatMap((rule, index) => {
          const own = customers.filter((one) => ruleFits(rule.when, one));
          return own.every((one) => takes(one, rules.slice(0, index))) ? [`method.rules[${index}]`] : [];
        });
        const problems = found(scheme, 'rule-unreachable');
        expect(problems.map(({ path }) => path)).toEqual(expected);
        for (const { path, detail = '' } of problems) {
          const own = customers.filter((one) => ruleFits(rules[Number(/\d+/.exec(path)?.[0])]?.when ?? {}, one));
          const takers = detail
            .split(', ')
            .map((number) => rules[Number(number) - 1])
            .filter((rule) => rule !== undefined);
          expect(own.every((one) => takes(one, takers))).toBe(true);
          // none of those that are named could be left out
          for (const taker of takers)
            expect(
              own.every((one) =>
                takes(
                  one,
                  takers.filter((other) => other !== taker),
                ),
              ),
            ).toBe(false);
        }
      }),
      RUNS,
    );
  });

  test('there is a gap exactly where some customer fits no rule, and every example of it is one', () => {
    let gaps = 0;
    fc.assert(
      fc.property(arbitraryTableScheme({ hitPolicy: 'first' }, 3), (scheme) => {
        const { rules } = scheme.method;
        const outcome = checkScheme(scheme);
        if ('problems' in outcome) return;
        // what is counted comes in whole numbers
        const customers = everyCustomer(rules).filter(({ orders }) => orders === undefined || Number.isInteger(orders));
        const isGap = customers.some((one) => !rules.some(({ when }) => ruleFits(when, one)));
        const note = outcome.notes.find(({ code }) => code === 'rules-gap');
        expect(note !== undefined).toBe(isGap && scheme.method.otherwise === undefined);
        if (note === undefined) return;
        gaps += 1;
        for (const example of (note.detail ?? '').split('; ')) {
          const named = Object.entries(customerOf(example));
          const fitting = customers.filter((one) => named.every(([id, value]) => one[id] === value));
          expect(fitting.length).toBeGreaterThan(0);
          expect(fitting.some((one) => rules.some(({ when }) => ruleFits(when, one)))).toBe(false);
        }
      }),
      RUNS,
    );
    expect(gaps).toBeGreaterThan(50);
  });

  test('a table that passes grades each customer by the first rule that fits', () => {
    fc.assert(
      fc.property(arbitraryTableScheme(), (scheme) => {
        if ('problems' in checkScheme(scheme)) return;
        const { rules, otherwise } = scheme.method;
        const { code } = compileScheme(fitScheme(scheme, [], { asOf: AS_OF }));
        for (const one of everyCustomer(rules)) {
          const { segment, ...values } = one;
          const sales = segment === undefined ? {} : { sales: segment === 'large' ? 5 : 1 };
          const wanted = rules.find(({ when }) => ruleFits(when, one))?.outcome ?? otherwise ?? 'review';
          const { status, tier } = code({ values: { ...values, ...sales } });
          expect(tier ?? status).toBe(wanted);
        }
      }),
      RUNS,
    );
  });
});

describe('a customer of whom not everything is known', () => {
  test('gets an outcome only where it is the same whatever the missing answers are', () => {
    let decided = 0;
    fc.assert(
      fc.property(arbitraryTableScheme({ hitPolicy: 'first' }), fc.nat(2), ({ method }, missing) => {
        const { derived: _, ...scheme } = tableScheme(method);
        if ('problems' in checkScheme(scheme)) return;
        const { code } = compileScheme(fitScheme(scheme, [], { asOf: AS_OF }));
        const customers = everyCustomer(method.rules);
        const unknown = Object.keys(customers[0] ?? {})[missing];
        if (unknown === undefined) return;
        const outcomes = new Map<string, Set<string>>();
        for (const { [unknown]: __, ...known } of customers) {
          const { status, tier } = code({ values: known });
          if (status !== 'review') outcomes.set(JSON.stringify(known), new Set([tier ?? status]));
        }
        decided += outcomes.size;
        for (const one of customers) {
          const { [unknown]: __, ...known } = one;
          const { status, tier } = code({ values: one });
          outcomes.get(JSON.stringify(known))?.add(tier ?? status);
        }
        for (const given of outcomes.values()) expect(given.size).toBe(1);
      }),
      RUNS,
    );
    expect(decided).toBeGreaterThan(100);
  });
});

describe('tables of many rules', () => {
  test('a full table of 256 rules is analysed', () => {
    const levels = TABLE_VALUES['resolve'] ?? [];
    const rules = levels.flatMap((a) =>
      levels.flatMap((b) => levels.flatMap((c) => levels.map((d) => levelRule({ a: [a], b: [b], c: [c], d: [d] })))),
    );
    expect(checkScheme(wide(rules.slice(1), 4))).toMatchObject({
      notes: [{ code: 'rules-gap', detail: 'a: high, b: high, c: high, d: high' }],
    });
    expect(checkScheme(wide(rules, 4))).toMatchObject({ notes: [] });
    expect(checkScheme(wide([...rules, levelRule({})], 4))).toMatchObject({ problems: [{ code: 'rule-unreachable' }] });
  });

  test('500 rules of 12 inputs that are too intertwined are said to be, after a bounded number of steps', () => {
    const levels = ['high', 'medium', 'low', 'none'];
    const rules = Array.from({ length: 500 }, (_, index) =>
      levelRule(
        Object.fromEntries(
          IDS.slice(0, 12).flatMap((id, place) => {
            const left = levels[(index * 7 + place * place * 3 + (index >> (place % 5))) % 4] ?? 'high';
            return (index + place) % 3 === 0 ? [[id, levels.filter((level) => level !== left)]] : [];
          }),
        ),
      ),
    );
    const outcome = checkScheme(wide(rules, 12));
    const codes = 'notes' in outcome ? outcome.notes.map(({ code }) => code) : outcome.problems.map(({ code }) => code);
    expect(codes.some((code) => code === 'rules-not-analysed' || code === 'rule-unreachable')).toBe(true);
  });

  test('more rules than a table may have are too many, and where', () => {
    const rules = Array.from({ length: 10_000 }, () => levelRule({}));
    expect(checkScheme(wide(rules, 1))).toEqual({
      problems: [{ path: 'method.rules', code: 'too-many', detail: '500' }],
    });
  });

  test('rules that name more words than can be worked with are too many', () => {
    const rules = Array.from({ length: 500 }, (_, index) =>
      levelRule({ channel: Array.from({ length: 100 }, (__, place) => `word ${index} ${place}`) }),
    );
    const scheme = tableScheme({ kind: 'decision-table', hitPolicy: 'first', rules });
    expect(checkScheme(scheme)).toMatchObject({ problems: [{ path: 'method.rules', code: 'table-too-large' }] });
  });
});

type Customer = Readonly<Record<string, FactValue>>;

/** Every customer that the inputs of the rules can tell apart. */
function everyCustomer(rules: readonly Rule[]): Customer[] {
  const ids = [...new Set(rules.flatMap(({ when }) => Object.keys(when)))];
  let customers: Customer[] = [{}];
  for (const id of ids) {
    customers = customers.flatMap((one) => (TABLE_VALUES[id] ?? []).map((value) => ({ ...one, [id]: value })));
  }
  return customers;
}

function found(scheme: Scheme, code: string) {
  const outcome = checkScheme(scheme);
  return 'problems' in outcome ? outcome.problems.filter((problem) => problem.code === code) : [];
}

/** Reads an example (`resolve: high, growth: 2.5`) as the values that random tables have. */
function customerOf(example: string): Customer {
  const parts = example === '*' ? [] : example.split(/, (?=[a-z]+: )/);
  return Object.fromEntries(
    parts.map((part): [string, FactValue] => {
      const [id = '', text = ''] = part.split(': ');
      if (text.startsWith('≠')) return [id, 'elsewhere'];
      if (id === 'need') return [id, text === 'yes'];
      return [id, Number.isNaN(Number(text)) ? text : nearestHalf(id, Number(text))];
    }),
  );
}

/** An example may lie anywhere beyond the last bound. */
function nearestHalf(id: string, number: number): number {
  const values = (TABLE_VALUES[id] ?? []).filter((value) => typeof value === 'number');
  return Math.min(Math.max(number, values[0] ?? 0), values[values.length - 1] ?? 0);
}

const IDS = 'a b c d e f g h i j k l'.split(' ');

function levelRule(is: Readonly<Record<string, readonly FactValue[]>>): Rule {
  const words = Object.entries(is).map(([id, values]) => [id, { is: values.map(String) }]);
  return { when: Object.fromEntries(words), outcome: 'A' };
}

function wide(rules: readonly Rule[], inputs: number): Scheme {
  const method: DecisionTable = { kind: 'decision-table', hitPolicy: 'first', rules: [...rules] };
  const { derived: _, ...scheme } = tableScheme(method);
  const criteria = IDS.slice(0, inputs).map((id) => ({ id, type: 'level' as const, titles: { en: id } }));
  return {
    ...scheme,
    criteria,
    knockOuts: ['B', 'C'].map((tier) => ({ criterion: 'a', when: { is: ['none'] }, tier })),
  };
}

const AS_OF = calendarDate(2026, 3, 15) ?? failed();

function failed(): never {
  throw new Error('no such day');
}
