import { cut } from '../grading/path-to.ts';
import type {
  PartsProblemCode,
  SchemeProblem,
  SchemeProblemCode,
  ShapeProblemCode,
} from '../grading/scheme-problem.ts';
import type { ByLanguage, Language } from './language.ts';
import { METHOD_PROBLEMS } from './method-problem-text.ts';
import { TABLE_PROBLEMS } from './table-problem-text.ts';

/** One line for whoever wrote the scheme: where it is wrong, how, and what is wanted instead. */
export function schemeProblemText(problem: SchemeProblem, language: Language): string {
  const place = problem.path === '' ? DOCUMENT[language] : problem.path;
  return `${place}${language === 'en' ? ': ' : '：'}${problemSentence(problem, language)}`;
}

/**
 * The same for a reader who does not think in paths: what it is about in words and its sentence, and the path behind, for
 * whoever looks for it in the text.
 *
 * @param named what the part belongs to by its own name (`salesAmount`); undefined where nothing around it has one
 */
export function schemeProblemSentence(problem: SchemeProblem, named: string | undefined, language: Language): string {
  const { path, code } = problem;
  const sentence = problemSentence(problem, language);
  // the sentence names such a property itself
  const key = code === 'unknown-property' ? '' : (/[^.[\]]+$/.exec(path)?.[0] ?? '');
  // English names the whole last, Chinese first
  const parts = language === 'en' ? [key, named] : [named, key];
  const words = parts.flatMap((word) => (word === undefined || word === '' ? [] : [QUOTED[language](word)]));
  const subject = words.join(language === 'en' ? ' of ' : '的');
  if (path === '') return language === 'en' ? `${DOCUMENT.en} ${sentence}` : `${DOCUMENT[language]}${sentence}`;
  // some sentences go on from what they are about, others stand by themselves
  const goesOn = language === 'en' && /^[a-z]/.test(sentence);
  const colon = subject === '' || goesOn ? '' : language === 'en' ? ':' : '：';
  const space = subject === '' || language !== 'en' ? '' : ' ';
  return language === 'en'
    ? `${subject}${colon}${space}${sentence} (${path})`
    : `${subject}${colon}${sentence}（${path}）`;
}

const QUOTED: ByLanguage<(word: string) => string> = {
  en: (word) => `“${word}”`,
  'zh-CN': (word) => `“${word}”`,
  'zh-TW': (word) => `「${word}」`,
};

function problemSentence(problem: SchemeProblem, language: Language): string {
  const named: Readonly<Record<string, string>> = {
    '{}': detailText(problem, language),
    '{other}': cut(problem.other ?? '', LONGEST_DETAIL),
    // rules are counted from 1, as a person would
    '{rule}': String(Number(/\[(\d+)\]$/.exec(problem.path)?.[1] ?? -1) + 1),
  };
  return SENTENCES[problem.code][language].replace(/\{(?:other|rule)?\}/g, (place) => named[place] ?? '');
}

function detailText({ code, detail, path }: SchemeProblem, language: Language): string {
  if (code === 'missing')
    return detail === undefined ? '' : MISSING_KIND[language].replace('{}', kindText(detail, language));
  if (code === 'wrong-type') return kindText(detail ?? '', language);
  if (code !== 'bad-format') return cut(detail ?? '', LONGEST_DETAIL);
  return (path.endsWith('colour') ? COLOUR_FORM : ID_FORM)[language];
}

function kindText(kind: string, language: Language): string {
  return KINDS[kind]?.[language] ?? kind;
}

const MISSING_KIND: ByLanguage = { en: '; it must be {}', 'zh-CN': '，应为{}', 'zh-TW': '，應為{}' };

/** What a value must be, by the name of its type in JSON. */
const KINDS: Readonly<Record<string, ByLanguage>> = {
  string: { en: 'text in quotation marks', 'zh-CN': '带引号的文本', 'zh-TW': '加引號的文字' },
  number: { en: 'a number without quotation marks', 'zh-CN': '不带引号的数字', 'zh-TW': '不加引號的數字' },
  int: { en: 'a whole number', 'zh-CN': '整数', 'zh-TW': '整數' },
  boolean: { en: 'true or false', 'zh-CN': ' true 或 false', 'zh-TW': ' true 或 false' },
  array: { en: 'a list: [ … ]', 'zh-CN': '列表 [ … ]', 'zh-TW': '清單 [ … ]' },
  object: { en: 'an object: { … }', 'zh-CN': '对象 { … }', 'zh-TW': '物件 { … }' },
  record: { en: 'an object: { … }', 'zh-CN': '对象 { … }', 'zh-TW': '物件 { … }' },
  word: {
    en: 'text in quotation marks, true or false',
    'zh-CN': '带引号的文本、true 或 false',
    'zh-TW': '加引號的文字、true 或 false',
  },
};

