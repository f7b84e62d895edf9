import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../core/text/language.ts';
import { type Spoken, type SpokenTables, spokenIn, spokenTables } from './spoken-tables.ts';

const TABLES = spokenTables('core', 'bot');

/** The same for one table, as if it stood in a file. */
function tableOf(en: string, simplified: string, traditional: string): SpokenTables {
  return spokenIn({ 'a.ts': `const T = { en: ${en}, 'zh-CN': ${simplified}, 'zh-TW': ${traditional} };` });
}

const isChinese = (language: Language) => language !== 'en';

interface Rule {
  readonly title: string;
  /** What is wrong with what a language says; undefined for nothing. */
  offence(spoken: Spoken, language: Language, english: Spoken): string | undefined;
  /** Places, by their last key or their file, where it is meant so. */
  readonly except: Readonly<Record<string, string>>;
  /** A table that breaks it, by language. */
  readonly broken: readonly [en: string, simplified: string, traditional: string];
}

/** What OpenCC rewrites although Taiwan writes it so. */
const WRITTEN_IN_TAIWAN = /了解|借助|[占台]|[分公]布/g;
const toSimplified = Converter({ from: 't', to: 'cn' });
const toTraditional = Converter({ from: 'cn', to: 'tw' });

/** Words of the mainland, in traditional script, for which Taiwan has others. */
const MAINLAND_WORDS =
  /信息|默認|網絡|軟件|硬件|屏幕|鼠標|視頻|服務器|文件夾|打印|登錄|賬[號戶單]|客戶端|短信|郵箱|數據|質量|用戶(?!端)|渠道|界面|菜單|保存|聯繫|周[一二三四五六日末報]|反饋|幫助文檔|文檔|單擊|點擊|搜索|鏈接|刷新|加載|項目經理|激活|卸載/;

const RULES: readonly Rule[] = [
  {
    title: 'nothing is empty',
    offence: ({ pieces, takes }) => (takes === undefined && pieces.some((piece) => piece === '') ? 'empty' : undefined),
    except: {
      space: 'Chinese puts none between sentences',
      state: 'a column whose cells speak for themselves',
      columns: 'the first column counts',
      'core/text/format.ts': 'English has no word for ten thousand and for a hundred million',
    },
    broken: ["''", "'好'", "'好'"],
  },
  {
    title: 'Chinese is not left in English',
    offence: ({ pieces }, language, english) =>
      isChinese(language) &&
      /[A-Za-z]{2}/.test(english.pieces.join()) &&
      /[A-Za-z]{2}/.test(pieces.join()) &&
      !/\p{Script=Han}/u.test(pieces.join())
        ? pieces.join()
        : undefined,
    except: {
      'core/schemes/bank-customer.ts': 'VIP',
      'core/schemes/lifecycle.ts': 'RFM',
      cio: 'CIO',
      version: 'a name and a number',
      slackId: 'a name',
      'core/text/short-day.ts': 'Intl names the days of the week',
      'core/text/calendar-text.ts': 'the same',
    },
    broken: ["'Save it'", "'Save it'", "'存檔'"],
  },
  {
    title: '简体中文 has no characters of the traditional script',
    offence: ({ pieces }, language) =>
      language === 'zh-CN' ? pieces.find((piece) => toSimplified(piece) !== piece) : undefined,
    except: {},
    broken: ["'Tier'", "'等級'", "'等級'"],
  },
  {
    title: '繁體中文 has no characters of the simplified script',
    offence: ({ pieces }, language) =>
      language === 'zh-TW'
        ? pieces.map((piece) => piece.replace(WRITTEN_IN_TAIWAN, '')).find((piece) => toTraditional(piece) !== piece)
        : undefined,
    except: {},
    broken: ["'Tier'", "'等级'", "'等级'"],
  },
  {
    title: '繁體中文 speaks as Taiwan does',
    offence: ({ pieces }, language) =>
      language === 'zh-TW' ? pieces.find((piece) => MAINLAND_WORDS.test(piece)) : undefined,
    except: {},
    broken: ["'Information'", "'信息'", "'信息'"],
  },
  {
    title: 'whatever is told to a sentence is said by it, in each language',
    offence: ({ leavesOut, takes }, _, english) =>
      leavesOut.length > 0
        ? `${leavesOut.join()} is not used`
        : takes?.length === english.takes?.length
          ? undefined
          : `takes ${takes?.join() ?? 'nothing'}, English ${english.takes?.join() ?? 'nothing'}`,
    except: {
      comesOn: 'English says "tomorrow" without "on"',
      more: 'Chinese counts customers, complaints and people with words of their own',
    },
    broken: ['(count) => `${count}`', '() => `二`', '(count) => `${count}`'],
  },
  {
    title: 'places for values in a plain text are the same in each language',
    offence: ({ pieces, takes }, _, english) =>
      takes === undefined && marks(pieces) !== marks(english.pieces) ? marks(pieces) : undefined,
    except: {},
    broken: ["'Not {here}'", "'不在{这里}'", "'不在{here}'"],
  },
];

function marks(pieces: readonly string[]): string {
  return (pieces.join().match(/\{\w*\}/g) ?? []).toSorted().join();
}

function offences({ texts }: SpokenTables, rule: Rule): string[] {
  return texts.flatMap(({ place, said }) =>
    LANGUAGES.flatMap((language) => {
      const offence = rule.offence(said[language], language, said.en);
      return offence === undefined ? [] : [`${place} ${language}: ${offence}`];
    }),
  );
}

/** The exception that a place falls under: `core/text/a.ts:12.key.space` under `space` or `core/text/a.ts`. */
function exceptionFor(offence: string, { except }: Rule): string | undefined {
  const place = offence.split(' ')[0] ?? '';
  return Object.keys(except).find((name) => place.endsWith(`.${name}`) || place.startsWith(`${name}:`));
}

describe('every language', () => {
  test('is spoken by every table', () => {
    expect(TABLES.gaps).toEqual([]);
    expect(TABLES.texts.length).toBeGreaterThan(1500);
    expect(
      spokenIn({
        'a.ts': "const T = { en: { a: 'A', b: 'B' }, 'zh-CN': { a: '甲' }, 'zh-TW': { a: '甲', b: '乙' } };",
      }),
    ).toMatchObject({ gaps: ['a.ts:1.b is missing in zh-CN'] });
    expect(spokenIn({ 'a.ts': "const T = { en: 'A', 'zh-CN': '甲' };" }).gaps).toEqual(['a.ts:1 is missing in zh-TW']);
  });

  test.each(RULES)('$title', (rule) => {
    const found = offences(TABLES, rule);
    expect(found.filter((offence) => exceptionFor(offence, rule) === undefined)).toEqual([]);
    const used = new Set(found.map((offence) => exceptionFor(offence, rule)));
    expect(Object.keys(rule.except).filter((name) => !used.has(name))).toEqual([]);
  });

  test.each(RULES)('what breaks it is found: $title', (rule) => {
    expect(offences(tableOf(...rule.broken), rule)).not.toEqual([]);
  });
});
