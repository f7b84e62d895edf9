import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { guestServices } from './guest-services.ts';

/** A built add-on, ready to run. Its scripts are compiled once; each execution runs them in a context of its own. */
export interface AddOn {
  readonly code: Script;
  /** The services of Google that stand in the context before it. */
  readonly services: Script;
  /** Scopes of the manifest. */
  readonly scopes: readonly string[];
  /** The manifest's time zone. */
  readonly timeZone: string;
  /** HTML files by name, without `.html`. */
  readonly pages: ReadonlyMap<string, string>;
  /** Names that stand in formulas: functions whose comment says `@customfunction`. */
  readonly customFunctions: readonly string[];
}

const BUILT = fileURLToPath(new URL('../../../sheets-addon/dist', import.meta.url));

/** Reads a built add-on. Throws when the folder lacks it: `npm run addon:build` makes it. */
export async function loadAddOn(folder: string = BUILT): Promise<AddOn> {
  const [code, manifest, names] = await Promise.all([
    readFile(`${folder}/Code.js`, 'utf8'),
    readFile(`${folder}/appsscript.json`, 'utf8'),
    readdir(folder),
  ]);
  const pages = names
    .filter((name) => name.endsWith('.html'))
    .map(
      async (name): Promise<[string, string]> => [
        name.slice(0, -'.html'.length),
        await readFile(`${folder}/${name}`, 'utf8'),
      ],
    );
  return addOnOf(code, manifest, new Map(await Promise.all(pages)));
}

/**
 * An add-on of its three parts. Throws for a script that does not parse, a manifest that is no JSON, and for a script that
 * loads modules, which Apps Script cannot.
 */
export async function addOnOf(code: string, manifest: string, pages: ReadonlyMap<string, string>): Promise<AddOn> {
  if (/\bimport\s*\(/.test(code)) throw new SyntaxError('Apps Script has no modules: import() cannot be used.');
  const { oauthScopes = [], timeZone = 'Etc/UTC' } = JSON.parse(manifest) as {
    oauthScopes?: readonly string[];
    timeZone?: string;
  };
  return {
    code: new Script(code, { filename: 'Code.gs' }),
    services: new Script(await guestServices(), { filename: 'services' }),
    scopes: oauthScopes,
    timeZone,
    pages,
    customFunctions: [...code.matchAll(CUSTOM_FUNCTION)].flatMap(([, name]) => (name === undefined ? [] : [name])),
  };
}

/** The comment's last line that counts and the function right below it. */
const CUSTOM_FUNCTION = /@customfunction\b(?:(?!\*\/)[^])*\*\/\s*function\s+(\w+)\s*\(/g;
