import type { CalendarDate } from '../calendar-date.ts';
import { findChineseDays } from '../follow-ups/find-chinese-days.ts';
import { partsOf } from './parts-of.ts';
import type { SnoozeAsked } from './question.ts';

/**
 * Reads that a customer's follow-up is to wait: "snooze ACME until Friday", "put ACME off for a week", 把ACME推迟到周五,
 * 下周一再联系ACME. Undefined for anything else; the likeliest way to take it apart first. Both texts are without courtesies.
 */
export function readSnooze(tidy: string, folded: string, hasCustomer: boolean): SnoozeAsked[] | undefined {
  const splits = [...inEnglish(tidy, folded), ...inChinese(tidy, folded)].map(({ name, until }) => ({
    name: nameIn(name),
    until: until.replaceAll(/^[\s,，:：]+|[\s,，.。!！?？]+$/gu, ''),
  }));
  // without a day and a name it is a word like any other
  const meant = splits.filter(({ name, until }) => until !== '' || name !== '' || hasCustomer);
  return meant.length === 0 ? undefined : meant;
}

/** These are a plain request with a day only: "Delay Systems", "Push Fitness". */
const VERB = /^(?:snooze|postpone|defer|delay|put off|push back|push out|push|hold off on|hold off)(?= |$)/u;
const APART = /^(?:put|push)( )(.{1,100}?)( (?:off|back|out))( (?:until|till|til|to|for|by|on))?( .+)$/u;
const CONNECTIVE = /(?:^| )(?:until|till|til|to|for|by|on) /gu;
const ENGLISH_DAY =
  /\d|\b(?:(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|few|couple of) (?:days?|weeks?|months?)|days?|weeks?|months?|quarter|year|tomorrow|tmrw|tmr|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|next|later|end of)\b/u;

function inEnglish(tidy: string, folded: string): SnoozeAsked[] {
  const apart = /^(?:put|push) /u.test(folded) ? APART.exec(folded) : null;
  if (apart !== null) {
    const [, gap = '', name = '', off = '', joint = '', until = ''] = apart;
    const from = (folded.startsWith('push') ? 4 : 3) + gap.length;
    const end = from + name.length + off.length + joint.length;
    if (ENGLISH_DAY.test(until)) return [{ name: tidy.slice(from, from + name.length), until: tidy.slice(end) }];
  }
  const verb = VERB.exec(folded)?.[0];
  if (verb === undefined) return [];
  const [rest, restFolded] = [tidy.slice(verb.length).trim(), folded.slice(verb.length).trim()];
  const joints = backwards([...restFolded.matchAll(CONNECTIVE)]);
  const joined = joints.map(({ 0: joint, index }) => ({
    name: rest.slice(0, index),
    until: rest.slice(index + joint.length),
  }));
  const isPlain = verb === 'snooze' || verb === 'postpone' || verb === 'put off';
  const gaps = isPlain ? backwards([...restFolded.matchAll(/ /gu)].slice(0, MOST_WORDS)) : [];
  const spaced = gaps.map(({ index }) => ({ name: rest.slice(0, index), until: rest.slice(index + 1) }));
  const named = [...joined, ...spaced].filter(({ until }) => ENGLISH_DAY.test(until.toLowerCase()));
  const alone = isPlain && ENGLISH_DAY.test(restFolded) ? [{ name: '', until: rest }] : [];
  if (named.length > 0 || alone.length > 0) return [...named, ...alone];
  return verb === 'snooze' ? [{ name: rest, until: '' }] : [];
}

/** The longest name first. */
function backwards<T extends { readonly index: number }>(matches: readonly T[]): T[] {
  const sorted = [...matches];
  sorted.sort((a, b) => b.index - a.index);
  return sorted;
}

const MOST_WORDS = 6;

