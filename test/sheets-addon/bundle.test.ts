import { readFile } from 'node:fs/promises';
import { parseSync } from 'rolldown/utils';
import { describe, expect, test } from 'vitest';
import { runEntryPoint } from '../../bot/local/workbook/run-script.ts';
import { createScriptEnvironment } from '../../bot/local/workbook/script-environment.ts';
import type { MenuEntry } from '../../bot/local/workbook/ui-parts.ts';
import { builtAddOn, builtAddOnFiles } from '../support/built-add-on.ts';
import { ANN, emptyWorkbook, environmentOf } from '../support/script-environments.ts';
import { unpackedScript } from '../support/unpacked-script.ts';
import { freeNames, laterThanEs2021, type Node, nodesOf } from './script-syntax.ts';

const MOST_BYTES = 200_000;

const { 'Code.js': code, 'sidebar.html': sidebar, 'appsscript.json': manifest } = await builtAddOnFiles();
const script = parsed(code);
const sidebarScripts = [
  ...[...sidebar.matchAll(/<script>([^]*?)<\/script>/g)].map(([, source]) => source ?? ''),
  unpackedScript(sidebar),
];

function parsed(source: string): Node {
  const { program, errors } = parseSync('Code.js', source, { sourceType: 'script' });
  expect(errors.map(({ message }) => message)).toEqual([]);
  return program as unknown as Node;
}

/** Top-level functions with the comment right above each. */
function topFunctions(): { name: string; comment: string }[] {
  const { comments } = parseSync('Code.js', code, { sourceType: 'script' });
  return (script['body'] as Node[]).map((node) => {
    const above = comments.find(
      ({ type, end }) => type === 'Block' && end <= node.start && code.slice(end, node.start).trim() === '',
    );
    return { name: (node['id'] as { name?: string } | null)?.name ?? '?', comment: above?.value ?? '' };
  });
}

