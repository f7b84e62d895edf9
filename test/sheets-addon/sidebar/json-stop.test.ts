import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonStop } from '../../../sheets-addon/sidebar/json-stop.ts';

test.each([
  ['{"id": }', 1, 8],
  ['{"id": 1,\n "x": }', 2, 7],
  ['{"id": 1,}', 1, 10],
  ['[1 2]', 1, 4],
  ['{"id" 1}', 1, 7],
  ['{"id":', 1, 7],
  ['{“id”: 1}', 1, 2],
  ["{'id': 1}", 1, 2],
  ['{"a": "b\nc"}', 1, 7],
  ['{} {}', 1, 4],
  ['[1}', 1, 3],
  ['{"a": 01}', 1, 8],
  ['PK\u0003\u0004', 1, 1],
  ['', 1, 1],
])('%j stops at line %i, column %i', (text, line, column) => {
  expect(jsonStop(text)).toEqual({ line, column });
});

test('it stops nowhere in what is JSON, and somewhere in everything else', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.json(), fc.string(), fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 1 })).map(changed)),
      (text) => {
        expect(jsonStop(text) === null).toBe(isJson(text));
      },
    ),
    { numRuns: 500 },
  );
});

function changed([text, place, put]: [string, number, string]): string {
  const at = place % (text.length + 1);
  return text.slice(0, at) + put + text.slice(at + 1);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
