import type { MethodProblemCode } from '../grading/scheme-problem.ts';
import type { ByLanguage } from './language.ts';

/** What is wrong with a method, decision tables aside; `{}` and `{other}` are what the problem names. */
export const METHOD_PROBLEMS: Readonly<Record<MethodProblemCode, ByLanguage>> = {
  'unknown-outcome': {
    en: '“{}” is none of the outcomes here: {other}.',
    'zh-CN': '“{}”不是此处的结果，可选：{other}。',
    'zh-TW': '「{}」不是此處的結果，可選：{other}。',
  },
  'unknown-label': {
    en: '“{}” cannot be there. Possible: {other}.',
    'zh-CN': '“{}”不在可能的取值之列：{other}。',
    'zh-TW': '「{}」不在可能的值之列：{other}。',
  },
  'listed-twice': {
    en: '“{}” stands here twice.',
    'zh-CN': '“{}”重复列出。',
    'zh-TW': '「{}」重複列出。',
  },
  'not-numeric': {
    en: '“{}” holds no numbers, and only numbers can be ranked or divided here.',
    'zh-CN': '“{}”不是数值指标，此处只能使用数值。',
    'zh-TW': '「{}」不是數值指標，此處只能使用數值。',
  },
  'directions-differ': {
    en: 'For some of these higher is better, for others lower: they cannot share the same bounds.',
    'zh-CN': '其中有的越高越好，有的越低越好，不能共用同一组界限。',
    'zh-TW': '其中有的越高越好，有的越低越好，不能共用同一組界限。',
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
    en: '“{}” holds levels, so it needs an entry for each of high, medium, low and none (levels).',
    'zh-CN': '“{}”是高低指标，需要为 high、medium、low、none 逐一设置（levels）。',
    'zh-TW': '「{}」是高低指標，需要為 high、medium、low、none 逐一設定（levels）。',
  },
  'answers-missing': {
    en: '“{}” is answered by yes or no, so it needs an entry for both (answers).',
    'zh-CN': '“{}”是是否指标，需要为 yes 和 no 分别设置（answers）。',
    'zh-TW': '「{}」是是否指標，需要為 yes 和 no 分別設定（answers）。',
  },
  'labels-missing': {
    en: '“{}” holds words, so it needs an entry for each of them (labels).',
    'zh-CN': '“{}”的值是文字，需要为每个取值设置（labels）。',
    'zh-TW': '「{}」的值是文字，需要為每個值設定（labels）。',
  },
  'label-missing': {
    en: 'The label “{}” of “{other}” is missing here.',
    'zh-CN': '缺少“{other}”的标签“{}”。',
    'zh-TW': '缺少「{other}」的標籤「{}」。',
  },
  'label-taken': {
    en: '“{}” is said by levels or answers already.',
    'zh-CN': '“{}”已在 levels 或 answers 中设置。',
    'zh-TW': '「{}」已在 levels 或 answers 中設定。',
  },
  'last-band-open': {
    en: 'The last band takes all that the others leave: give it no bound.',
    'zh-CN': '最后一档包含其余所有情况，不要设置界限。',
    'zh-TW': '最後一個級距包含其餘所有情況，不要設定界限。',
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
  'band-out-of-range': {
    en: 'The criterion cannot have this value: its numbers are {}.',
    'zh-CN': '指标不可能取到此值，其范围为 {}。',
    'zh-TW': '指標不可能有此值，其範圍為 {}。',
  },
  'bands-mixed': {
    en: 'Either all bands are by share of the customers (top) or none is.',
    'zh-CN': '各档要么都按客户占比（top）划分，要么都不按。',
    'zh-TW': '各級距要麼都按客戶占比（top）劃分，要麼都不按。',
  },
  'bands-not-ordered': {
    en: 'The bands overlap or are out of order ({} beside {other}): the best comes first, and each next one begins further down.',
    'zh-CN': '各档重叠或顺序有误（{} 与 {other} 相邻）：应从最好的一档开始，依次往下排。',
    'zh-TW': '各級距重疊或順序有誤（{} 與 {other} 相鄰）：應從最好的級距開始，依序往下排。',
  },
  'months-out-of-range': {
    en: 'Months must lie between 0 and {}.',
    'zh-CN': '月数应在 0 到 {} 之间。',
    'zh-TW': '月數應在 0 到 {} 之間。',
  },
  'outcomes-not-ordered': {
    en: 'A better value may not get a worse outcome: name the outcomes from the best to the worst.',
    'zh-CN': '较好的值不能得到较差的结果，请按从好到差的顺序列出。',
    'zh-TW': '較好的值不能得到較差的結果，請依由好到差的順序列出。',
  },
  'scored-twice': {
    en: 'The criterion “{}” is scored twice.',
    'zh-CN': '指标“{}”被重复计分。',
    'zh-TW': '指標「{}」被重複計分。',
  },
  'points-not-ordered': {
    en: 'A better value may not get fewer points than a worse one ({} beside {other}).',
    'zh-CN': '较好的值所得分数不能低于较差的值（{} 与 {other} 相邻）。',
    'zh-TW': '較好的值所得分數不能低於較差的值（{} 與 {other} 相鄰）。',
  },
  'missing-above-best': {
    en: 'A customer without a value may not get more than the best value does: {}.',
    'zh-CN': '缺少数据的客户所得分数不能高于最好的值：{}。',
    'zh-TW': '缺少資料的客戶所得分數不能高於最好的值：{}。',
  },
  'cut-offs-not-tiers': {
    en: 'There must be one cut-off for each outcome but the last, in the same order: {}.',
    'zh-CN': '除最后一个结果外，每个结果需按相同顺序各设一个分数线：{}。',
    'zh-TW': '除最後一個結果外，每個結果需依相同順序各設一個分數線：{}。',
  },
  'cut-offs-not-descending': {
    en: 'The cut-offs must become lower from outcome to outcome, but {} stands beside {other}.',
    'zh-CN': '分数线必须逐级降低，而 {} 与 {other} 相邻。',
    'zh-TW': '分數線必須逐級降低，而 {} 與 {other} 相鄰。',
  },
  'cut-off-unreachable': {
    en: 'No customer can reach this cut-off: the highest score there can be is {}.',
    'zh-CN': '没有客户能达到此分数线：最高得分为 {}。',
    'zh-TW': '沒有客戶能達到此分數線：最高得分為 {}。',
  },
  'last-tier-unreachable': {
    en: 'The last outcome stays empty: the lowest score there can be is {}, so this cut-off must be higher.',
    'zh-CN': '最后一个结果不会有客户：最低得分为 {}，此分数线应更高。',
    'zh-TW': '最後一個結果不會有客戶：最低得分為 {}，此分數線應更高。',
  },
  'instead-of-itself': {
    en: '“{}” cannot stand in for itself.',
    'zh-CN': '“{}”不能代替自身。',
    'zh-TW': '「{}」不能代替自身。',
  },
  'instead-of-circle': {
    en: 'These stand in for each other in a circle, so that none would count once all are known: {}.',
    'zh-CN': '这些指标互相替代，全部有数据时反而都不计分：{}。',
    'zh-TW': '這些指標互相替代，全部有資料時反而都不計分：{}。',
  },
  'only-stand-ins': {
    en: 'Every criterion stands in for another. At least one must count by itself.',
    'zh-CN': '所有指标都是替代指标，至少要有一个独立计分的指标。',
    'zh-TW': '所有指標都是替代指標，至少要有一個獨立計分的指標。',
  },
  'shares-not-whole': {
    en: 'The shares must add up to 1 (100 %); they add up to {}.',
    'zh-CN': '各部分占比之和应为 1（100%），现为 {}。',
    'zh-TW': '各部分占比之和應為 1（100%），現為 {}。',
  },
  'axis-without-labels': {
    en: '“{}” cannot be an axis: it takes a derived result, or a criterion of levels or of yes and no.',
    'zh-CN': '“{}”不能作为坐标轴：应使用中间结果、高低指标或是否指标。',
    'zh-TW': '「{}」不能作為座標軸：應使用中間結果、高低指標或是否指標。',
  },
  'axes-alike': {
    en: 'Both axes are “{}”. Choose two different ones.',
    'zh-CN': '行和列都是“{}”，请选择不同的指标。',
    'zh-TW': '列與欄都是「{}」，請選擇不同的指標。',
  },
  'cell-missing': {
    en: '“{}” is missing: every cell of the matrix must be filled.',
    'zh-CN': '缺少“{}”：矩阵的每一格都要填写。',
    'zh-TW': '缺少「{}」：矩陣的每一格都要填寫。',
  },
};
