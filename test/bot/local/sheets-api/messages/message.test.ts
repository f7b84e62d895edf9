import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { fieldsOf, MESSAGES, type MessageName } from '../../../../../bot/local/sheets-api/messages/message.ts';

/** Google's definitions, as its client carries them: names of fields by message. */
const googles = googlesFields();

/** Queries of GET, which Google's client has among the parameters of its functions. */
const OWN = /Query$/;

/** Messages of which only the fields that can be answered are listed: nobody sets them. */
const ANSWERS: ReadonlySet<string> = new Set(['Response']);

const names = (Object.keys(MESSAGES) as MessageName[]).filter((name) => !OWN.test(name));

describe("messages are Google's", () => {
  test.each(names)('%s has the very fields that Google lists', (name) => {
    const own = Object.keys(fieldsOf(name) ?? {}).toSorted();
    const listed = googles.get(name) ?? [];
    if (ANSWERS.has(name)) expect(listed).toEqual(expect.arrayContaining(own));
    else expect(own).toEqual(listed);
  });
});

function googlesFields(): Map<string, readonly string[]> {
  const file = createRequire(import.meta.url).resolve('googleapis/build/src/apis/sheets/v4.d.ts');
  const text = readFileSync(file, 'utf8').replaceAll(/\/\*\*.*?\*\//gs, '');
  return new Map(
    [...text.matchAll(/interface Schema\$(\w+) \{(.*?)\n {4}\}/gs)].map(([, name = '', body = '']) => [
      name,
      [...body.matchAll(/^ {8}(\w+)\?:/gm)].map(([, field = '']) => field).toSorted(),
    ]),
  );
}
