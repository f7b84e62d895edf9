import type { FittedScheme } from '../grading/fit-scheme.ts';
import type { Receipt } from '../grading/receipt.ts';
import type { Supposition, WhatIfProblem } from '../grading/what-if.ts';
import { formatDecimal } from './format.ts';
import { criterionText, gradeWriter, statusText, tierText } from './grading-text.ts';
import type { ByLanguage, Language } from './language.ts';

/** The change that is supposed: "Payment collection 91 % → 95 %". */
export function suppositionText(
  { criterion, value }: Supposition,
  before: Receipt,
  values: Readonly<Record<string, string | number | boolean>>,
  language: Language,
): string {
  return gradeWriter(before.fitted, language).change({ criterion, from: values[criterion] ?? null, to: value });
}

/** What the suppositions come to, in a sentence: "Tier A instead of Tier B, with 81 instead of 74 points". */
export function whatIfText(before: Receipt, after: Receipt, language: Language): string {
  const words = WORDS[language];
  const [was, is] = [before, after].map(({ grade, fitted }) =>
    grade.tier === null ? statusText(grade.status, language) : tierText(grade.tier, fitted.scheme, language),
  );
  const [had, has] = [before.grade.score, after.grade.score];
  const points =
    had === null || has === null || had === has ? '' : words.points(formatDecimal(has, 1), formatDecimal(had, 1));
  return (was === is ? words.stays(is ?? '') : words.becomes(is ?? '', was ?? '')) + points;
}

/** Why a supposition could not be used, and what to type. */
export function whatIfProblemText(
  problem: WhatIfProblem,
  { scheme }: Pick<FittedScheme, 'scheme'>,
  language: Language,
): string {
  const words = WORDS[language];
  const title = (id: string): string => criterionText(id, scheme, language);
  switch (problem.code) {
    case 'no-value':
      return words.noValue(problem.text);
    case 'unknown-criterion': {
      const meant = problem.criteria.length > 0 ? problem.criteria : scheme.criteria.map(({ id }) => id);
      const listed = meant.map(title).join(words.comma);
      return problem.criteria.length > 0 ? words.several(problem.text, listed) : words.unknown(problem.text, listed);
    }
    case 'unreadable':
      return words.unreadable(problem.text, title(problem.criterion));
    case 'given-twice':
      return words.twice(title(problem.criterion));
    default:
      return problem satisfies never;
  }
}

/** A supposed value that moved nothing, because the scheme does not count it for this population. */
export function notCountedText(criterion: string, { scheme }: FittedScheme, language: Language): string {
  return WORDS[language].notCounted(criterionText(criterion, scheme, language));
}

/** The fixed words of the answer. */
export const WHAT_IF_TEXT: ByLanguage<{
  readonly heading: string;
  readonly notSaved: string;
  readonly notGraded: string;
  /** Where no customer is named; `asked` is what was typed. */
  whichCustomer(example: string, asked: string): string;
  summary(name: string, outcome: string): string;
  /** Heads the button in the window of all that can be done. */
  readonly group: string;
  readonly button: string;
  /** Begins with {@link button}. */
  buttonLabel(name: string): string;
  /** The window's title and button, at most 24 characters. */
  readonly title: string;
  readonly submit: string;
  readonly field: string;
  readonly hint: string;
  readonly failed: string;
}> = {
  en: {
    heading: 'What if',
    notSaved: 'Only supposed: nothing was changed. Compared by the cut-offs of the latest grading.',
    notGraded: 'This customer has not been graded yet, so there is nothing to compare with.',
    whichCustomer: (example, asked) => `Which customer do you mean? Put the name first: “${example} ${asked}”.`,
    summary: (name, outcome) => `${name}: ${outcome}`,
    group: 'Grade',
    button: 'What if…',
    buttonLabel: (name) => `What if… other figures of ${name}`,
    title: 'What if…',
    submit: 'Try it',
    field: 'Other figures',
    hint: 'Such as: payment = 95%, complaints = 0. Nothing is saved.',
    failed: 'That did not work. Please try again in a moment.',
  },
  'zh-CN': {
    heading: '如果',
    notSaved: '仅为假设，数据没有改动。按最近一次分级的分界点计算。',
    notGraded: '该客户尚未分级，无法比较。',
    whichCustomer: (example, asked) => `您问的是哪个客户？请把名称写在前面，例如“${example} ${asked}”。`,
    summary: (name, outcome) => `${name}：${outcome}`,
    group: '定级',
    button: '假设…',
    buttonLabel: (name) => `假设… ${name}换成其他数值`,
    title: '假设',
    submit: '试算',
    field: '假设的数值',
    hint: '例如：回款率=95%，投诉=0。不会保存。',
    failed: '操作没有成功，请稍后再试。',
  },
  'zh-TW': {
    heading: '如果',
    notSaved: '僅為假設，資料沒有更動。依最近一次分級的分界點計算。',
    notGraded: '該客戶尚未分級，無法比較。',
    whichCustomer: (example, asked) => `您問的是哪位客戶？請把名稱寫在前面，例如「${example} ${asked}」。`,
    summary: (name, outcome) => `${name}：${outcome}`,
    group: '定級',
    button: '假設…',
    buttonLabel: (name) => `假設… ${name}換成其他數值`,
    title: '假設',
    submit: '試算',
    field: '假設的數值',
    hint: '例如：回款率=95%，客訴=0。不會儲存。',
    failed: '操作沒有成功，請稍後再試。',
  },
};

