import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts, FactValue } from '../../../core/customer.ts';
import { checkDocument, checkScheme } from '../../../core/grading/check-scheme.ts';
import { compileScheme } from '../../../core/grading/compile-scheme.ts';
import { fitScheme } from '../../../core/grading/fit-scheme.ts';
import { segmentsOf } from '../../../core/grading/scheme-inputs.ts';
import { BUILT_IN_SCHEMES } from '../../../core/schemes/built-in-schemes.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { schemeProblemText } from '../../../core/text/scheme-problem-text.ts';
import { arbitraryTableScheme } from '../../support/arbitrary-decision-table.ts';
import { arbitraryFullScheme } from '../../support/arbitrary-full-scheme.ts';
import { AS_OF, arbitraryScheme } from '../../support/arbitrary-scheme.ts';

const RUNS = { numRuns: 2500, seed: 20_261_123 };

/** What somebody may put in the place of anything, as JSON. */
const ODD = [
  'null',
  'true',
  '0',
  '-1',
  '1',
  '2',
  '100',
  '1e308',
  '-1e308',
  '1e999',
  '5e-324',
  '""',
  '"A"',
  '"T0"',
  '"review"',
  '"sales"',
  '"size"',
  '"constructor"',
  '"__proto__"',
  '"high"',
  '"date"',
  '"text"',
  '"lower-is-better"',
  '[]',
  '{}',
  '["sales"]',
  '{"__proto__":{"from":1}}',
  '{"is":["high"]}',
  '{"from":1200}',
  '{"from":0,"upTo":1e308}',
] as const;

