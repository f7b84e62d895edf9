import type { SchemeProblem, SchemeProblemCode } from '../grading/scheme-problem.ts';
import type { ByLanguage, Language } from './language.ts';

/** One line for whoever wrote the scheme: where it is wrong, how, and what is wanted instead. */
export function schemeProblemText(problem: SchemeProblem, language: Language): string {
  const sentence = SENTENCES[problem.code][language].replace('{}', () => detailText(problem, language));
  const place = problem.path === '' && problem.code === 'wrong-type' ? DOCUMENT[language] : problem.path;
  if (place === '') return sentence;
  return `${place}${language === 'en' ? ': ' : '：'}${sentence}`;
}

function detailText({ code, detail, path }: SchemeProblem, language: Language): string {
  if (code !== 'bad-format') return detail ?? '';
  return (path.endsWith('colour') ? COLOUR_FORM : ID_FORM)[language];
}

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

/** `{}` stands for the problem's detail. */
const SENTENCES: Readonly<Record<SchemeProblemCode, ByLanguage>> = {
  missing: { en: 'is missing.', 'zh-CN': '缺少此项。', 'zh-TW': '缺少此項。' },
  'wrong-type': { en: 'must be of type {}.', 'zh-CN': '类型应为 {}。', 'zh-TW': '型別應為 {}。' },
  'too-small': { en: 'is too small: the least is {}.', 'zh-CN': '过小，下限为 {}。', 'zh-TW': '過小，下限為 {}。' },
  'too-large': { en: 'is too large: the most is {}.', 'zh-CN': '过大，上限为 {}。', 'zh-TW': '過大，上限為 {}。' },
  'too-few': {
    en: 'is too short: it needs at least {}.',
    'zh-CN': '太短，至少需要 {} 个。',
    'zh-TW': '太短，至少需要 {} 個。',
  },
  'too-many': {
    en: 'is too long: it may have at most {}.',
    'zh-CN': '太长，最多 {} 个。',
    'zh-TW': '太長，最多 {} 個。',
  },
  'not-allowed': { en: 'must be one of: {}.', 'zh-CN': '只能是以下之一：{}。', 'zh-TW': '只能是以下之一：{}。' },
  'bad-format': { en: 'is not written as it must be: {}.', 'zh-CN': '格式不符：{}。', 'zh-TW': '格式不符：{}。' },
  'unknown-property': {
    en: 'There is no property “{}”. Is it misspelt?',
    'zh-CN': '没有名为“{}”的属性，是否拼写有误？',
    'zh-TW': '沒有名為「{}」的屬性，是否拼寫有誤？',
  },
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
    en: 'The heading “{}” belongs to another criterion already, so its column could not be told apart.',
    'zh-CN': '表头“{}”已属于另一指标，无法区分对应的列。',
    'zh-TW': '標題「{}」已屬於另一指標，無法區分對應的欄。',
  },
  'reserved-id': {
    en: '“{}” cannot be an id. Choose another.',
    'zh-CN': '“{}”不能用作标识，请另选。',
    'zh-TW': '「{}」不能用作識別碼，請另選。',
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
  'scored-twice': {
    en: 'The criterion “{}” is scored twice.',
    'zh-CN': '指标“{}”被重复计分。',
    'zh-TW': '指標「{}」被重複計分。',
  },
  'text-not-scored': {
    en: '“{}” is text, which cannot be scored. Give it another type, or use it in a knock-out.',
    'zh-CN': '“{}”是文本，不能计分；请更改类型，或仅用于一票否决。',
    'zh-TW': '「{}」是文字，不能計分；請更改型別，或僅用於一票否決。',
  },
  'bands-missing': {
    en: '“{}” holds numbers, so it needs bands.',
    'zh-CN': '“{}”是数值指标，需要设置分档 bands。',
    'zh-TW': '「{}」是數值指標，需要設定級距 bands。',
  },
  'bands-without-number': {
    en: '“{}” holds no numbers, so it cannot have bands, absolute or by share of the customers.',
    'zh-CN': '“{}”不是数值指标，不能按数值或客户占比分档。',
    'zh-TW': '「{}」不是數值指標，不能按數值或客戶占比分級距。',
  },
  'levels-missing': {
    en: '“{}” holds levels, so it needs points for high, medium, low and none (levels).',
    'zh-CN': '“{}”是高低指标，需要为 high、medium、low、none 设置分数（levels）。',
    'zh-TW': '「{}」是高低指標，需要為 high、medium、low、none 設定分數（levels）。',
  },
  'answers-missing': {
    en: '“{}” is answered by yes or no, so it needs points for both (answers).',
    'zh-CN': '“{}”是是否指标，需要为 yes 和 no 设置分数（answers）。',
    'zh-TW': '「{}」是是否指標，需要為 yes 和 no 設定分數（answers）。',
  },
  'last-band-open': {
    en: 'The last band takes all that the others leave: give it points only.',
    'zh-CN': '最后一档包含其余所有情况，只需设置分数。',
    'zh-TW': '最後一個級距包含其餘所有情況，只需設定分數。',
  },
  'band-without-start': {
    en: 'The band does not say which values it takes: give it {} or top.',
    'zh-CN': '该档没有说明取值范围，请设置 {} 或 top。',
    'zh-TW': '該級距沒有說明取值範圍，請設定 {} 或 top。',
  },
  'band-start-wrong-way': {
    en: 'The bound does not fit the direction of the criterion: use {}.',
    'zh-CN': '界限与指标方向不符，请改用 {}。',
    'zh-TW': '界限與指標方向不符，請改用 {}。',
  },
  'bands-mixed': {
    en: 'Either all bands are by share of the customers (top) or none is.',
    'zh-CN': '各档要么都按客户占比（top）划分，要么都不按。',
    'zh-TW': '各級距要麼都按客戶占比（top）劃分，要麼都不按。',
  },
  'bands-not-ordered': {
    en: 'The bands overlap or are out of order: the best comes first, and each next one begins further down.',
    'zh-CN': '各档重叠或顺序有误：应从最好的一档开始，依序降低。',
    'zh-TW': '各級距重疊或順序有誤：應從最好的級距開始，依序降低。',
  },
  'points-not-ordered': {
    en: 'A better value may not get fewer points than a worse one.',
    'zh-CN': '较好的值所得分数不能低于较差的值。',
    'zh-TW': '較好的值所得分數不能低於較差的值。',
  },
  'months-out-of-range': {
    en: 'Months must lie between 0 and {}.',
    'zh-CN': '月数应在 0 到 {} 之间。',
    'zh-TW': '月數應在 0 到 {} 之間。',
  },
  'cut-offs-not-tiers': {
    en: 'There must be one cut-off for each tier but the last, in the same order: {}.',
    'zh-CN': '除最后一个等级外，每个等级需按相同顺序各设一个分数线：{}。',
    'zh-TW': '除最後一個等級外，每個等級需按相同順序各設一個分數線：{}。',
  },
  'cut-offs-not-descending': {
    en: 'The cut-offs must become lower from tier to tier.',
    'zh-CN': '分数线必须逐级降低。',
    'zh-TW': '分數線必須逐級降低。',
  },
  'cut-off-unreachable': {
    en: 'No customer can reach this cut-off: the highest score there can be is {}.',
    'zh-CN': '没有客户能达到此分数线：最高得分为 {}。',
    'zh-TW': '沒有客戶能達到此分數線：最高得分為 {}。',
  },
  'last-tier-unreachable': {
    en: 'The last tier stays empty: the lowest score there can be is {}, so this cut-off must be higher.',
    'zh-CN': '最后一个等级不会有客户：最低得分为 {}，此分数线应更高。',
    'zh-TW': '最後一個等級不會有客戶：最低得分為 {}，此分數線應更高。',
  },
  'instead-of-itself': {
    en: '“{}” cannot stand in for itself.',
    'zh-CN': '“{}”不能代替自身。',
    'zh-TW': '「{}」不能代替自身。',
  },
  'only-stand-ins': {
    en: 'Every criterion stands in for another. At least one must count by itself.',
    'zh-CN': '所有指标都是替代指标，至少要有一个独立计分的指标。',
    'zh-TW': '所有指標都是替代指標，至少要有一個獨立計分的指標。',
  },
  'knock-out-when': {
    en: 'The condition needs exactly one of above, below (numbers) or is (levels, answers, texts) that suits the criterion.',
    'zh-CN': '条件只能是 above、below（数值）或 is（高低、是否、文本）之一，并与指标类型相符。',
    'zh-TW': '條件只能是 above、below（數值）或 is（高低、是否、文字）之一，並與指標型別相符。',
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
  'knock-out-best-tier': {
    en: 'A knock-out into the best tier changes nothing. Name a lower one than “{}”.',
    'zh-CN': '否决到最高等级没有意义，请选择低于“{}”的等级。',
    'zh-TW': '否決到最高等級沒有意義，請選擇低於「{}」的等級。',
  },
};
