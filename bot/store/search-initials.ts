import { pinyin } from 'pinyin-pro';
import { wordsOf } from './search-pieces.ts';
import { charactersOf, isIdeograph, squeeze } from './search-text.ts';

/** How a name is typed in Latin letters. */
export interface LatinForms {
  /** `hw` for 华为, `ibm` for international business machines. */
  readonly initials: readonly string[];
  /** `huawei` for 华为; empty for a name without Chinese. */
  readonly spellings: readonly string[];
}

/** Characters beyond these do not add to initials and spellings. */
const LONGEST = 40;
const HAN = /\p{Script=Han}/u;

/**
 * Initials and pinyin of a name as search-text.ts compares it, without its legal form. Chinese is read by words
 * (重庆 chongqing, 银行 yinhang), also as a surname first (单 shan); a place in front is left out in further forms,
 * since 深圳市华为 is typed `hw`.
 */
export function latinForms(core: string): LatinForms {
  const initials = new Set<string>();
  const spellings = new Set<string>();
  const short = charactersOf(core).slice(0, LONGEST).join('');
  if (HAN.test(short)) {
    const name = squeeze(short);
    const place = PLACE.exec(name)?.[0].length ?? 0;
    const readings = [spell(name, 'off')];
    if (SURNAMES_READ_OTHERWISE.test(name)) readings.push(spell(name, 'head'));
    for (const syllables of readings) {
      for (const rest of place === 0 ? [syllables] : [syllables, syllables.slice(place)]) {
        initials.add(rest.map(({ text, whole }) => (whole ? text : text.charAt(0))).join(''));
        spellings.add(rest.map(({ text }) => text).join(''));
      }
    }
  } else {
    const words = wordsOf(short);
    if (words.length >= 2) {
      initials.add(firstLetters(words));
      initials.add(firstLetters(words.filter((word) => !SMALL_WORDS.has(word))));
    }
  }
  return { initials: atLeastTwo(initials), spellings: atLeastTwo(spellings) };
}

function spell(name: string, surname: 'off' | 'head'): { text: string; whole: boolean }[] {
  const parts = pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive', surname });
  // Pinyin is read one syllable a character; Latin words and numbers inside the name stay whole.
  const runs = name.match(/\p{Script=Han}|\P{Script=Han}+/gu) ?? [];
  return parts.map((part, at) => ({ text: part.toLowerCase(), whole: !HAN.test(runs[at] ?? '') }));
}

function firstLetters(words: readonly string[]): string {
  return words.map((word) => charactersOf(word)[0] ?? '').join('');
}

function atLeastTwo(forms: Set<string>): string[] {
  return [...forms].filter((form) => form.length >= 2 && !charactersOf(form).some(isIdeograph));
}

/** Characters that are read differently as a surname (单 shan, 曾 zeng). */
const SURNAMES_READ_OTHERWISE = /^[单曾仇解任区查盖朴尉翟乐覃重缪繁种折洗秘召华员黑冼宁应纪过]/;
const SMALL_WORDS = new Set(
  'and of the for und der die das de du des la le les et y e di del da do und & a an'.split(' '),
);

/** Provinces and large cities, with what makes them an administrative name, in front of a company's own name. */
const PLACE = new RegExp(
  `^(?:中国)?(?:(?:${[
    '北京 上海 天津 重庆 河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 四川 贵州 云南',
    '西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾 广州 深圳 东莞 佛山 珠海 中山 惠州 杭州 宁波 温州 南京 苏州 无锡 常州 南通 徐州 合肥',
    '福州 厦门 泉州 南昌 济南 青岛 烟台 潍坊 郑州 洛阳 武汉 长沙 成都 西安 沈阳 大连 长春 哈尔滨 石家庄 唐山 太原 昆明 贵阳 南宁 海口',
    '兰州 乌鲁木齐 呼和浩特 银川 西宁 拉萨 台北 台中 台南 高雄 新北 桃园 新竹 义乌 昆山 绍兴 嘉兴 金华 台州',
  ]
    .join(' ')
    .replaceAll(' ', '|')})(?:省|市|特别行政区|自治区)?)+(?=..)`,
);
