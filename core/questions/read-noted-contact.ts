import { logSplits } from './log-splits.ts';
import { partsOf } from './parts-of.ts';
import type { NotedContact } from './question.ts';

/**
 * Reads a contact that somebody notes: "log called ACME, wants a quote", "给华东精密打了电话 周五前要报价", "ACME log sent a
 * sample". With `hasCustomer` the customer need not be named. Undefined when nothing is noted; the likeliest first.
 */
export function readNotedContact(tidy: string, folded: string, hasCustomer: boolean): NotedContact[] | undefined {
  const asked = ASKED.exec(folded)?.[0].length ?? 0;
  const splits =
    asked > 0 ? askedSplits(tidy.slice(asked), folded.slice(asked), hasCustomer) : unasked(tidy, folded, hasCustomer);
  return splits.length === 0 ? undefined : splits;
}

/** What asks for it in so many words. */
const ASKED =
  /^(?:log(?:ged)?(?: that)?(?: an?| the)?(?: contact)?(?=$|[\s:,])|(?:记录|登记|记下|记一下|记一笔|记)(?:一下|一条|一次|一笔|一个|个)?(?=[\s:,，：]|给|跟|和|与|打|拜访|联系|昨天|今天|刚|我))[\s:,]*/u;
/** Told from "Log Cabin Homes". */
const SAYS_SOMETHING =
  /[,;:]|\b(?:call\w*|e-?mail\w*|visit\w*|met|meeting|spoke|talked|sent|message\w*|answer|wants?|needs?|asked|quote|chat\w*|text\w*|phoned?|lunch|rang|demo|ordered|signed|no)\b|[了过没]/u;

function askedSplits(tidy: string, folded: string, hasCustomer: boolean): NotedContact[] {
  const told = toldSplits(tidy, folded);
  if (told.length === 0 && !hasCustomer && !SAYS_SOMETHING.test(folded)) return [];
  const named = told.length > 0 ? told : namesFirst(tidy, '');
  const whole = tidy === '' || hasCustomer ? [{ name: '', said: tidy }] : [];
  return [
    ...named.filter(({ name }) => name !== ''),
    ...(named.length === 0 && tidy !== '' ? [{ name: '', said: tidy }] : whole),
  ];
}

function unasked(tidy: string, folded: string, hasCustomer: boolean): NotedContact[] {
  if (ENDS_ASKING.test(folded)) return [];
  const told = isTold(folded) ? toldSplits(tidy, folded).filter(({ name }) => name !== '') : [];
  const after = told.length > 0 || ASKS.test(folded) ? [] : logSplits(tidy);
  if (after.length > 0 || !hasCustomer) return [...told, ...after];
  return told.length > 0 || NOTE_BEGINS.test(folded) ? [...told, { name: '', said: tidy }] : [];
}

const STRONG =
  'called|phoned|rang|e-?mailed|texted|messaged|visited|(?:spoke|spoken|talked|chatted) (?:to|with)|met with|met up with|had (?:a |an )?(?:[a-z]+ )?(?:call|meeting|lunch|dinner|coffee|chat|talk|visit) (?:with|at)|left (?:a )?(?:voice ?mail|message) (?:for|with|at)|sent (?:an? |the )?(?:e-?mail|message|quote|offer|sample|samples|brochure|card|gift|text|letter|proposal) to|wrote (?:an? e-?mail )?to|dropped by|stopped by|just called|reached';
/** They begin names as well: "Met Office", "Saw Mill". */
const WEAK = 'met|saw|sent|texted';
const WHO = "(?:(?:i|we|just|i've|we've|i have|we have|have|today|yesterday|this morning)(?: |, ?))*";
const TOLD = new RegExp(`^(${WHO}(?:${STRONG}|${WEAK}))(?= |$|[,;:.])[ ]*`, 'u');
const TOLD_STRONGLY = new RegExp(`^${WHO}(?:${STRONG}) `, 'u');

const DAYS =
  '(?:今天|昨天|前天|刚刚|刚才|刚|上午|下午|早上|今早|晚上|昨晚|昨日|今日|(?:上)?(?:周|星期|礼拜)[一二三四五六日天]|我们|我|已经|已|[ ,，])*';
const ZH_DONE =
  '(?:开|聊|谈|吃|打|见|通)完(?:会|饭|面|电话|话)?了?|打(?:了|过)?(?:一?个|一?通|几个|两个)?电话了?|通(?:了|过)?(?:个|一?次|一?通)?(?:电话|话)了?|(?:发|寄|送|传|回)(?:了|过)(?:一?[封个条份本])?|开(?:了|过)?(?:个|一?次|一?场)?(?:视频|电话)?会了?|见(?:了|过)(?:个|一?次)?面?|见面了?|面谈了?|(?:聊|谈|沟通|联系|联络|视频|演示|讲|说)(?:了|过)|吃(?:了|过)(?:个|一?顿)?饭?|喝(?:了|过)(?:茶|咖啡)?|约(?:了|好)|留(?:了|过)?言了?|做(?:了|过)';
const ZH_TO =
  '打(?:了|过)?(?:个|一?通)?电话给|打给|致电|电话联系|电话拜访|(?:去|上门)?拜访|走访|回访|联系|联络|跟进|探访|发(?:了)?(?:一?封)?(?:邮件|微信|短信|信)给|寄(?:了)?(?:一?份)?(?:资料|样品)给|见|去';
/** "给X打了电话", "跟X开了会". */
const ZH_WITH = new RegExp(`^(${DAYS})(给|跟|和|与|对|向|同)(.{2,60}?)(${ZH_DONE})(.*)$`, 'u');
/** "拜访了X，…". */
const ZH_AT = new RegExp(`^(${DAYS})(${ZH_TO})(了|过|到)?([^,，。;；:： ]{2,60})(.*)$`, 'u');