interface Words {
  readonly stays: (tier: string) => string;
  readonly becomes: (tier: string, before: string) => string;
  readonly points: (now: string, before: string) => string;
  readonly comma: string;
  readonly noValue: (text: string) => string;
  readonly several: (name: string, criteria: string) => string;
  readonly unknown: (name: string, criteria: string) => string;
  readonly unreadable: (text: string, criterion: string) => string;
  readonly twice: (criterion: string) => string;
  readonly notCounted: (criterion: string) => string;
}

const WORDS: ByLanguage<Words> = {
  en: {
    stays: (tier) => `It would stay at: ${tier}`,
    becomes: (tier, before) => `${tier} instead of ${before}`,
    points: (now, before) => ` (${now} points instead of ${before})`,
    comma: ', ',
    noValue: (text) => `“${text}” has no value. Type it as: payment collection=95%, complaint rate=0`,
    several: (name, criteria) => `“${name}” may mean several things: ${criteria}. Please type one of them.`,
    unknown: (name, criteria) => `The scheme has no “${name}”. It grades by: ${criteria}.`,
    unreadable: (text, criterion) => `“${text}” cannot be read as ${criterion}.`,
    twice: (criterion) => `${criterion} is given twice; the first was taken.`,
    notCounted: (criterion) => `${criterion} does not count here, since other data decide in its place.`,
  },
  'zh-CN': {
    stays: (tier) => `仍为：${tier}`,
    becomes: (tier, before) => `${tier}（现为${before}）`,
    points: (now, before) => `，得分 ${now}（现为 ${before}）`,
    comma: '、',
    noValue: (text) => `“${text}”没有数值。请这样输入：回款率=95%，投诉率=0`,
    several: (name, criteria) => `“${name}”可能指：${criteria}。请输入其中一项。`,
    unknown: (name, criteria) => `分级标准中没有“${name}”。可用的指标：${criteria}。`,
    unreadable: (text, criterion) => `“${text}”无法识别为${criterion}。`,
    twice: (criterion) => `${criterion}出现了两次，已取第一个。`,
    notCounted: (criterion) => `${criterion}在这里不计入，由其他数据代替。`,
  },
  'zh-TW': {
    stays: (tier) => `仍為：${tier}`,
    becomes: (tier, before) => `${tier}（現為${before}）`,
    points: (now, before) => `，得分 ${now}（現為 ${before}）`,
    comma: '、',
    noValue: (text) => `「${text}」沒有數值。請這樣輸入：回款率=95%，客訴率=0`,
    several: (name, criteria) => `「${name}」可能指：${criteria}。請輸入其中一項。`,
    unknown: (name, criteria) => `分級標準中沒有「${name}」。可用的指標：${criteria}。`,
    unreadable: (text, criterion) => `「${text}」無法辨識為${criterion}。`,
    twice: (criterion) => `${criterion}出現了兩次，已取第一個。`,
    notCounted: (criterion) => `${criterion}在這裡不列入計算，由其他資料代替。`,
  },
};
