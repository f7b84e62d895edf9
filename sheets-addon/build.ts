import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { type RolldownPlugin, rolldown } from 'rolldown';
import { minifySync, parseSync } from 'rolldown/utils';
import { minify } from 'terser';
import { replaceFolder } from '../bot/local/replace-folder.ts';
import { ADDON_SOURCES } from '../bot/local/sheet/built-addon.ts';
import { sourcesHash, writeStamp } from '../bot/local/source-stamp.ts';
import { LANGUAGES } from '../core/text/language.ts';
import { SHEETS_OUTCOME_TEXT } from '../core/text/sheets-outcome-text.ts';
import { withArrowFunctions } from './build/arrow-functions.ts';
import { withConstantsFirst } from './build/constants-first.ts';
import { withShortNames } from './build/internal-names.ts';
import { withNamedGlobals } from './build/named-globals.ts';
import { packLiterals } from './build/pack-literals.ts';
import { packedData } from './build/packed-data.ts';
import { bytesAsText } from './packed/bytes-as-text.ts';

const SOURCE = fileURLToPath(new URL('./', import.meta.url));

/** What Apps Script runs: its V8 has no class fields and no later syntax. */
const TARGET = 'es2021';

/** Where the built add-on lies: what `clasp` pushes, and nothing else. Not in the repository. */
export const BUILT_ADDON = `${SOURCE}dist`;

/**
 * Builds the add-on into `dist`: `Code.js`, `sidebar.html`, `appsscript.json`. The folder is replaced as a whole, so that a
 * build that is killed leaves the one before.
 */