const DELAYED = '推迟|推后|延后|延期|延迟|延缓|往后推|往后延|往后放|后推|顺延|押后|缓一缓';
const WHAT = '(?:的?(?:下次|下一次)?(?:跟进|联系|联络|回访|电话|拜访|提醒|事)?)';
/** 把ACME推迟到周五, ACME延后三天, 推迟到周五. */
const NAME_FIRST = new RegExp(
  `^(把|将)?(.{0,60}?)(${WHAT})((?:${DELAYED})(?:一下)?(?:到|至)?|(?:推|延|改|挪|缓|放)(?:到|至))(.*)$`,
  'u',
);
/** 推迟ACME到周五, 延后跟进ACME三天. */
const VERB_FIRST = new RegExp(
  `^((?:${DELAYED})(?:一下)?(?:跟进|联系|联络|回访|拜访)?)(.{2,60}?)(的(?:跟进|联系|联络|回访|拜访))?(到|至)(.+)$`,
  'u',
);
const AGAIN = /再(?:跟进|联系|联络|回访|拜访|打电话给|打给|打|提醒我?(?:跟进|联系|联络)?)/u;
const CHINESE_DAY = /\d|[一二两三四五六七八九十几]|周|星期|礼拜|月|天|日|号|年|季度|明|后|下/u;
/** Any: it is only found out where a day stands. */
const SOME_DAY = '2026-01-05' as CalendarDate;

function inChinese(tidy: string, folded: string): SnoozeAsked[] {
  const again = againIn(tidy, folded);
  if (again !== undefined) return [again];
  const splits: SnoozeAsked[] = [];
  const [verb = '', after = '', , , till = ''] = partsOf(VERB_FIRST, tidy, folded) ?? [];
  if (verb !== '' && CHINESE_DAY.test(VERB_FIRST.exec(folded)?.[5] ?? '')) splits.push({ name: after, until: till });
  const [take = '', name = '', , delayed = '', until = ''] = partsOf(NAME_FIRST, tidy, folded) ?? [];
  if (delayed === '') return splits;
  const isDay = startsWithDay(NAME_FIRST.exec(folded)?.[5] ?? '');
  if (isDay || (until === '' && (take !== '' || name === ''))) splits.push({ name, until });
  return splits;
}

/** 三天, 周五, 下周一吧, 12月3号; 延期咨询公司 has none. */
function startsWithDay(until: string): boolean {
  return (
    /^[\s,，]*(?:\d|[一二两三四五六七八九十几半]|这?个?(?:周|星期|礼拜)|[本上下明后大今月年第春国中圣元])/u.test(
      until,
    ) && CHINESE_DAY.test(until)
  );
}

/** 下周一再联系ACME, ACME下周再跟进. */
function againIn(tidy: string, folded: string): SnoozeAsked | undefined {
  const again = AGAIN.exec(folded);
  if (again === null) return undefined;
  const day = findChineseDays(folded.slice(0, again.index), SOME_DAY).find(({ end }) => end === again.index);
  if (day === undefined) return undefined;
  const before = tidy.slice(0, day.at);
  const after = tidy.slice(again.index + again[0].length);
  if (before.trim() !== '' && after.trim() !== '') return undefined;
  return { name: before.trim() === '' ? after : before, until: tidy.slice(day.at, day.end) };
}

const IT =
  /^(?:it|this|that|them|him|her|this (?:customer|client|account|one)|that (?:customer|client|account|one)|the (?:customer|client|account)|(?:the |my )?(?:follow[- ]?up|call|contact|reminder)|它|他|她|他们|这个|这个客户|该客户|这家)$/iu;

/** What is called by it, empty for the customer that is spoken of. */
function nameIn(text: string): string {
  const name = text
    .replaceAll(/^[\s"“”'「」『』《》,，:：]+|[\s"“”'「」『』《》,，:：]+$/gu, '')
    .replace(
      /^(?:(?:the |my )?(?:follow[- ]?up|call|calling|contact|contacting|visit) (?:with|to|of|for) |calling |contacting |跟进|联系|聯絡|联络)/iu,
      '',
    );
  return IT.test(name) ? '' : name;
}
