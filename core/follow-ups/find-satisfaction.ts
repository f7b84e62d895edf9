/** A satisfaction that a text states, from `at` up to `end`. */
export interface SatisfactionMention {
  readonly at: number;
  readonly end: number;
  /** As it stands there. */
  readonly text: string;
  /** 1 to 5; null when it is not a whole number of that scale. */
  readonly value: number | null;
}

/**
 * Finds where a text in lower-case English or simplified Chinese states a satisfaction from 1 to 5: "4/5", "4 stars", "csat 4", ★★★★,
 * 5分, 满意度4. `4/5` after a word such as "by" is a day.
 */
export function findSatisfaction(text: string): SatisfactionMention[] {
  return Array.from(text.matchAll(STATED), ({ 0: words, index, groups = {} }) => {
    const stars = groups['stars']?.length;
    const number = stars ?? numberIn(groups['number'] ?? groups['score'] ?? groups['points'] ?? '');
    const isOutOfFive = groups['outOf'] === undefined || groups['outOf'] === '5';
    const isOnScale = Number.isInteger(number) && number >= 1 && number <= 5 && isOutOfFive;
    return { at: index, end: index + words.length, text: words, value: isOnScale ? number : null };
  });
}

const STATED =
  /(?:\b(?:csat|nps|satisfaction|satisfied|sat|rating|rated|rates|scored?|scores)(?: (?:score|level|us|me|it|is|was|at|of|a))*[ :=]*|(?:客户)?(?:满意度?|评分|打分|评价|评级)[ :=为是到有]*)(?<score>\d{1,3}(?:\.\d+)?|[一二三四五])(?!\d|[/-]\d{1,2}[/-])(?: ?(?:\/|out of) ?(?<outOf>5|10|100)(?!\d))?(?: ?(?:分|星|stars?))?|(?<!\b(?:on|by|before|until|till|next|from|due|meeting|back|since|and|or|call|visit) ?|[\d./-])(?<number>\d(?:\.\d)?) ?(?:\/ ?5(?![\d/%])|out of 5\b|stars?\b)|(?<![\d点:第.百部几]|\d ?)(?<points>\d{1,3}(?:\.\d+)?|(?<!十)[一二三四五六七八九]) ?(?:分(?![钟之公店销期析批别享\d一二三四五六七八九十钱秒厘部红成])|颗?星(?![期级座巴]))|(?<stars>★{1,10})/gu;

function numberIn(text: string): number {
  const index = '零一二三四五六七八九'.indexOf(text);
  return index > 0 ? index : Number(text);
}
