import type { ByLanguage } from './language.ts';

/** The words of satisfaction surveys. */
export const SURVEY_TEXT: ByLanguage<{
  readonly satisfaction: string;
  /** Begins with {@link satisfaction}. */
  satisfactionLabel(name: string): string;
  /** On the card, when it is time to ask. */
  readonly timeToAsk: string;
  /** The window's title, at most 24 characters. */
  readonly title: string;
  question(name: string): string;
  readonly hint: string;
  /** What each score of 1–5 is called. */
  readonly scores: readonly [string, string, string, string, string];
  /** What a screen reader says of a score. */
  scoreLabel(score: number, word: string): string;
  recorded(name: string, score: number): string;
  /** Follows a low score: when the customer is to be contacted. */
  followUp(day: string): string;
  /** What is promised to a customer that is not satisfied; null where it said no more. */
  promise(comment: string | null): string;
  /** On the card: the latest result. `day` is when. */
  latest(score: number, day: string): string;
}> = {
  en: {
    satisfaction: 'Satisfaction',
    satisfactionLabel: (name) => `Satisfaction of ${name}: log an answer`,
    timeToAsk: 'It is time to ask how satisfied this customer is.',
    title: 'Satisfaction',
    question: (name) => `How satisfied is ${name}?`,
    hint: 'One tap saves the answer. To note what the customer said, use Log contact instead.',
    scores: ['Very dissatisfied', 'Dissatisfied', 'Neither', 'Satisfied', 'Very satisfied'],
    scoreLabel: (score, word) => `${score} of 5: ${word}`,
    recorded: (name, score) => `Satisfaction of ${name}: ${score} of 5.`,
    followUp: (day) => `That is low, so a call is planned for ${day}.`,
    promise: (comment) => (comment === null ? 'low satisfaction' : `low satisfaction: ${comment}`),
    latest: (score, day) => `${score} of 5 on ${day}`,
  },
  'zh-CN': {
    satisfaction: '满意度',
    satisfactionLabel: (name) => `满意度：记录${name}的评分`,
    timeToAsk: '该做满意度调查了。',
    title: '满意度',
    question: (name) => `${name}的满意度如何？`,
    hint: '点一下即保存。如需记下客户的意见，请改用“记录联系”。',
    scores: ['非常不满意', '不满意', '一般', '满意', '非常满意'],
    scoreLabel: (score, word) => `${score} 分（满分 5 分）：${word}`,
    recorded: (name, score) => `${name}的满意度：${score} 分（满分 5 分）。`,
    followUp: (day) => `评分偏低，已安排在${day}联系客户。`,
    promise: (comment) => (comment === null ? '满意度低' : `满意度低：${comment}`),
    latest: (score, day) => `${score} 分（满分 5 分），${day}`,
  },
  'zh-TW': {
    satisfaction: '滿意度',
    satisfactionLabel: (name) => `滿意度：記錄${name}的評分`,
    timeToAsk: '該做滿意度調查了。',
    title: '滿意度',
    question: (name) => `${name}的滿意度如何？`,
    hint: '點一下即儲存。如需記下客戶的意見，請改用「記錄聯絡」。',
    scores: ['非常不滿意', '不滿意', '普通', '滿意', '非常滿意'],
    scoreLabel: (score, word) => `${score} 分（滿分 5 分）：${word}`,
    recorded: (name, score) => `${name}的滿意度：${score} 分（滿分 5 分）。`,
    followUp: (day) => `評分偏低，已安排在${day}聯絡客戶。`,
    promise: (comment) => (comment === null ? '滿意度低' : `滿意度低：${comment}`),
    latest: (score, day) => `${score} 分（滿分 5 分），${day}`,
  },
};
