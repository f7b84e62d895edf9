/**
 * A text that begins with a length of time, with the day on which that ends instead: "three days" is in three days, 两周 is 两周后. Any
 * other stays as it is. Narrow, lower case and simplified, as days are found in texts.
 */
export function lengthAsDay(folded: string): string {
  const english = ENGLISH.exec(folded)?.[1];
  return english === undefined ? folded.replace(CHINESE, '$1后') : `in ${english}`;
}

const ENGLISH =
  /^(?:for |another )?((?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?:day|week|month)s?)(?![a-z])/;
const CHINESE = /^((?:\d{1,3}|[一二两三四五六七八九十]{1,3}) ?(?:天|日|个?星期|个?礼拜|周|个月))(?![前后内底初中末])/;
