import { describe, expect, test } from 'vitest';
import { fromJSONSchema } from 'zod';
import { schemeJsonSchema } from '../../../bot/cli/scheme-json-schema.ts';
import { BUILT_IN_SCHEMES } from '../../../core/schemes/built-in-schemes.ts';

// a validator made from the JSON alone, as an editor would make one
const stored: Record<string, unknown> = JSON.parse(JSON.stringify(schemeJsonSchema()));
const validator = fromJSONSchema(stored);

describe('the JSON Schema of scheme documents', () => {
  test.each(BUILT_IN_SCHEMES.map((scheme) => [scheme.id, scheme]))('accepts the built-in scheme %s', (_, scheme) => {
    expect(validator.safeParse(JSON.parse(JSON.stringify(scheme))).success).toBe(true);
  });

  test.each([
    ['a misspelt property', { knockouts: [] }],
    ['an unknown method', { method: { kind: 'oracle' } }],
    ['a version that is no whole number', { version: 1.5 }],
    ['an id with a space', { id: 'my scheme' }],
    ['no tiers', { tiers: [] }],
    ['a criterion of an unknown type', { criteria: [{ id: 'a', type: 'colour', titles: { en: 'A' } }] }],
    ['points above 100', withPoints(101)],
  ])('rejects %s', (_, change) => {
    expect(validator.safeParse({ ...sample(), ...change }).success).toBe(false);
  });

  test('accepts a document of segments only, and one of neither kind not', () => {
    const { method, ...rest } = { ...sample(), ...withPoints(100) };
    const { tiers: labels, ...common } = rest;
    const segment = { id: 'group', titles: { en: 'Group' }, labels, method };
    expect(validator.safeParse({ ...common, segments: [segment] }).success).toBe(true);
    expect(validator.safeParse(common).success).toBe(false);
    expect(validator.safeParse({ ...common, segments: [{ ...segment, colour: '#123456' }] }).success).toBe(false);
  });

  test('accepts the sample that the broken ones are made from', () => {
    expect(validator.safeParse({ ...sample(), ...withPoints(100) }).success).toBe(true);
  });
});

function sample() {
  return {
    $schema: './scheme.schema.json',
    id: 'mine',
    version: 1,
    titles: { en: 'Mine' },
    tiers: [
      { id: 'A', titles: { en: 'A' } },
      { id: 'B', titles: { en: 'B' } },
    ],
    criteria: [{ id: 'salesAmount', type: 'money', titles: { en: 'Sales' } }],
    ...withPoints(100),
  };
}

function withPoints(points: number) {
  const bands = [{ from: 5, points }, { points: 0 }];
  return {
    method: {
      kind: 'scorecard',
      criteria: [{ criterion: 'salesAmount', weight: 1, bands }],
      cutOffs: [{ outcome: 'A', from: 50 }],
    },
  };
}
