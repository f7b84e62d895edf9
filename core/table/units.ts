import { foldScript } from './fold-script.ts';

/** What stands before or after a number, or in a heading's brackets, read as units. */
export interface Unit {
  /** ISO 4217 code, or `$`, `¥`, `元` where the sign alone does not say which. */
  readonly currency?: string;
  /** 10,000 for 万; absent when no multiplier is named. */
  readonly factor?: number;
  /** 0.01 for %, 0.001 for ‰, 0.1 for 成. */
  readonly percent?: number;
  /** Months in the unit of time: 12 for 年. */
  readonly months?: number;
  /** A counting word (次, 家, orders): names no unit that changes the number. */
  readonly counting?: boolean;
  readonly negative?: boolean;
}

/**
 * Reads a run of unit words (`万元`, `k€`, `US$`, `％`, `个月`, `USD million`), in any order, width, script and case;
 * `{}` for blank text, undefined when any part of it is not a unit.
 */
export function parseUnit(text: string): Unit | undefined {
  if (text.length > LONGEST_UNIT) return undefined;
  let rest = foldScript(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s.·]+/g, '');
  let unit: Unit = {};
  while (rest !== '') {
    const token = longestToken(rest);
    if (token === undefined) return undefined;
    const next = UNITS.get(token);
    if (next === undefined) return undefined;
    const joined = join(unit, next);
    if (joined === undefined) return undefined;
    unit = joined;
    rest = rest.slice(token.length);
  }
  return unit;
}

/**
 * {@link parseUnit} for headings and titles, where a multiplier may be written as a number: `10k RMB`, `RMB 10,000`, `ten
 * thousand yuan`. A bare number counts only beside a currency.
 */
export function parseHeadingUnit(text: string): Unit | undefined {
  const plain = text.normalize('NFKC').toLowerCase();
  const number = NUMBER_AS_FACTOR.exec(plain)?.[0];
  if (number === undefined) return parseUnit(text);
  const rest = parseUnit(plain.replace(number, ' '));
  if (rest === undefined || (rest.factor ?? rest.percent ?? rest.months) !== undefined) return undefined;
  const digits = number
    .replace(/^ten/, '10')
    .replace(/^hundred/, '100')
    .replace(/\s*thousand$|k$/, '000');
  const isBare = /^[\d,]+$/.test(number) && rest.currency === undefined;
  return isBare ? undefined : { ...rest, factor: Number(digits.replaceAll(',', '')) };
}

/** The ISO codes that a currency sign which is not one itself may stand for; undefined for an ISO code. */
export function currenciesOfSign(sign: string): readonly string[] | undefined {
  return SIGNS.get(sign);
}

const LONGEST_UNIT = 40;

/** 1,000 to 100,000,000 in digits, 10k, 100 thousand. */
const NUMBER_AS_FACTOR =
  /(?<![\p{L}\d.,])(?:1(?:0{3,8}|0{0,2}(?:,000){1,2}|00?k)|(?:ten|hundred|100?)\s*thousand)(?![\d.,])/u;

/** Generic signs, the likeliest currency first. */
const SIGNS = new Map<string, readonly string[]>([
  ['$', ['USD', 'TWD', 'HKD', 'AUD', 'CAD', 'SGD', 'NZD', 'MXN']],
  ['¥', ['CNY', 'JPY']],
  ['元', ['CNY', 'TWD', 'HKD', 'MOP', 'SGD']],
]);