export async function buildAddon(): Promise<void> {
  const hash = await sourcesHash(ADDON_SOURCES);
  const folder = await mkdtemp(`${BUILT_ADDON}-`);
  try {
    for (const [name, content] of Object.entries(await builtFiles())) await writeFile(`${folder}/${name}`, content);
    await replaceFolder(folder, BUILT_ADDON);
    await writeStamp(ADDON_SOURCES.stamp, hash);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The files of the built add-on as they stand in `dist`. */
export interface BuiltFiles {
  readonly 'Code.js': string;
  readonly 'sidebar.html': string;
  readonly 'appsscript.json': string;
}

/** Builds the add-on out of its sources as they are now, without writing it anywhere. */
export async function builtFiles(): Promise<BuiltFiles> {
  return {
    'Code.js': await builtCode(),
    'sidebar.html': await builtSidebar(),
    'appsscript.json': await readFile(`${SOURCE}appsscript.json`, 'utf8'),
  };
}

/**
 * The script: one small top-level function for each entry point, custom functions with the comment that declares
 * them, in front of everything else in one function that runs when it is first needed.
 */
async function builtCode(): Promise<string> {
  const whole = await bundled('main.ts', [await packedData(), withoutColumnGrader(), unpackingFirst()], false);
  // what falls away only when all is one module need not be packed
  const used = await bundled('main.ts', [standingFor('main.ts', whole)], false);
  const packed = withConstantsFirst(packLiterals(await withShortNames(used)));
  const inside = withArrowFunctions(await tightened(await bundled('main.ts', [standingFor('main.ts', packed)])));
  const names = entryPoints(await readFile(`${SOURCE}main.ts`, 'utf8'));
  const outside = names.map(
    ({ comment, name, parameters }) =>
      `${comment}function ${name}(${parameters}){return tierbook().${name}(${parameters})}\n`,
  );
  const body = inside.replace(/export\s*\{([^}]*)\};?\s*$/, (_, list: string) => `return {${asProperties(list)}};`);
  const tight = await tightened(`function load(){'use strict';\n${body}\n}`, false);
  const load = minified(withNamedGlobals(minified(tight)), false);
  return `${outside.join('')}function tierbook(){return tierbook.loaded??=load()}\n${load}\n`;
}

/** What a second look at the whole makes shorter still, and a third at the function around it. Getters of ours have no effects. */
async function tightened(code: string, isModule = true): Promise<string> {
  const { code: tight } = await minify(code, {
    module: isModule,
    ecma: 2020,
    compress: {
      passes: 4,
      hoist_funs: true,
      pure_getters: true,
      unsafe: true,
      unsafe_comps: true,
      unsafe_undefined: true,
      unsafe_proto: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      keep_fargs: false,
      // put into one another, functions grow too long for V8 to do it where it pays: 3 % of a long grading
      reduce_funcs: false,
    },
    format: { quote_style: 0, semicolons: true },
  });
  if (tight === undefined) throw new Error('The script could not be minified.');
  return tight;
}

/** Gives the shortest names to what is named most often; compressed too, unless that would undo what was done. */
function minified(script: string, isCompressed = true): string {
  const compress = isCompressed && { target: TARGET };
  const { code, errors } = minifySync('load.js', script, { module: false, compress });
  if (errors.length > 0) throw new Error(`The script could not be minified: ${errors[0]?.message}`);
  return code.trimEnd();
}

/** `a as onOpen,b as TIER` as the properties of an object. */
function asProperties(exportList: string): string {
  return exportList
    .split(',')
    .map((one) => one.trim().split(/\s+as\s+/))
    .map(([local, name]) => (name === undefined ? local : `${name}:${local}`))
    .join(',');
}

interface EntryPoint {
  readonly name: string;
  /** The documentation comment, of custom functions alone: of others nobody sees it. */
  readonly comment: string;
  readonly parameters: string;
}

function entryPoints(source: string): EntryPoint[] {
  const { program, comments, errors } = parseSync('main.ts', source);
  if (errors.length > 0) throw new Error(`main.ts cannot be read: ${errors[0]?.message}`);
  return program.body.flatMap((node): EntryPoint[] => {
    if (node.type !== 'ExportNamedDeclaration' || node.declaration?.type !== 'FunctionDeclaration') return [];
    const { id, params } = node.declaration;
    const comment = comments.findLast(
      ({ type, value, end }) =>
        type === 'Block' && value.startsWith('*') && end <= node.start && source.slice(end, node.start).trim() === '',
    );
    if (id === null) return [];
    if (comment === undefined) throw new Error(`${id.name} in main.ts has no comment.`);
    const parameters = params.map((one) => {
      if (one.type === 'Identifier') return one.name;
      throw new Error(`${id.name} in main.ts may only have plain parameters.`);
    });
    const isDeclaring = comment.value.includes('@customfunction');
    const shown = isDeclaring ? `${source.slice(comment.start, comment.end)}\n` : '';
    const named = isDeclaring ? parameters : parameters.map((_, index) => `a${index}`);
    return [{ name: id.name, comment: shown, parameters: named.join(',') }];
  });
}

/**
 * One page with its style and its script inside, since a sidebar can load nothing of its own. The script, most of which is
 * words and schemes, stands in it deflated: a third of the size to be sent at each opening.
 */
export async function builtSidebar(): Promise<string> {
  const page = await readFile(`${SOURCE}sidebar/sidebar.html`, 'utf8');
  const style = await readFile(`${SOURCE}sidebar/sidebar.css`, 'utf8');
  const script = `(function () {\n${await bundled('sidebar/main.tsx', [])}})();\n`;
  // with less memory its blocks are shorter and fit their words better
  const packed = bytesAsText(deflateSync(script, { level: 9, memLevel: 6 }));
  const sorry = LANGUAGES.map((language) => SHEETS_OUTCOME_TEXT[language].cannotStart).join('\n');
  const start = (await bundled('sidebar/unpack.ts', [])).replaceAll('</script', '<\\/script');
  return page
    .replace('<style></style>', () => `<style>\n${style}</style>`)
    .replace('<p id="sorry" hidden></p>', () => `<p id="sorry" hidden>${sorry}</p>`)
    .replace(
      '<script></script>',
      () =>
        `<script type="text/plain" id="packed">${packed}</script>\n    <script>\n(function () {\n${start}})();\n</script>`,
    );
}

async function bundled(entry: string, plugins: RolldownPlugin[], isMinified = true): Promise<string> {
  const bundle = await rolldown({
    input: `${SOURCE}${entry}`,
    plugins,
    // else it would ask for fields as the language has them, which take a function to define each
    tsconfig: false,
    transform: {
      target: TARGET,
      jsx: { runtime: 'automatic', importSource: 'preact' },
      assumptions: { setPublicClassFields: true },
      typescript: { removeClassFieldsWithoutInitializer: true },
    },
    // Our modules do nothing when they are loaded: what is not used falls away.
    treeshake: {
      moduleSideEffects: [
        { test: /sidebar\/(main\.tsx|unpack\.ts)$/, sideEffects: true },
        { test: /./, sideEffects: false },
      ],
    },
  });
  try {
    const { output } = await bundle.generate({ format: 'es', minify: isMinified, codeSplitting: false });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}

/** Lets a module of ours be this code. */
function standingFor(module: string, code: string): RolldownPlugin {
  return {
    name: 'standing-for',
    load: (id) => (id === `${SOURCE}${module}` ? { code, moduleType: 'js' } : null),
  };
}

/** Lets what unpacks literals stand before all that has literals. */
function unpackingFirst(): RolldownPlugin {
  return {
    name: 'unpacking-first',
    transform: (code, id) =>
      id === `${SOURCE}main.ts`
        ? { code: `import { unpacked } from './packed/unpacked.ts';\n${code}\nexport { unpacked };`, map: null }
        : null,
  };
}

/** Leaves out the faster way to grade many customers without their reasons: a sheet always shows them. */
function withoutColumnGrader(): RolldownPlugin {
  return {
    name: 'without-column-grader',
    load: (id) =>
      id.endsWith('/core/grading/grade-scorecard-columns.ts')
        ? { code: 'export const scorecardColumns = () => undefined;', moduleType: 'js' }
        : null,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAddon();
