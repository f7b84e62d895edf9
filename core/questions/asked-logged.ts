import type { Question } from './question.ts';

/**
 * Reads a question for what was logged already: "what did I log today", "who have I called this week", 我今天联系了谁. Undefined for
 * any other. `folded` is without courtesies.
 */
export function askedLogged(folded: string): (Question & { readonly kind: 'logged' }) | undefined {
  const bare = folded.replaceAll(/[?!.。！？]+$/gu, '').trim();
  const found = PATTERNS.map((pattern) => pattern.exec(bare)).find((match) => match !== null);
  if (found === undefined) return undefined;
  const { before = '', day = '', mine } = found.groups ?? {};
  // 记录 alone is no question
  if (before + day === '' && mine === undefined) return undefined;
  return { kind: 'logged', since: sinceOf(before + day) };
}

const DAY =
  '(?<day>today|this morning|this afternoon|yesterday|this week|(?:in )?the last (?:7|seven) days|(?:the )?past week)';
const WHICH =
  '(?:what|who|whom|who all|what all|which (?:ones|contacts?|calls?|customers?|clients?|visits?|accounts?)|how many(?: (?:ones|contacts?|calls?|customers?|clients?|visits?|people|accounts?))?)';
const DID =
  '(?:log|logged|note|noted|record|recorded|enter|entered|do|done|make|made|call|called|phone|phoned|contact|contacted|visit|visited|see|seen|meet|met|reach|reached|e-?mail|e-?mailed|(?:speak|spoken|talk|talked) (?:to|with))';

const ZH_DAY = '今天|今日|今早|昨天|昨日|本周|这周|这个星期|这星期|本星期|这礼拜';
const ZH_DID = '记录|登记|记|联系|联络|打|打电话|打电话给|致电|拜访|跟进|回访|做|沟通|聊|见';
const ZH_WHAT =
  '(?:谁|哪些|哪几个|哪几家|哪几位|什么|啥|几个|几位|几家|几条|几次|多少|多少个|多少位|多少条|多少次|些什么|些谁)(?:人|客户|联系|联络|记录|电话|通电话|事|事情|家|位)?';

const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `^${WHICH} (?:did|have|'ve) (?<mine>i|we)(?: already| actually| all)? ${DID}(?: so far)?(?: ${DAY})?(?: so far)?$`,
  ),
  new RegExp(
    `^(?:what|what's|what is|what was|what has been|what have been)(?: been)? (?:logged|noted|recorded)(?: by me)?(?: so far)? ${DAY}$`,
  ),
  new RegExp(
    `^(?<mine>my) (?:logs?|logged (?:contacts|calls)|log entries|contact log|call log|notes)(?: (?:of|for|from))?(?: ${DAY})?$`,
  ),
  new RegExp(
    `^(?:the )?(?:logs?|logged(?: contacts| calls)?|log entries|contacts logged|calls logged)(?: (?:of|for|from))? ${DAY}$`,
  ),
  new RegExp(
    `^(?<before>(?:${ZH_DAY})?)(?<mine>我)?(?<day>(?:${ZH_DAY})?)(?:都|已经|已|一共|总共|共)*(?:${ZH_DID})(?:了|过|了过)${ZH_WHAT}$`,
    'u',
  ),
  new RegExp(
    `^(?<before>(?:${ZH_DAY})?)(?<mine>我)?(?<day>(?:${ZH_DAY})?)(?:都|已经|已)*(?:给|跟|和|与)(?:谁|哪些人|哪些客户|哪几个客户)(?:都|已经)?(?:打|聊|谈|联系|联络|沟通|见)(?:了|过)(?:电话|话|面)?$`,
    'u',
  ),
  new RegExp(
    `^(?<before>(?:${ZH_DAY})?)(?<mine>我)?(?<day>(?:${ZH_DAY})?)的?(?:联系|联络|跟进|拜访)?(?:记录|登记)(?:有哪些|有什么)?$`,
    'u',
  ),
];

function sinceOf(day: string): 'today' | 'yesterday' | 'week' {
  if (/^(?:yesterday|昨)/u.test(day)) return 'yesterday';
  return /week|days|周|星期|礼拜/u.test(day) ? 'week' : 'today';
}
