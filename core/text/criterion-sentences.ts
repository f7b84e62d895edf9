import type { BoundSide } from './band-text.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage } from './language.ts';

/** The sentences about one criterion's part in a grade. Values, points and tiers come ready as text. */
export interface CriterionSentences {
  /** A value that decided together with others. `asked`: what the rule asks for, where that is more than the value itself. */
  answer(title: string, value: string, asked: string): string;
  /** A value that decided by itself what the outcome is. */
  decided(title: string, value: string, outcome: string, band: string): string;
  /** A statement that chose among the tiers that fit. */
  stated(title: string, value: string, tier: string): string;
  /** A number that must be reached, or not be passed. */
  bound(side: BoundSide, value: string): string;
  /** Any word but this one. */
  other(word: string): string;
  /** The same for a day, whose number is that of the months since or until then. */
  dayBound(side: BoundSide, months: string, isAhead: boolean): string;
  topShare(share: string, range: string): string;
  readonly or: string;
  readonly comma: string;
  counted(title: string, value: string | undefined, points: string, band: string): string;
  readonly points: (points: string, max: string) => string;
  /** The same where every criterion of every customer says so, one behind the other. */
  readonly pointsInRow: (points: string, max: string) => string;
  /** Points that were won and lost; `lost` is undefined where none were. */
  pointsLost(points: string, max: string, lost: string | undefined): string;
  /** Where the best band starts, for a customer that is in another one. */
  topBand(start: string, share: string | undefined, isLowerBetter: boolean): string;
  /** The customer's own band and the best one, which is undefined where they are the same. */
  bands(place: number, count: number, own: string, best: string | undefined): string;
  missing(title: string, outcome: string): string;
  unusable(title: string, value: string, outcome: string): string;
  readonly leftOut: string;
  /** `condition`: what knocks out; empty to leave it out. */
  knockOut(title: string, value: string | undefined, tier: string, condition: string): string;
  /** A knock-out that did not apply; `value` is undefined when it is not known. */
  spared(title: string, condition: string, tier: string, value: string | undefined): string;
  /** By how much a number must grow or shrink, in brackets; `isBeyond` when that much is not quite enough. */
  difference(way: 'more' | 'less', amount: string, isBeyond: boolean): string;
  /** A day that suffices as well as all days on one side of it. */
  dayGoal(day: string, way: 'later' | 'earlier'): string;
  readonly unknown: string;
}

