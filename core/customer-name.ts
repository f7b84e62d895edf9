/**
 * A name as it is compared: case, width (full or half), white space and punctuation aside. `＆` and `&` read as `and`;
 * spaces stay only between words that are not Chinese. A name of nothing but punctuation stays as it is, so that no two different names
 * both become empty; the result is empty only for blank text.
 */
export function normaliseName(text: string): string {
  if (SIMPLE.test(text)) return text;
  const lower = PLAIN.test(text) ? text.toLowerCase() : text.replace(MARKS, '').normalize('NFKC').toLowerCase();
  const words = lower
    .replace(/[.'’`´·•・\p{Cf}]/gu, '')
    .replace(/&/g, ' and ')
    .replace(/[\p{P}\p{Z}\p{Cc}]+/gu, ' ')
    .trim();
  if (words === '') return lower.trim();
  return words.includes(' ') ? words.replace(SPACE_AT_CJK, '') : words;
}

/**
 * The name without its legal form (有限公司, 股份有限公司, 株式会社, Co., Ltd., GmbH & Co. KG, …), otherwise as it stands. 集团 and a branch's
 * 分公司 stay: they name another customer. A name that is nothing but a legal form, or longer than 300 characters,
 * comes back whole.
 */
export function withoutLegalSuffix(text: string): string {
  let name = text.trim();
  if (name.length > LONGEST_NAME) return name;
  for (;;) {
    const shorter = trimEdges(withoutLatinForm(withoutCjkForm(name)));
    if (shorter === '' || shorter === name) return name;
    name = shorter;
  }
}

/** No legal name is longer; what is, is not searched, so that hostile text costs nothing. */
const LONGEST_NAME = 300;
const JOINERS = /[\s,，、;]/;
/** A name that is compared as it stands. */
const SIMPLE = /^[\u4e00-\u9fff0-9a-z]+$/;
/** Text that needs no folding of width. */
const PLAIN = /^[\x20-\x7e]*$/;
const MARKS = /[®©™℠]/g;
const SPACE_AT_CJK =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]) | (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

/** Longest first, so that no shorter form leaves half of a longer one. */
const CJK_FORMS = [
  '股份有限责任公司',
  '股份有限責任公司',
  '有限责任公司',
  '有限責任公司',
  '股份有限公司',
  '(有限合伙)',
  '（有限合伙）',
  '(有限合夥)',
  '（有限合夥）',
  '股份公司',
  '有限公司',
  '株式会社',
  '株式會社',
  '有限会社',
  '合同会社',
  '주식회사',
  '유한회사',
  '(株)',
  '（株）',
  '㈱',
  '(주)',
  '㈜',
  '公司',
];
/** What may also stand in front of the name. */
const LEADING_FORMS = [
  '株式会社',
  '株式會社',
  '有限会社',
  '合同会社',
  '주식회사',
  '(株)',
  '（株）',
  '㈱',
  '(주)',
  '㈜',
];

/** Words of legal forms, dots and brackets removed; a form of several words goes word by word. */
const LATIN_WORDS = new Set(
  (
    'ltd limited inc incorporated llc llp lp lllp plc corp corporation co company cos ' +
    'gmbh mbh ag kg kgaa ohg ug gbr ev se sa sas sarl eurl sasu snc spa srl srls sl slu sau nv bv bvba cv vof ' +
    'ab oy oyj asa aps as ks kft zrt nyrt sro doo dd jsc ojsc pjsc cjsc pty pte pvt private sdn bhd kk gk ltda eireli ' +
    'ооо оао зао пао ао tbk pllc pc'
  ).split(' '),
);
/** Forms whose words alone are too common to be taken away. */
const LATIN_PHRASES = new Set(['sp z oo', 's a', 's l', 's p a', 's r l', 'de cv', 'de rl']);

function withoutCjkForm(name: string): string {
  for (const form of CJK_FORMS) {
    if (!name.endsWith(form)) continue;
    const rest = name.slice(0, -form.length);
    return form === '公司' && /[分子总總母]$/.test(rest) ? name : rest;
  }
  for (const form of LEADING_FORMS) if (name.startsWith(form)) return name.slice(form.length);
  return name;
}

function withoutLatinForm(name: string): string {
  const words = [...name.matchAll(/[^\s,，、;]+/g)].map((match) => ({
    start: match.index,
    text: match[0].replace(/[^\p{L}\p{N}]/gu, '').toLowerCase(),
  }));
  const last = words[words.length - 1];
  const first = words[0];
  if (last === undefined || first === undefined || words.length < 2) return name;
  for (const count of [3, 2]) {
    const tail = words.slice(-count);
    const start = tail[0]?.start ?? 0;
    if (start > 0 && tail.length === count && LATIN_PHRASES.has(tail.map((word) => word.text).join(' '))) {
      return name.slice(0, start);
    }
  }
  if (LATIN_WORDS.has(last.text)) return name.slice(0, last.start);
  if (/^(ооо|оао|зао|пао|pt)$/.test(first.text)) return name.slice(words[1]?.start ?? 0);
  return name;
}

/** Removes what joined the legal form to the name; a bracket stays, since it may close one inside the name. */
function trimEdges(name: string): string {
  let start = 0;
  let end = name.length;
  while (start < end && JOINERS.test(name.charAt(start))) start++;
  while (end > start && (JOINERS.test(name.charAt(end - 1)) || /^\s[-–—&＆]$/.test(name.slice(end - 2, end)))) end--;
  return name.slice(start, end);
}