describe('documents that nobody should write', () => {
  test('whatever passes the check can be fitted and compiled, and grades without an error', () => {
    let passed = 0;
    const sound = fc.oneof(
      fc.constantFrom(...BUILT_IN_SCHEMES),
      arbitraryFullScheme(),
      arbitraryTableScheme({}, 3),
      arbitraryScheme(),
    );
    const change = fc.record({
      at: fc.nat(10_000),
      how: fc.constantFrom('replace', 'remove', 'double', 'nudge', 'borrow'),
      odd: fc.constantFrom(...ODD),
    });
    fc.assert(
      fc.property(
        sound,
        fc.array(change, { minLength: 1, maxLength: 2 }),
        fc.array(arbitraryAnyFacts(), { minLength: 2, maxLength: 8 }),
        (scheme, changes, shapes) => {
          let json = JSON.stringify(scheme);
          for (const one of changes) json = mutated(json, one);
          const outcome = checkDocument(JSON.parse(json));
          if ('problems' in outcome) {
            for (const problem of outcome.problems) expect(schemeProblemText(problem, 'en')).not.toBe('');
            return;
          }
          passed += 1;
          const ids = outcome.scheme.criteria.map(({ id }) => id);
          const population = shapes.map(
            (values): Facts => ({
              values: Object.fromEntries(
                ids.flatMap((id, index) => (values[index] === undefined ? [] : [[id, values[index]]])),
              ),
            }),
          );
          const all = [...(outcome.kind === 'tiers' ? [outcome.scheme] : []), ...segmentsOf(outcome.scheme)];
          for (const each of all) {
            for (const others of [population, []]) {
              const compiled = compileScheme(fitScheme(each, others, { asOf: AS_OF }));
              for (const facts of population) {
                const { tier, status } = compiled.grade(facts);
                expect(compiled.code(facts)).toMatchObject({ tier, status });
                if (tier !== null) expect(each.tiers.map(({ id }) => id)).toContain(tier);
                compiled.nextTier(facts);
                compiled.drop(facts);
              }
            }
          }
        },
      ),
      RUNS,
    );
    expect(passed).toBeGreaterThan(100);
  });

  test('a property called __proto__ is refused wherever it stands, since it would vanish', () => {
    const json = JSON.stringify(BUILT_IN_SCHEMES[0]).replace('"levels":{', '"labels":{"__proto__":5,"a":5},"levels":{');
    expect(checkScheme(JSON.parse(json))).toMatchObject({ problems: [{ code: 'reserved-id', detail: '__proto__' }] });
  });

  test('deep nesting and huge texts are told in a line each', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const huge = 'x\u001b[31m'.repeat(300_000);
    for (const document of [
      JSON.parse(deep),
      { method: JSON.parse(deep) },
      { [huge]: 1, id: huge, criteria: [{ [huge]: huge }] },
    ]) {
      const outcome = checkScheme(document);
      const problems = 'problems' in outcome ? outcome.problems : [];
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.length).toBeLessThanOrEqual(50);
      for (const problem of problems) {
        for (const language of LANGUAGES) {
          const text = schemeProblemText(problem, language);
          expect(text.length).toBeLessThan(1000);
          expect(text).not.toContain('\u001b');
        }
      }
    }
  });

  test.each<[what: string, path: string, code: string, change: (document: Record<string, unknown>) => void]>([
    ['10,000 rules', 'method.rules', 'too-many', (document) => (document['method'] = tableOf(10_000))],
    [
      'a million words without points',
      'method.labels',
      'too-many',
      (document) => (document['method'] = { kind: 'bands', by: ['a'], labels: many(1_000_000, 'A') }),
    ],
    [
      'half a million words of the wrong kind',
      'method.labels',
      'too-many',
      (document) => (document['method'] = { kind: 'bands', by: ['a'], labels: many(500_000, 5) }),
    ],
    [
      'a matrix without end',
      'method.cells',
      'too-many',
      (document) =>
        (document['method'] = { kind: 'matrix', rows: 'a', columns: 'b', cells: many(300_000, { a: 'A' }) }),
    ],
    [
      '500 rules of 900 conditions',
      '',
      'document-too-large',
      (document) => (document['method'] = tableOf(500, many(900, { from: 'x' }))),
    ],
    ['half a million properties', '', 'too-many', (document) => Object.assign(document, many(500_000, 1))],
    [
      '10 MB of title',
      'titles.en',
      'text-too-long',
      (document) => (document['titles'] = { en: 'x'.repeat(10_000_000) }),
    ],
    [
      'objects 20,000 deep',
      'method.kind',
      'missing',
      (document) => (document['method'] = JSON.parse(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`)),
    ],
  ])('%s: refused in no time, at %s', (_, path, code, change) => {
    const document: Record<string, unknown> = { ...JSON.parse(JSON.stringify(BUILT_IN_SCHEMES[0])) };
    change(document);
    const outcome = checkDocument(document);
    const [problem] = 'problems' in outcome ? outcome.problems : [];
    expect(problem).toMatchObject({ path, code });
    for (const language of LANGUAGES)
      expect(problem && schemeProblemText(problem, language)).not.toMatch(/undefined|\{\}/);
  });

  test('more labels than anybody has thought about are too many', () => {
    const labels = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`word ${index}`, 1]));
    const [scheme] = BUILT_IN_SCHEMES;
    const document = JSON.parse(JSON.stringify(scheme));
    document.method.criteria[0].labels = labels;
    expect(checkScheme(document)).toMatchObject({
      problems: [{ path: 'method.criteria[0].labels', code: 'too-many', detail: '1000' }],
    });
  });
});

function many(count: number, value: unknown): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`w${index}`, value]));
}

function tableOf(count: number, when: unknown = { salesAmount: { from: 1 } }): unknown {
  return {
    kind: 'decision-table',
    hitPolicy: 'first',
    rules: Array.from({ length: count }, () => ({ when, outcome: 'A' })),
  };
}

/** Values by the place of the criterion; each of any kind. */
function arbitraryAnyFacts(): fc.Arbitrary<(FactValue | undefined)[]> {
  const value = fc.constantFrom<FactValue | undefined>(
    undefined,
    0,
    1,
    3.5,
    -2,
    1e308,
    Number.NaN,
    true,
    false,
    'high',
    'low',
    'web',
    'constructor',
    '2026-01-01',
    '2031-01-01',
    '0001-01-01',
  );
  return fc.array(value, { minLength: 12, maxLength: 12 });
}

/** The document with one of its values replaced, taken out, or written twice; as JSON, so that odd keys survive. */
function mutated(json: string, { at, how, odd }: { at: number; how: string; odd: string }): string {
  const document: unknown = JSON.parse(json);
  const places: Place[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const holder = value as Record<string, unknown>;
    for (const key of Object.keys(holder)) {
      // names say nothing that could go wrong
      if (key === 'titles' || key === 'headings') continue;
      places.push({ holder, key });
      visit(holder[key]);
    }
  };
  visit(document);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return json;
  const { holder, key } = place;
  const put = (value: unknown): void => {
    Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  };
  if (how === 'nudge' || how === 'borrow') {
    const kind = typeof valueAt(place);
    const alike = places.map(valueAt).filter((value) => typeof value === kind);
    const value = alike[(at * 31) % Math.max(1, alike.length)];
    put(how === 'nudge' && typeof value === 'number' ? value * 1.5 + 0.25 : structuredClone(value));
    return JSON.stringify(document);
  }
  if (Array.isArray(holder)) {
    const index = Number(key);
    if (how === 'remove') holder.splice(index, 1);
    else if (how === 'double') holder.splice(index, 0, holder[index]);
    else holder[index] = JSON.parse(odd);
  } else if (how === 'remove') Reflect.deleteProperty(holder, key);
  else put(JSON.parse(odd));
  return JSON.stringify(document);
}

interface Place {
  readonly holder: object;
  readonly key: string;
}

function valueAt({ holder, key }: Place): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}
