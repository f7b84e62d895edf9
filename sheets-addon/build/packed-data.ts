import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { RolldownPlugin } from 'rolldown';
import { headingKey } from '../../core/table/heading.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

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

/** Lets the data of {@link DATA_MODULES} be plain literals, without what is not used; their functions are left out. */
export async function packedData(): Promise<RolldownPlugin> {
  const modules = new Map<string, string>();
  for (const path of DATA_MODULES) {
    const exported: Record<string, unknown> = await import(`${PROJECT}${path}`);
    const data = Object.entries(exported).filter(([, value]) => typeof value !== 'function');
    const lines = data.map(([name, value]) => `export const ${name} = ${dataText(name, value)};`);
    modules.set(`${PROJECT}${path}`, lines.join('\n'));
  }
  return { name: 'packed-data', load: (id) => modules.get(id) };
}

/** A value as JSON without what is not used by the script. Throws for what JSON cannot hold. */
export function dataText(name: string, whole: unknown): string {
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(whole)), whole))
    throw new Error(`${name} is more than JSON can hold.`);
  return JSON.stringify(whole, (key, value: unknown) =>
    NOT_USED.has(key) ? undefined : key === 'headings' ? distinctHeadings(value) : value,
  );
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