/** Exported functions of the source. */
async function entryPoints(): Promise<string[]> {
  const source = await readFile(new URL('../../sheets-addon/main.ts', import.meta.url), 'utf8');
  return [...source.matchAll(/^export function (\w+)\(/gm)].flatMap(([, name]) => (name === undefined ? [] : [name]));
}

describe('what is pushed', () => {
  test('the script and the sidebar have fewer than 200 KB each', () => {
    for (const [name, content] of Object.entries({ code, sidebar }))
      expect(Buffer.byteLength(content, 'utf8'), name).toBeLessThan(MOST_BYTES);
  });

  test('the manifest asks for this spreadsheet and the sidebar, and for nothing more', () => {
    expect((JSON.parse(manifest) as { oauthScopes: unknown }).oauthScopes).toEqual([
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/script.container.ui',
    ]);
  });

  test('the sidebar is one page that loads nothing', () => {
    expect(sidebarScripts.map(({ length }) => length > 0)).toEqual([true, true]);
    const markup = sidebar
      .replace(/<script( type="text\/plain" id="packed")?>[^]*?<\/script>/g, '')
      .replace(/<style>[^]*?<\/style>/, '');
    expect(markup).not.toMatch(/<(script|link|img|iframe|object|embed)\b|\b(src|href)=/);
    expect(sidebar).not.toMatch(/@import|\burl\((?!['"]?data:)/);
  });
});

describe('the script as Apps Script reads it', () => {
  test('it has nothing at the top level but functions, so that loading it does nothing', () => {
    expect([...new Set((script['body'] as Node[]).map(({ type }) => type))]).toEqual(['FunctionDeclaration']);
  });

  test('it and the sidebar use no syntax later than ES2021', () => {
    expect(laterThanEs2021(script)).toEqual([]);
    for (const source of sidebarScripts) expect(laterThanEs2021(parsed(source))).toEqual([]);
  });

  test('it does not wait: Apps Script has no timers, and a promise that fails would go unseen', () => {
    expect(nodesOf(script).filter((node) => node.type === 'AwaitExpression' || node['async'] === true)).toEqual([]);
    expect(freeNames(script)).not.toContain('Promise');
  });

  test("it uses no globals but the language's and Google's", async () => {
    const here = runEntryPoint(await environmentOf(GLOBALS), 'globals', [], { user: ANN });
    if (here.kind !== 'done') throw new Error(here.message);
    const known = new Set(here.result as string[]);
    expect(known.has('SpreadsheetApp')).toBe(true);
    expect(known.has('setTimeout')).toBe(false);
    expect(freeNames(script).filter((name) => !known.has(name))).toEqual([]);
  });

  test.each([
    ['a private member', 'class A { #a = 1; b() { return this.#a; } }'],
    ['a private method', 'class A { #a() {} }'],
    ['a static member', 'class A { static a = 1; }'],
    ['a member', 'class A { a = 1; }'],
    ['a static block', 'class A { static {} }'],
    ['a look for a private member', 'class A { static has(a) { return #b in a; } #b() {} }'],
    ['a regular expression with indices', '/a/d'],
    ['a regular expression with sets', '/a/v'],
    ['a module', 'import("a")'],
  ])('the check of the syntax sees %s', (_what, source) => {
    expect(laterThanEs2021(parsed(source))).not.toEqual([]);
  });

  test('the check of globals sees those that are not there, and not what only looks like one', () => {
    const source =
      'function f({ a, b: [c] }, ...d) { label: for (const e of a) { b.URL({ fetch: 1 }); continue label; } return g ??= URL; }';
    expect(freeNames(parsed(source)).toSorted()).toEqual(['URL', 'b', 'g']);
    expect(freeNames(parsed('const a = typeof URL == "undefined" ? 1 : new URL(b);'))).toEqual(['b']);
  });
});

const GLOBALS =
  'function globals() { return Reflect.ownKeys(globalThis).map(String).concat("globalThis", "undefined", "arguments"); }';

async function environment() {
  return createScriptEnvironment({
    addOn: await builtAddOn(),
    clock: { now: () => new Date(0) },
    workbook: emptyWorkbook(),
  });
}

describe('entry points', () => {
  test('each exported function is one; besides there is only what loads the rest', async () => {
    const functions = topFunctions();
    expect(functions.map(({ name }) => name)).toEqual([...(await entryPoints()), 'tierbook', 'load']);
  });

  test('those in capitals are custom functions with parameters and a result that Google Sheets can show; no others are', async () => {
    const functions = topFunctions();
    for (const { name, comment } of functions) {
      expect(/@customfunction\b/.test(comment), name).toBe(/^[A-Z_]+$/.test(name));
      if (/@customfunction\b/.test(comment)) expect(comment, name).toMatch(/@param [^]*@return/);
    }
    const named = functions.filter(({ comment }) => comment.includes('@customfunction')).map(({ name }) => name);
    expect((await builtAddOn()).customFunctions).toEqual(named);
  });

  test.each(['NONE', 'LIMITED', 'FULL'] as const)(
    "the menu is built under %s, in the user's language, and calls functions that are there",
    async (authMode) => {
      const shared = await environment();
      const captions: unknown[] = [];
      for (const locale of ['en', 'zh_CN', 'zh_TW']) {
        const opened = runEntryPoint(shared, 'onOpen', [], { user: { ...ANN, locale }, authMode });
        expect(opened).toMatchObject({ kind: 'done' });
        const items = (shared.lasting.menus.get(ANN.email) ?? []).flatMap(({ entries }) => itemsOf(entries));
        const names = new Set(topFunctions().map(({ name }) => name));
        expect(items.filter(({ functionName }) => !names.has(functionName))).toEqual([]);
        captions.push(items.map(({ caption }) => caption).join());
      }
      expect(new Set(captions).size).toBe(3);
    },
  );

  test('the sidebar opens with the page that was built', async () => {
    const shown = runEntryPoint(await environment(), 'showSidebar', [], { user: ANN });
    expect(shown).toMatchObject({ kind: 'done', shown: [{ kind: 'sidebar', title: 'Tierbook' }] });
    const [page] = shown.shown;
    expect(page?.kind === 'sidebar' && page.html.length).toBeGreaterThan(sidebar.length / 2);
  });
});

function itemsOf(entries: readonly MenuEntry[]): Extract<MenuEntry, { kind: 'item' }>[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'menu') return itemsOf(entry.entries);
    return entry.kind === 'item' ? [entry] : [];
  });
}