export const CRITERION_SENTENCES: ByLanguage<CriterionSentences> = {
  en: {
    answer: (title, value, asked) => `${title}: ${value}${asked === '' ? '' : ` (the rule asks for ${asked})`}`,
    decided: (title, value, outcome, band) => `${title} ${value}: ${outcome}${band === '' ? '' : ` (${band})`}`,
    stated: (title, value, tier) => `${title}: ${value}, which speaks for ${tier} and chooses among the tiers that fit`,
    bound: (side, value) =>
      ({
        from: `${value} or more`,
        upTo: `${value} or less`,
        above: `more than ${value}`,
        below: `less than ${value}`,
      })[side],
    other: (word) => `anything but ${word}`,
    dayBound: (side, months, isAhead) => {
      const where = isAhead ? 'ahead' : 'ago';
      return {
        from: `${months} ${where} or more`,
        upTo: `${months} ${where} or less`,
        above: `more than ${months} ${where}`,
        below: `less than ${months} ${where}`,
      }[side];
    },
    topShare: (share, range) => `top ${share} of customers: ${range}`,
    or: ' or ',
    comma: ', ',
    counted: (title, value, points, band) => `${title} ${value ?? ''}: ${points}${band === '' ? '' : ` (${band})`}`,
    points: (points, max) => `${points} of ${max} points`,
    pointsInRow: (points, max) => `${points} of ${max}`,
    pointsLost: (points, max, lost) => `${points} of ${max} points${lost === undefined ? '' : `, ${lost} lost`}`,
    topBand: (start, share, isLowerBetter) => {
      if (share !== undefined) return `top ${share} of customers: ${start} or ${isLowerBetter ? 'less' : 'more'}`;
      return isLowerBetter ? `top band: ${start} or less` : `top band starts at ${start}`;
    },
    bands: (place, count, own, best) =>
      `band ${place} of ${count}, ${own}${best === undefined ? '' : `; best band: ${best}`}`,
    missing: (title, outcome) => `${title} not known: ${outcome}`,
    unusable: (title, value, outcome) => `${title} “${value}” cannot be graded: ${outcome}`,
    leftOut: 'left out, the others weigh more',
    knockOut: (title, value, tier, condition) =>
      `${title} ${value ?? ''}: ${tier} at best, whatever else speaks for it${condition === '' ? '' : ` (knock-out: ${condition})`}`,
    spared: (title, condition, tier, value) =>
      `${title} ${condition} would allow ${tier} at best. This customer: ${value ?? 'not known'}`,
    difference: (way, amount, isBeyond) => ` (${isBeyond ? 'just over ' : ''}${amount} ${way})`,
    dayGoal: (day, way) => `${day} or ${way}`,
    unknown: 'not known',
  },
  'zh-CN': {
    answer: (title, value, asked) => `${title}：${value}${asked === '' ? '' : `（规则要求：${asked}）`}`,
    decided: (title, value, outcome, band) => `${title} ${value}：${outcome}${band === '' ? '' : `（${band}）`}`,
    stated: (title, value, tier) => `${title}：${value}，对应${tier}；有几个等级都符合时，由它决定`,
    bound: (side, value) =>
      ({
        from: `${spaced(value)}及以上`,
        upTo: `${spaced(value)}及以下`,
        above: `高于 ${value}`,
        below: `低于 ${value}`,
      })[side],
    other: (word) => `改为“${word}”以外的其他内容`,
    dayBound: (side, months, isAhead) => {
      const away = isAhead ? '还有' : '距今';
      return {
        from: `${away} ${months}及以上`,
        upTo: `${away} ${months}以内`,
        above: `${away}超过 ${months}`,
        below: `${away}不到 ${months}`,
      }[side];
    },
    topShare: (share, range) => `前 ${share} 的客户：${range}`,
    or: '或',
    comma: '、',
    counted: (title, value, points, band) => `${title} ${value ?? ''}：${points}${band === '' ? '' : `（${band}）`}`,
    points: (points, max) => `得 ${points} 分，满分 ${max} 分`,
    pointsInRow: (points, max) => `${points}/${max} 分`,
    pointsLost: (points, max, lost) => `得 ${points} 分${lost === undefined ? '' : `，失 ${lost} 分`}，满分 ${max} 分`,
    topBand: (start, share, isLowerBetter) => {
      const range = `${start}${isLowerBetter ? '及以下' : '及以上'}`;
      return share === undefined ? `最高档为 ${range}` : `前 ${share} 的客户为 ${range}`;
    },
    bands: (place, count, own, best) =>
      `${count} 档中的第 ${place} 档，${own}${best === undefined ? '' : `；最高档：${best}`}`,
    missing: (title, outcome) => `${title}未知：${outcome}`,
    unusable: (title, value, outcome) => `${title}“${value}”无法评分：${outcome}`,
    leftOut: '不计入，其余指标权重相应提高',
    knockOut: (title, value, tier, condition) =>
      `${title} ${value ?? ''}：一票否决，不论其他指标，最高只能为${tier}${condition === '' ? '' : `（条件：${condition}）`}`,
    spared: (title, condition, tier, value) =>
      `${title}${spaced(condition)}时，最高只能为${tier}；${value === undefined ? '该客户的数据未知' : `该客户为 ${value}`}`,
    difference: (way, amount, isBeyond) => `（${way === 'more' ? '增加' : '减少'}${isBeyond ? '超过' : ''} ${amount}）`,
    dayGoal: (day, way) => `${day}${way === 'later' ? '或之后' : '或之前'}`,
    unknown: '未知',
  },
  'zh-TW': {
    answer: (title, value, asked) => `${title}：${value}${asked === '' ? '' : `（規則要求：${asked}）`}`,
    decided: (title, value, outcome, band) => `${title} ${value}：${outcome}${band === '' ? '' : `（${band}）`}`,
    stated: (title, value, tier) => `${title}：${value}，對應${tier}；有幾個等級都符合時，由它決定`,
    bound: (side, value) =>
      ({ from: `${spaced(value)}以上`, upTo: `${spaced(value)}以下`, above: `高於 ${value}`, below: `低於 ${value}` })[
        side
      ],
    other: (word) => `改為「${word}」以外的其他內容`,
    dayBound: (side, months, isAhead) => {
      const away = isAhead ? '還有' : '距今';
      return {
        from: `${away} ${months}以上`,
        upTo: `${away} ${months}以內`,
        above: `${away}超過 ${months}`,
        below: `${away}不到 ${months}`,
      }[side];
    },
    topShare: (share, range) => `前 ${share} 的客戶：${range}`,
    or: '或',
    comma: '、',
    counted: (title, value, points, band) => `${title} ${value ?? ''}：${points}${band === '' ? '' : `（${band}）`}`,
    points: (points, max) => `得 ${points} 分，滿分 ${max} 分`,
    pointsInRow: (points, max) => `${points}/${max} 分`,
    pointsLost: (points, max, lost) => `得 ${points} 分${lost === undefined ? '' : `，失 ${lost} 分`}，滿分 ${max} 分`,
    topBand: (start, share, isLowerBetter) => {
      const range = `${start}${isLowerBetter ? '以下' : '以上'}`;
      return share === undefined ? `最高級距為 ${range}` : `前 ${share} 的客戶為 ${range}`;
    },
    bands: (place, count, own, best) =>
      `${formatDecimal(count, 0)} 個級距中的第 ${place} 個，${own}${best === undefined ? '' : `；最高級距：${best}`}`,
    missing: (title, outcome) => `${title}未知：${outcome}`,
    unusable: (title, value, outcome) => `${title}「${value}」無法評分：${outcome}`,
    leftOut: '不列入計算，其餘指標權重相應提高',
    knockOut: (title, value, tier, condition) =>
      `${title} ${value ?? ''}：一票否決，不論其他指標，最高只能為${tier}${condition === '' ? '' : `（條件：${condition}）`}`,
    spared: (title, condition, tier, value) =>
      `${title}${spaced(condition)}時，最高只能為${tier}；${value === undefined ? '該客戶的資料未知' : `該客戶為 ${value}`}`,
    difference: (way, amount, isBeyond) => `（${way === 'more' ? '增加' : '減少'}${isBeyond ? '超過' : ''} ${amount}）`,
    dayGoal: (day, way) => `${day}${way === 'later' ? '或之後' : '或之前'}`,
    unknown: '未知',
  },
};

/** With a space behind a Latin letter or a digit, for Chinese text that goes on. */
export function spaced(text: string): string {
  return /[A-Za-z0-9]$/.test(text) ? `${text} ` : text;
}
