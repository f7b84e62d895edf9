/** A satisfaction that a text states, from `at` up to `end`. */
export interface SatisfactionMention {
  readonly at: number;
  readonly end: number;
  /** As it stands there. */
  readonly text: string;
  /** 1 to 5; null when it is not a whole number of that scale, or may be no satisfaction at all. */
  readonly value: number | null;
}

/**
 * Finds where a text in lower-case English or simplified Chinese states a satisfaction from 1 to 5: "4/5", "4 stars", "csat 4", ★★★★,
 * 5分, 满意度4. `4/5` after a word such as "by" is a day, and so is "Sat 5", unless it is said to be a satisfaction.
 */
export function findSatisfaction(text: string): SatisfactionMention[] {
  return Array.from(text.matchAll(STATED), ({ 0: words, index, groups = {} }) => {
    const stars = groups['stars']?.length;
    const number = stars ?? numberIn(groups['number'] ?? groups['score'] ?? groups['points'] ?? '');
    const isOutOfFive = groups['outOf'] === undefined || groups['outOf'] === '5';
    const isOpen = groups['open'] !== undefined;
    const isOnScale = !isOpen && Number.isInteger(number) && number >= 1 && number <= 5 && isOutOfFive;
    return { at: index, end: index + words.length, text: words, value: isOnScale ? number : null };
  });
}

/** Right before a number: it is a day. */
const DAY_BEFORE =
  '(?<!\\b(?:on|by|before|until|till|next|from|due|meeting|back|since|and|or|call|visit|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?) ?|[\\d./-])';
/** "Sat" is a day too, unless a verb, a colon or a scale of five says otherwise. */
const SAT = `(?:sat(?=(?: (?:score|level|is|was))+[ :=]*\\d| ?[:=])|${DAY_BEFORE}sat(?= \\d(?:\\.\\d)?(?: ?\\/ ?5(?![\\d/%])| ?out of\\b| ?stars?\\b)))`;
/** "Called, sat 4", "called, sat 4/10": a satisfaction, or a Saturday? */
const SAT_ALONE = '(?<=(?:^|[,;.!?\\n]) ?)(?<open>sat)(?= (?:\\d|\\d{1,2} ?\\/ ?10) ?(?:$|[,;.!?\\n]))';
const NAMED = `\\b(?:csat|nps|satisfaction|satisfied|${SAT}|${SAT_ALONE}|rating|rated|rates|scored?|scores)(?: (?:score|level|us|me|it|is|was|at|of|a))*[ :=]*`;
const NAMED_IN_CHINESE = '(?:客户)?(?:满意度?|评分|打分|评价|评级)[ :=为是到有]*';
const SCORE =
  '(?<score>\\d{1,3}(?:\\.\\d+)?|[一二三四五])(?!\\d|[/-]\\d{1,2}[/-]|(?:st|nd|rd|th)\\b)(?: ?(?:\\/|out of) ?(?<outOf>5|10|100)(?!\\d))?(?: ?(?:分|星|stars?))?';
const OF_FIVE = `${DAY_BEFORE}(?<number>\\d(?:\\.\\d)?) ?(?:\\/ ?5(?![\\d/%])|out of 5\\b|stars?\\b)`;
const POINTS =
  '(?<![\\d点:第.百部几]|\\d ?)(?<points>\\d{1,3}(?:\\.\\d+)?|(?<!十)[一二三四五六七八九]) ?(?:分(?![钟之公店销期析批别享\\d一二三四五六七八九十钱秒厘部红成])|颗?星(?![期级座巴]))';
const STARS = '(?<stars>★{1,10})';

const STATED = new RegExp(`(?:${NAMED}|${NAMED_IN_CHINESE})${SCORE}|${OF_FIVE}|${POINTS}|${STARS}`, 'gu');

function numberIn(text: string): number {
  const index = '零一二三四五六七八九'.indexOf(text);
  return index > 0 ? index : Number(text);
}
