/** Seeded pseudo-random numbers in [0, 1) (mulberry32), so that every run sees the same data. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Believable company names, 55 of 100 Chinese, of few places, trades and legal forms and many own names, as in real
 * customer tables: a fifth of the Chinese names hold 贸易, a tenth of the Latin ones Trading.
 */
export function companyNames(random: () => number): () => string {
  const pick = <T>(from: readonly [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0];
  const syllables = (count: number) => Array.from({ length: count }, () => pick(SYLLABLES)).join('');
  const characters = (count: number) => Array.from({ length: count }, () => pick(CHARACTERS)).join('');
  return () => {
    if (random() < 0.55) {
      const own = characters(random() < 0.7 ? 2 : random() < 0.8 ? 3 : 4);
      return `${random() < 0.6 ? pick(PLACES) : ''}${own}${pick(TRADES)}${pick(FORMS)}`;
    }
    const own = capital(syllables(random() < 0.3 ? 2 : 3));
    const middle =
      random() < 0.6 ? ` ${capital(pick(LATIN_TRADES))}` : ` ${capital(syllables(2))} ${pick(LATIN_TRADES)}`;
    return `${random() < 0.15 ? `${pick(LATIN_PLACES)} ` : ''}${own}${middle} ${pick(LATIN_FORMS)}`;
  };
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const list = (text: string): [string, ...string[]] => {
  const [first = '', ...others] = text.split(' ');
  return [first, ...others];
};
const PLACES = list(
  '上海 上海 上海 深圳市 深圳市 深圳 北京 北京 广州市 杭州 苏州 宁波 东莞市 江苏 浙江 山东 厦门 成都 武汉 台灣 香港',
);
const CHARACTERS: readonly [string, ...string[]] = list(
  Array.from(
    '华为远达宏盛鑫隆瑞丰恒泰永兴金海天龙鹏程嘉诚信义和美德润泽康宁安佳昌茂源通顺利博雅文创新锐智联合众力强伟业长青松柏云峰江河东方南北西林森山石玉珠宝银星月光明辉煌大中元亨贞吉祥如意福禄寿喜双百千万亿国民生益群英杰豪雄飞腾跃升起航帆舟凯旋荣耀卓越超凡弘毅正道同仁济世尚品优格',
  ).join(' '),
);
const TRADES = list(
  '贸易 贸易 贸易 贸易 科技 科技 科技 科技 电子 国际贸易 进出口 实业 实业集团 信息技术 机械 建材 物流 食品 纺织 化工',
);
const FORMS = list('有限公司 有限公司 有限公司 有限公司 股份有限公司 有限责任公司 集团 集团有限公司');
const SYLLABLES = list(
  'an ar bel bo ca cor da del dor el en er fa fin gal gen ha hel il in ka kor la len lo lu ma mar mel mi mon na ner no or pa per qua ra ren ri ro sa sel so sta ta tel ti tor tra ul va ven vi wa wen xi ya zan zen zo',
);
const LATIN_TRADES = list(
  'Trading Trading Technologies Group Systems Logistics Industries International Foods Electronics Chemicals Textiles Machinery Consulting Solutions Partners Pharma Energy',
);
const LATIN_PLACES = list('Shanghai Asia Pacific Nordic Global United');
const LATIN_FORMS = list('Ltd Ltd. Inc. GmbH LLC AG Corp Co.,Ltd. S.A. Limited');
