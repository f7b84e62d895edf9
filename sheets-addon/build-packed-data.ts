import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import type { RolldownPlugin } from 'rolldown';
import { headingKey } from '../core/table/heading.ts';
import { DIGITS, TWO_DIGITS_LEFT, WORDS_BY_OUTCOME } from './unpacked.ts';

const PROJECT = fileURLToPath(new URL('../', import.meta.url));

/** Modules whose exports are data, and most of what the script would consist of. */
const DATA_MODULES = [
  'core/follow-ups/untiered-playbooks.ts',
  'core/schemes/built-in-schemes.ts',
  'core/schemes/customer-playbooks.ts',
  'core/table/identity-fields.ts',
  'core/table/pipeline-fields.ts',
  'core/table/profile-fields.ts',
  'core/table/value-fields.ts',
];

/** What a scheme says for people and for the bot: a sheet neither grades nor plans by any of it. */
const NOT_USED = new Set([
  'policy',
  'hint',
  'methods',
  'contactMinutes',
  'complaintHours',
  'surveyEveryDays',
  'capacity',
  'stability',
]);

const PACKED = '\0packed-data';

/** Puts the data of {@link DATA_MODULES} into the bundle as one deflated text in place of code; their functions are left out. */
export async function packedData(): Promise<RolldownPlugin> {
  const values = new Map<string, unknown>();
  const names = new Map<string, string[]>();
  for (const path of DATA_MODULES) {
    const exported: Record<string, unknown> = await import(`${PROJECT}${path}`);
    const data = Object.keys(exported).filter((name) => typeof exported[name] !== 'function');
    names.set(`${PROJECT}${path}`, data);
    for (const name of data) values.set(name, exported[name]);
  }
  const { packed, places } = packedValues(values);
  return {
    name: 'packed-data',
    resolveId: (id) => (id === PACKED ? PACKED : null),
    load(id) {
      if (id === PACKED)
        return `import { unpacked } from '${PROJECT}sheets-addon/unpacked.ts';\nexport const data = unpacked(${JSON.stringify(packed)});`;
      const lines = names.get(id)?.map((name) => `export const ${name} = data[${places.get(name)}];`);
      return lines && `import { data } from '${PACKED}';\n${lines.join('\n')}`;
    },
  };
}

/** Values by name as the text from which `unpacked` makes a list, and the place of each in it. Throws for what JSON cannot hold. */
export function packedValues(values: ReadonlyMap<string, unknown>): {
  readonly packed: string;
  readonly places: ReadonlyMap<string, number>;
} {
  for (const [name, value] of values) {
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value))
      throw new Error(`${name} is more than JSON can hold.`);
  }
  const json = JSON.stringify([...values.values()], (key, value: unknown) =>
    NOT_USED.has(key) ? undefined : key === 'headings' ? distinctHeadings(value) : wordsByOutcome(value),
  );
  const places = new Map([...values.keys()].map((name, place) => [name, place]));
  return { packed: inDigits(deflateRawSync(json, { level: 9 })), places };
}

/** Headings stand in both Chinese scripts, which are compared as one: of those that are the same then, the first is enough. */
function distinctHeadings(headings: unknown): unknown {
  if (!Array.isArray(headings)) return headings;
  return [
    ...new Map(
      headings
        .map(String)
        .toReversed()
        .map((heading) => [headingKey(heading), heading]),
    ).values(),
  ].toReversed();
}

/** Long lists of words that give few outcomes, as schemes of places and industries have, in the form that `unpacked` knows. */
function wordsByOutcome(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  const isList = entries.every(([word, outcome]) => typeof outcome === 'string' && !word.includes('|'));
  if (entries.length < LONG_LIST || !isList) return value;
  const runs: [outcome: string, words: string[]][] = [];
  for (const [word, outcome] of entries as [string, string][]) {
    const last = runs.at(-1);
    if (last?.[0] === outcome) last[1].push(word);
    else runs.push([outcome, [word]]);
  }
  return { [WORDS_BY_OUTCOME]: runs.map(([outcome, words]) => [outcome, words.join('|')]) };
}

const LONG_LIST = 20;

/** Bytes as the text that `unpacked` reads. */
function inDigits(bytes: Uint8Array): string {
  let text = '';
  let pending = 0;
  let bits = 0;
  const digit = (value: number): string => DIGITS.charAt(value);
  for (const byte of bytes) {
    pending |= byte << bits;
    bits += 8;
    if (bits <= 13) continue;
    const isShort = (pending & 8191) > TWO_DIGITS_LEFT;
    const value = pending & (isShort ? 8191 : 16383);
    pending >>>= isShort ? 13 : 14;
    bits -= isShort ? 13 : 14;
    text += digit(value % DIGITS.length) + digit(Math.floor(value / DIGITS.length));
  }
  if (bits > 0) text += digit(pending % DIGITS.length);
  if (bits > 7 || pending >= DIGITS.length) text += digit(Math.floor(pending / DIGITS.length));
  return text;
}