/** What does not fit into a few lines of a terminal is cut. */
const LONGEST_DETAIL = 400;

const DOCUMENT: ByLanguage = { en: 'The document', 'zh-CN': '整份文档', 'zh-TW': '整份文件' };
const COLOUR_FORM: ByLanguage = {
  en: '# and six digits from 0 to f, such as #1a7f37',
  'zh-CN': '应为 # 加六位十六进制数，如 #1a7f37',
  'zh-TW': '應為 # 加六位十六進位數，如 #1a7f37',
};
const ID_FORM: ByLanguage = {
  en: 'a letter from A to Z first, then up to 63 more letters, digits, - or _',
  'zh-CN': '应以英文字母开头，其后最多 63 个字母、数字、- 或 _',
  'zh-TW': '應以英文字母開頭，其後最多 63 個字母、數字、- 或 _',
};

const SHAPE_PROBLEMS: Readonly<Record<ShapeProblemCode, ByLanguage>> = {
  missing: { en: 'is missing{}.', 'zh-CN': '缺少此项{}。', 'zh-TW': '缺少此項{}。' },
  'wrong-type': { en: 'must be {}.', 'zh-CN': '应为{}。', 'zh-TW': '應為{}。' },
  'not-finite': {
    en: 'is more than any number can be. Write a smaller one.',
    'zh-CN': '数值过大，无法表示，请改小。',
    'zh-TW': '數值過大，無法表示，請改小。',
  },
  'too-small': { en: 'is too small: the least is {}.', 'zh-CN': '过小，下限为 {}。', 'zh-TW': '過小，下限為 {}。' },
  'not-above': { en: 'must be more than {}.', 'zh-CN': '必须大于 {}。', 'zh-TW': '必須大於 {}。' },
  'too-large': { en: 'is too large: the most is {}.', 'zh-CN': '过大，上限为 {}。', 'zh-TW': '過大，上限為 {}。' },
  'too-few': {
    en: 'has too few entries: it needs at least {}.',
    'zh-CN': '条目太少，至少需要 {} 项。',
    'zh-TW': '項目太少，至少需要 {} 項。',
  },
  'too-many': {
    en: 'has too many entries: it may have at most {}.',
    'zh-CN': '条目太多，最多 {} 项。',
    'zh-TW': '項目太多，最多 {} 項。',
  },
  'text-empty': { en: 'must not be empty.', 'zh-CN': '不能为空。', 'zh-TW': '不能是空的。' },
  'text-too-long': {
    en: 'is too long: at most {} characters.',
    'zh-CN': '太长，最多 {} 个字符。',
    'zh-TW': '太長，最多 {} 個字元。',
  },
  'document-too-large': {
    en: 'is too large for a scheme: it may hold at most {} values. Is it the right file?',
    'zh-CN': '内容过多，不像分级标准：最多 {} 个值。是否选错了文件？',
    'zh-TW': '內容過多，不像分級標準：最多 {} 個值。是否選錯了檔案？',
  },
  'not-allowed': { en: 'must be one of: {}.', 'zh-CN': '只能是以下之一：{}。', 'zh-TW': '只能是以下之一：{}。' },
  'bad-format': { en: 'is not written as it must be: {}.', 'zh-CN': '格式不符：{}。', 'zh-TW': '格式不符：{}。' },
  'unknown-property': {
    en: 'There is no property “{}”. Is it misspelt?',
    'zh-CN': '没有名为“{}”的属性，是否拼写有误？',
    'zh-TW': '沒有名為「{}」的屬性，是否拼寫有誤？',
  },
};