const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  $: '$ dollar dollars',
  '¥': '¥',
  元: '元 块 圆 块钱 元整 圆整',
  USD: 'usd us$ usd$ 美元 美金 usdollar usdollars',
  CNY: 'cny rmb cn¥ rmb¥ 人民币 yuan renminbi',
  TWD: 'twd ntd nt$ nt 新台币 台币',
  HKD: 'hkd hk$ 港币 港元 港纸',
  MOP: 'mop mop$ 澳门元 澳门币 葡币',
  EUR: '€ eur euro euros 欧元',
  GBP: '£ gbp 英镑',
  JPY: 'jpy jp¥ 円 日元 日圆 日币 yen',
  KRW: '₩ krw 韩元 韩币',
  INR: '₹ inr 卢比 rs',
  AUD: 'aud a$ au$ 澳元 澳币',
  CAD: 'cad c$ ca$ 加元 加币',
  SGD: 'sgd s$ 新加坡元 新币 坡币',
  NZD: 'nzd nz$ 纽币',
  MXN: 'mxn mx$',
  BRL: 'brl r$',
  CHF: 'chf sfr 瑞士法郎 瑞郎',
  SEK: 'sek',
  NOK: 'nok',
  DKK: 'dkk',
  PLN: 'pln zł',
  CZK: 'czk kč',
  HUF: 'huf',
  TRY: 'try ₺',
  RUB: 'rub ₽ руб 卢布',
  UAH: 'uah ₴',
  THB: 'thb ฿ 泰铢',
  MYR: 'myr rm 马币 令吉',
  IDR: 'idr rp 印尼盾',
  PHP: 'php ₱',
  VND: 'vnd ₫ 越南盾',
  AED: 'aed',
  SAR: 'sar',
  ILS: 'ils ₪',
  ZAR: 'zar',
};

const FACTOR_WORDS: readonly (readonly [number, string])[] = [
  [100, '百'],
  [1e3, "千 k 000 000s '000 ths thsd thousand thousands tsd t k's 仟"],
  [1e4, '万 w 萬'],
  [1e5, '十万 lakh lakhs'],
  [1e6, '百万 m mm mn mio mill mil million millions 佰万'],
  [1e7, '千万 仟万 crore crores'],
  [1e8, '亿 万万'],
  [1e9, '十亿 b bn bln billion billions mrd'],
  [1e10, '百亿'],
  [1e11, '千亿'],
  [1e12, '万亿 兆 tn trillion'],
];

const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...Object.entries(CURRENCY_WORDS).flatMap(([currency, list]) =>
    list.split(' ').map((word): [string, Unit] => [foldScript(word), { currency }]),
  ),
  ...FACTOR_WORDS.flatMap(([factor, list]) =>
    list.split(' ').map((word): [string, Unit] => [foldScript(word), { factor }]),
  ),
  ...words('% percent pct pc 百分比 个百分点 百分点', { percent: 0.01 }),
  ...words('‰ permille', { percent: 0.001 }),
  ...words('成', { percent: 0.1 }),
  ...words('年 y yr yrs year years 周年', { months: 12 }),
  ...words('月 个月 month months mo mos mth mths', { months: 1 }),
  ...words('日 天 day days', { months: 1 / 30.4375 }),
  ...words('周 星期 week weeks wk wks', { months: 7 / 30.4375 }),
  ...words('次 个 单 笔 件 家 项 人 户 套 台 张 times orders order pcs x 回 分 宗 起 points pts', { counting: true }),
  ...words('- − – ▲ △ 负', { negative: true }),
  ...words('+ 约 大约 ~ ≈ about approx ca circa 左右 in of 单位 : 单位: unit unit:', {}),
]);

const LONGEST_TOKEN = Math.max(...[...UNITS.keys()].map((token) => token.length));

function words(list: string, unit: Unit): [string, Unit][] {
  return list.split(' ').map((word) => [foldScript(word), unit]);
}

function longestToken(text: string): string | undefined {
  for (let length = Math.min(LONGEST_TOKEN, text.length); length > 0; length--) {
    const token = text.slice(0, length);
    if (UNITS.has(token)) return token;
  }
  return undefined;
}

/** Both together; undefined when they contradict each other (two currencies, percent of euros). */
function join(a: Unit, b: Unit): Unit | undefined {
  if (a.negative === true && b.negative === true) return undefined;
  if (a.percent !== undefined && b.percent !== undefined) return undefined;
  if (a.months !== undefined && b.months !== undefined) return undefined;
  if (a.factor !== undefined && b.factor !== undefined) return undefined;
  const unit: Unit = { ...a, ...b };
  if (a.currency === undefined || b.currency === undefined || a.currency === b.currency) return unit;
  if (currenciesOfSign(b.currency)?.includes(a.currency) === true) return { ...unit, currency: a.currency };
  return currenciesOfSign(a.currency)?.includes(b.currency) === true ? unit : undefined;
}