/** What is told in a sentence with the name inside. */
function toldSplits(tidy: string, folded: string): NotedContact[] {
  const english = TOLD.exec(folded);
  if (english !== null) return namesFirst(tidy.slice(english[0].length), tidy.slice(0, (english[1] ?? '').length));
  const met = partsOf(ZH_WITH, tidy, folded);
  if (met !== undefined) {
    const [day = '', , name = '', done = '', rest = ''] = met;
    return [{ name: withoutMarks(name), said: `${day}${done}${rest}`.trim() }];
  }
  const [day = '', way = '', past = '', name = '', rest = ''] = partsOf(ZH_AT, tidy, folded) ?? [];
  if (name === '') return [];
  const said = `${day}${way.replace(/[给給]$/u, '')}${past || '了'}${rest}`.trim();
  const bare = name.replace(/了$/u, '');
  return [...new Set([name, bare])].map((each) => ({ name: withoutMarks(each), said }));
}

/**
 * Whether it is asked if somebody was contacted, without a name: "called?", 打过电话了吗. `folded` is all that was said, with its
 * question mark.
 */
export function asksWhetherContacted(folded: string): boolean {
  return (
    ENDS_ASKING.test(folded) && (NOTE_BEGINS.test(folded) || folded.startsWith('有人')) && NAMES_NOBODY.test(folded)
  );
}

/** Begins a question, so that "log" in it is a part of a name. */
const ASKS =
  /^(?:why|how|what|when|who|whom|whose|which|is|are|was|did|does|do|has|show|谁|哪|为什么|为何|怎么|怎样|如何|什么)(?![a-z])/u;

/** Asks whether it was done: "called ACME?", "给ACME打了电话吗". */
const ENDS_ASKING = /(?:\?|吗|[了过]没|[了过]没有|是不是|对吧|对不对)[\s?!.。！~]*$/u;

/** Whether it is told of as done, not as something to do. */
function isTold(folded: string): boolean {
  if (TOLD_STRONGLY.test(folded)) return true;
  if (TOLD.test(folded)) return /[,;:]/.test(folded);
  const met = ZH_WITH.exec(folded);
  if (met !== null) return /[了过完]/u.test(met[4] ?? '') || (met[5] ?? '') !== '';
  const told = ZH_AT.exec(folded);
  if (told === null || /^(?:谁|哪|什么)/u.test(told[4] ?? '')) return false;
  const [, day = '', , past, name = '', rest = ''] = told;
  return past !== undefined || name.endsWith('了') || /昨|刚|已|前天/u.test(day) || /^[,，。;；: ]+\S/u.test(rest);
}

/** What begins a note about a customer that need not be named. */
const NOTE_BEGINS = new RegExp(
  `^(?:${WHO}(?:called|phoned|rang|e-?mailed|mailed|texted|messaged|visited|spoke|talked|chatted|met|saw|sent|had|left|reached|wrote|dropped by|stopped by|no answer|voice ?mail|not reached|no reply|nobody|no one|did not|didn't)(?![\\p{L}\\p{N}])|${DAYS}(?:${ZH_DONE}|没接|没人接|没打通|打不通|没联系上|没联络上|联系上|联络上|拜访|走访|回访|无人接听|不在|电话|留言|没人|致电|打给|他们|客户说|对方说))`,
  'u',
);

/** Nothing but what was done, and by whom. */
const NAMES_NOBODY = new RegExp(
  `^(?:${WHO}(?:no answer|no reply|left (?:a )?(?:message|voice ?mail)|[a-z-]+)(?: (?:already|yet|back|them|him|her|it|to them|with them|today|yesterday|recently|this (?:week|month)))*|(?:${DAYS})?(?:有人)?(?:打|通|联系|联络|拜访|走访|回访|致电|跟进|留言|见|聊|谈|沟通|给他们|给他|给她|给对方|跟他们|跟对方|一?[个通次]|电话|话|面|上|到|过|了|没有|没|吗|已经|[ ，,])+)[\\s?!.。！~]*$`,
  'u',
);

/** Every name that the text may begin with, the longest first, each with `before` and what follows it. */
function namesFirst(text: string, before: string): NotedContact[] {
  if (/^[,，;；:：。.]/u.test(text)) return [];
  const marked = /^(.{1,100}?)\s*[,，;；:：。]/u.exec(text)?.[1];
  const gaps = [...text.matchAll(/[\s,，;；:：]+/gu)]
    .map(({ index }) => index)
    .filter((index) => index > 0)
    .slice(0, MOST_WORDS);
  const limit = marked?.length ?? text.length;
  const ends = [
    ...new Set([...gaps, ...(marked === undefined ? [] : [limit]), ...(gaps.length < MOST_WORDS ? [text.length] : [])]),
  ].filter((end) => end <= limit && end > 0);
  ends.sort((a, b) => b - a);
  return ends.map((end) => ({
    name: withoutMarks(text.slice(0, end)),
    said: `${before}${/^[,，;；:：\s]/u.test(text.slice(end)) || before === '' ? '' : ' '}${text.slice(end)}`
      .replace(/^[\s,，:：]+/u, '')
      .trim(),
  }));
}

/** Names of more words are not looked for: each is a search. */
const MOST_WORDS = 6;

function withoutMarks(name: string): string {
  return name.replaceAll(/^[\s"“”'「」『』《》]+|[\s"“”'「」『』《》,，:：.。]+$/gu, '');
}