const PARTS_PROBLEMS: Readonly<Record<PartsProblemCode, ByLanguage>> = {
  'no-title': {
    en: 'needs a title in at least one language (en, zh-CN or zh-TW).',
    'zh-CN': '至少需要一种语言的标题（en、zh-CN 或 zh-TW）。',
    'zh-TW': '至少需要一種語言的標題（en、zh-CN 或 zh-TW）。',
  },
  'duplicate-id': {
    en: 'The id “{}” is used twice. Give each its own.',
    'zh-CN': '标识“{}”重复，请分别命名。',
    'zh-TW': '識別碼「{}」重複，請分別命名。',
  },
  'duplicate-heading': {
    en: 'Another criterion is known by “{}” already, so that their columns could not be told apart. Give each its own title and headings.',
    'zh-CN': '“{}”已是另一指标的名称或表头，无法区分对应的列，请分别命名。',
    'zh-TW': '「{}」已是另一指標的名稱或標題，無法區分對應的欄，請分別命名。',
  },
  'duplicate-label': {
    en: '“{}” stands here already: case, width and script do not tell such names apart. Choose another.',
    'zh-CN': '“{}”已存在：大小写、全半角和简繁体不作区分，请另选名称。',
    'zh-TW': '「{}」已存在：大小寫、全半形與繁簡體不作區分，請另選名稱。',
  },
  'reserved-id': {
    en: '“{}” cannot be an id. Choose another.',
    'zh-CN': '“{}”不能用作标识，请另选。',
    'zh-TW': '「{}」不能用作識別碼，請另選。',
  },
  'range-empty': {
    en: 'The range is empty: from is greater than upTo.',
    'zh-CN': '范围为空：from 大于 upTo。',
    'zh-TW': '範圍為空：from 大於 upTo。',
  },
  'contacts-too-far': {
    en: 'The longest time between two contacts cannot be shorter than the usual one of {} days.',
    'zh-CN': '最长联系间隔不能短于平时的 {} 天。',
    'zh-TW': '最長聯絡間隔不能短於平時的 {} 天。',
  },
  'unknown-criterion': {
    en: 'There is no such criterion here: “{}”. Add it to the scheme, or mend the name.',
    'zh-CN': '此处没有指标“{}”，请先添加或更正名称。',
    'zh-TW': '此處沒有指標「{}」，請先新增或更正名稱。',
  },
  'unknown-tier': {
    en: 'There is no tier “{}” in this scheme.',
    'zh-CN': '分级标准中没有等级“{}”。',
    'zh-TW': '分級標準中沒有等級「{}」。',
  },
  'derived-like-criterion': {
    en: 'A criterion is called “{}” already. Give the derived result another id.',
    'zh-CN': '已有指标名为“{}”，请为中间结果另取标识。',
    'zh-TW': '已有指標名為「{}」，請為中間結果另取識別碼。',
  },
  'derived-circle': {
    en: 'Derived results go round in a circle, so that none can be found first: {}. Break it at one place.',
    'zh-CN': '中间结果循环引用，无法确定先后：{}。请断开其中一处。',
    'zh-TW': '中間結果循環引用，無法決定先後：{}。請斷開其中一處。',
  },
  'knock-out-when': {
    en: 'The condition does not suit the criterion: numbers need above or below, and may have the words that say the same (is); levels, answers, texts and labels need is alone.',
    'zh-CN':
      '条件与指标类型不符：数值指标用 above 或 below，可另加含义相同的文字（is）；高低、是否、文本和标签只用 is。',
    'zh-TW':
      '條件與指標型別不符：數值指標用 above 或 below，可另加意思相同的文字（is）；高低、是否、文字和標籤只用 is。',
  },
  'knock-out-wrong-way': {
    en: 'The condition would knock out the better customers: use above where lower is better, below where higher is.',
    'zh-CN': '该条件会否决较好的客户：越低越好的指标用 above，越高越好的用 below。',
    'zh-TW': '該條件會否決較好的客戶：越低越好的指標用 above，越高越好的用 below。',
  },
  'knock-out-not-worst': {
    en: 'A knock-out must name the worst answers, and not all of them.',
    'zh-CN': '一票否决应列出最差的取值，且不能包含全部取值。',
    'zh-TW': '一票否決應列出最差的取值，且不能包含全部取值。',
  },
  'knock-out-always': {
    en: 'The condition holds for every customer. Choose a bound within the range of the criterion.',
    'zh-CN': '该条件对所有客户都成立，请选择指标范围内的界限。',
    'zh-TW': '此條件對所有客戶都成立，請選擇指標範圍內的界限。',
  },
  'knock-out-best-tier': {
    en: 'A knock-out into the best tier changes nothing. Name a lower one than “{}”.',
    'zh-CN': '否决到最高等级没有意义，请选择低于“{}”的等级。',
    'zh-TW': '否決到最高等級沒有意義，請選擇低於「{}」的等級。',
  },
};

/** `{}` stands for the problem's detail, `{other}` for the second thing it names. */
const SENTENCES: Readonly<Record<SchemeProblemCode, ByLanguage>> = {
  ...SHAPE_PROBLEMS,
  ...PARTS_PROBLEMS,
  ...METHOD_PROBLEMS,
  ...TABLE_PROBLEMS,
};
