import type { ByLanguage } from './language.ts';

/** What can be wrong with how a scheme of the sheet *Tierbook schemes* grades, by code. */
export type CheckMethodCode =
  | 'no-limits'
  | 'no-shares'
  | 'foreign-table'
  | 'foreign-cell'
  | 'more-limits'
  | 'method-needs-more'
  | 'not-numeric'
  | 'directions-differ'
  | 'points-gone'
  | 'points-without-weight'
  | 'type-points'
  | 'few-bands'
  | 'many-bands'
  | 'word-gone'
  | 'word-twice'
  | 'word-unknown'
  | 'limit-and-word'
  | 'last-open'
  | 'no-start'
  | 'wrong-side'
  | 'direction-misfit'
  | 'out-of-range'
  | 'shares-mixed'
  | 'limits-fall'
  | 'limits-rise'
  | 'scores-fall'
  | 'points-order'
  | 'missing-above-best'
  | 'score-too-high'
  | 'score-too-low'
  | 'shares-sum'
  | 'only-stand-ins'
  | 'knock-out-bound'
  | 'knock-out-words'
  | 'knock-out-side'
  | 'knock-out-not-worst'
  | 'knock-out-always'
  | 'knock-out-best-tier'
  | 'rules-overlap'
  | 'rule-unreachable'
  | 'rule-twice';

/** As `CHECK_SENTENCES`, which holds them too. */
export const CHECK_METHOD_SENTENCES: Readonly<Record<CheckMethodCode, ByLanguage>> = {
  'no-limits': {
    en: 'No tier has anything in “{column}”: write {expected} for every tier but the last.',
    'zh-CN': '“{column}”一列没有填写，请为最后一级以外的每个等级填写{expected}。',
    'zh-TW': '「{column}」一欄沒有填寫，請為最後一級以外的每個等級填寫{expected}。',
  },
  'no-shares': {
    en: 'No tier has anything in “{column}”: write for every tier which share of the customers it takes, such as 20%.',
    'zh-CN': '“{column}”一列没有填写，请填写每个等级所占的客户比例，如 20%。',
    'zh-TW': '「{column}」一欄沒有填寫，請填寫每個等級所占的客戶比例，例如 20%。',
  },
  'foreign-table': {
    en: 'The method “{method}” does not use the table “{table}”: delete the table, or choose another method.',
    'zh-CN': '方法“{method}”用不到“{table}”表，请删除该表，或更换方法。',
    'zh-TW': '方法「{method}」用不到「{table}」表，請刪除該表，或更換方法。',
  },
  'foreign-cell': {
    en: 'The method “{method}” does not use {s}: clear the cell, or choose another method.',
    'zh-CN': '方法“{method}”用不到{s}，请清空该单元格，或更换方法。',
    'zh-TW': '方法「{method}」用不到{s}，請清空該儲存格，或更換方法。',
  },
  'more-limits': {
    en: 'Where tiers begin is said in “{more}” of the scheme already: clear {s}.',
    'zh-CN': '各等级的界限已在标准的“{more}”中设定，请清空{s}。',
    'zh-TW': '各等級的界限已在標準的「{more}」中設定，請清空{s}。',
  },
  'method-needs-more': {
    en: 'The method “{method}” needs more than the tables hold: choose another method, or start again from a copy of a built-in scheme that has it.',
    'zh-CN': '方法“{method}”需要表格以外的内容，请更换方法，或从采用该方法的内置标准的副本开始。',
    'zh-TW': '方法「{method}」需要表格以外的內容，請更換方法，或從採用該方法的內建標準的副本開始。',
  },
  'not-numeric': {
    en: '{s} names “{name}”, which holds no numbers: choose criteria with numbers, or change its type.',
    'zh-CN': '{s}中的“{name}”不是数值指标，请改用数值指标，或更改其类型。',
    'zh-TW': '{s}中的「{name}」不是數值指標，請改用數值指標，或更改其類型。',
  },
  'directions-differ': {
    en: '{s} names criteria of which some are better when higher and some when lower, which cannot share limits: keep those of one kind.',
    'zh-CN': '{s}中既有越高越好、也有越低越好的指标，不能共用界限，请只保留同一方向的指标。',
    'zh-TW': '{s}中既有越高越好、也有越低越好的指標，不能共用界限，請只保留同一方向的指標。',
  },
  'points-gone': {
    en: '“{row}” counts, but gets no points: add rows for it to the table “{points}”, {how}.',
    'zh-CN': '“{row}”参与计分却没有得分规则，请在“{points}”表中补上，{how}。',
    'zh-TW': '「{row}」參與計分卻沒有得分規則，請在「{points}」表中補上，{how}。',
  },
  'points-without-weight': {
    en: '“{name}” has points but does not count: add it to the table “{weights}”, or delete its rows here.',
    'zh-CN': '“{name}”有得分规则却没有参与计分，请把它加入“{weights}”表，或删除此处的各行。',
    'zh-TW': '「{name}」有得分規則卻沒有參與計分，請把它加入「{weights}」表，或刪除此處的各列。',
  },
  'type-points': {
    en: '{s} is {v}, which the rows of “{row}” in the table “{points}” do not fit: change the type, or give points {how}.',
    'zh-CN': '{s}是{v}，与“{points}”表中“{row}”的各行不符，请更改类型，或改写得分规则，{how}。',
    'zh-TW': '{s}是{v}，與「{points}」表中「{row}」的各列不符，請更改類型，或改寫得分規則，{how}。',
  },
  'few-bands': {
    en: '“{row}” has too few rows in the table “{table}”: write at least two, the last one without a limit.',
    'zh-CN': '“{row}”在“{table}”表中的行数太少，请至少写两行，最后一行不写界限。',
    'zh-TW': '「{row}」在「{table}」表中的列數太少，請至少寫兩列，最後一列不寫界限。',
  },
  'many-bands': {
    en: '“{row}” has too many rows in the table “{table}”: keep at most {other}.',
    'zh-CN': '“{row}”在“{table}”表中的行数太多，请最多保留 {other} 行。',
    'zh-TW': '「{row}」在「{table}」表中的列數太多，請最多保留 {other} 列。',
  },
  'word-gone': {
    en: '“{row}” has points for other words, but none for “{name}”: add a row with “{name}” in “{column}”.',
    'zh-CN': '“{row}”缺少“{name}”的得分，请加一行，在“{column}”列填写“{name}”。',
    'zh-TW': '「{row}」缺少「{name}」的得分，請加一列，在「{column}」欄填寫「{name}」。',
  },
  'word-twice': {
    en: '“{name}” stands twice among the points of “{row}”: delete one of the two rows.',
    'zh-CN': '“{row}”的得分规则中有两行“{name}”，请删除其中一行。',
    'zh-TW': '「{row}」的得分規則中有兩列「{name}」，請刪除其中一列。',
  },
  'word-unknown': {
    en: '{s} is {v}, which “{row}” can never be: write one of {other}.',
    'zh-CN': '{s}填的是{v}，但“{row}”没有这个取值，请改为以下之一：{other}。',
    'zh-TW': '{s}填的是{v}，但「{row}」沒有這個值，請改為以下之一：{other}。',
  },
  'limit-and-word': {
    en: 'A row of points has either limits or a word: clear the limits beside {v}, or clear {s}.',
    'zh-CN': '一行得分规则只能写界限或文字之一，请清空{v}旁的界限，或清空{s}。',
    'zh-TW': '一列得分規則只能寫界限或文字之一，請清空{v}旁的界限，或清空{s}。',
  },
  'last-open': {
    en: '{s} must be empty, since the last row takes all that those above leave: clear it, or add a row below.',
    'zh-CN': '最后一行包含其余所有情况，不能写界限，请清空{s}，或在下方再加一行。',
    'zh-TW': '最後一列包含其餘所有情況，不能寫界限，請清空{s}，或在下方再加一列。',
  },
  'no-start': {
    en: '{s} is empty, and only the last row may be without a limit: write {expected}.',
    'zh-CN': '{s}没有填写，而只有最后一行可以不写界限，请填写{expected}。',
    'zh-TW': '{s}沒有填寫，而只有最後一列可以不寫界限，請填寫{expected}。',
  },
  'wrong-side': {
    en: '{s} is {v}, but {direction} is better here: move the limit to “{column}”.',
    'zh-CN': '{s}填的是{v}，但此指标{direction}，请把界限移到“{column}”列。',
    'zh-TW': '{s}填的是{v}，但此指標{direction}，請把界限移到「{column}」欄。',
  },
  'direction-misfit': {
    en: '{s} says that {direction} is better, but the limits of “{row}” stand in “{name}”: change it, or move the limits to “{column}”.',
    'zh-CN': '{s}为“{direction}”，但“{row}”的界限都写在“{name}”列，请更改方向，或把界限移到“{column}”列。',
    'zh-TW': '{s}為「{direction}」，但「{row}」的界限都寫在「{name}」欄，請更改方向，或把界限移到「{column}」欄。',
  },
  'out-of-range': {
    en: '{s} is {v}, which “{row}” can never be: write {range}.',
    'zh-CN': '{s}填的是{v}，超出“{row}”的范围，请改为{range}。',
    'zh-TW': '{s}填的是{v}，超出「{row}」的範圍，請改為{range}。',
  },
  'shares-mixed': {
    en: '{s} is empty, but other rows of “{row}” have a share there: write one in every row but the last, or in none.',
    'zh-CN': '{s}没有填写，而“{row}”的其他行填了，请在最后一行以外都填写，或都不填写。',
    'zh-TW': '{s}沒有填寫，而「{row}」的其他列填了，請在最後一列以外都填寫，或都不填寫。',
  },
  'limits-fall': {
    en: '{s} is {v}, out of order beside {other}: each row needs a lower limit than the row above it.',
    'zh-CN': '{s}填的是{v}，与相邻的 {other} 顺序有误，每一行的界限都要低于上一行。',
    'zh-TW': '{s}填的是{v}，與相鄰的 {other} 順序有誤，每一列的界限都要低於上一列。',
  },
  'limits-rise': {
    en: '{s} is {v}, out of order beside {other}: each row needs a higher limit than the row above it.',
    'zh-CN': '{s}填的是{v}，与相邻的 {other} 顺序有误，每一行的界限都要高于上一行。',
    'zh-TW': '{s}填的是{v}，與相鄰的 {other} 順序有誤，每一列的界限都要高於上一列。',
  },
  'scores-fall': {
    en: '{s} is {v}, out of order beside {other}: each tier needs a lower score than the tier above it.',
    'zh-CN': '{s}填的是{v}，与相邻的 {other} 顺序有误，每个等级的分数都要低于上一级。',
    'zh-TW': '{s}填的是{v}，與相鄰的 {other} 順序有誤，每個等級的分數都要低於上一級。',
  },
  'points-order': {
    en: '{s} is {v}, out of order beside {other}: a better value may not get fewer points than a worse one.',
    'zh-CN': '{s}填的是{v}，与相邻的 {other} 顺序有误，较好的值得分不能低于较差的值。',
    'zh-TW': '{s}填的是{v}，與相鄰的 {other} 順序有誤，較好的值得分不能低於較差的值。',
  },
  'missing-above-best': {
    en: '{s} is {v}, more points than any value of “{row}” gets: write at most {other}.',
    'zh-CN': '{s}填的是{v}，高于“{row}”的最高得分，请改为不超过 {other} 的数字。',
    'zh-TW': '{s}填的是{v}，高於「{row}」的最高得分，請改為不超過 {other} 的數字。',
  },
  'score-too-high': {
    en: '{s} is {v}, which no customer can reach: write at most {other}, the highest score there can be.',
    'zh-CN': '{s}填的是{v}，没有客户能够达到，请改为不超过最高得分 {other} 的分数。',
    'zh-TW': '{s}填的是{v}，沒有客戶能夠達到，請改為不超過最高得分 {other} 的分數。',
  },
  'score-too-low': {
    en: '{s} is {v}, which every customer reaches, so that the last tier stays empty: write more than {other}.',
    'zh-CN': '{s}填的是{v}，所有客户都能达到，最后一级不会有客户，请改为高于 {other} 的分数。',
    'zh-TW': '{s}填的是{v}，所有客戶都能達到，最後一級不會有客戶，請改為高於 {other} 的分數。',
  },
  'shares-sum': {
    en: 'The shares in “{column}” add up to {other}: change them so that they add up to 100%.',
    'zh-CN': '“{column}”一列的占比合计为 {other}，请调整到合计 100%。',
    'zh-TW': '「{column}」一欄的占比合計為 {other}，請調整到合計 100%。',
  },
  'only-stand-ins': {
    en: 'Every row of the table “{table}” stands in for another one, so that none counts: empty “{more}” of at least one.',
    'zh-CN': '“{table}”表的每一行都只是替代其他指标，没有一行独立计分，请至少清空一行的“{more}”。',
    'zh-TW': '「{table}」表的每一列都只是替代其他指標，沒有一列獨立計分，請至少清空一列的「{more}」。',
  },
  'knock-out-bound': {
    en: 'The knock-out by “{row}” has no limit: write one into “{column}”, such as 30 or 5%.',
    'zh-CN': '“{row}”的一票否决没有界限，请在“{column}”列填写数字，如 30 或 5%。',
    'zh-TW': '「{row}」的一票否決沒有界限，請在「{column}」欄填寫數字，例如 30 或 5%。',
  },
  'knock-out-words': {
    en: 'The knock-out by “{row}” goes by words, not by limits: write {words} into “{column}”, and clear the limits.',
    'zh-CN': '“{row}”的一票否决应按文字判断，请在“{column}”列填写{words}，并清空界限。',
    'zh-TW': '「{row}」的一票否決應依文字判斷，請在「{column}」欄填寫{words}，並清空界限。',
  },
  'knock-out-side': {
    en: '{s} would mark down the better customers, since {direction} is better here: move the limit to “{column}”.',
    'zh-CN': '{s}会否决较好的客户，因为此指标{direction}，请把界限移到“{column}”列。',
    'zh-TW': '{s}會否決較好的客戶，因為此指標{direction}，請把界限移到「{column}」欄。',
  },
  'knock-out-not-worst': {
    en: '{s} is {v}: name the worst answers only, and not all there are.',
    'zh-CN': '{s}填的是{v}，请只写最差的取值，且不能包含全部取值。',
    'zh-TW': '{s}填的是{v}，請只寫最差的值，且不能包含全部的值。',
  },
  'knock-out-always': {
    en: '{s} is {v}, which holds for every customer: write a limit within what the criterion can be.',
    'zh-CN': '{s}填的是{v}，对所有客户都成立，请改为该指标范围内的界限。',
    'zh-TW': '{s}填的是{v}，對所有客戶都成立，請改為該指標範圍內的界限。',
  },
  'knock-out-best-tier': {
    en: '{s} is {v}, the best tier, so that nothing would change: write a lower one.',
    'zh-CN': '{s}填的是{v}，这是最高等级，否决不起作用，请改为较低的等级。',
    'zh-TW': '{s}填的是{v}，這是最高等級，否決不起作用，請改為較低的等級。',
  },
  'rules-overlap': {
    en: 'Rules {other} and {rule} in {s} fit the same customers: narrow one of the two.',
    'zh-CN': '{s}中第 {other} 条与第 {rule} 条规则适用于相同的客户，请缩小其中一条的范围。',
    'zh-TW': '{s}中第 {other} 條與第 {rule} 條規則適用於相同的客戶，請縮小其中一條的範圍。',
  },
  'rule-unreachable': {
    en: 'Rule {rule} in {s} never decides, since earlier rules take all its customers: move it up, or take it out.',
    'zh-CN': '{s}中第 {rule} 条规则永远不会生效，其客户已被前面的规则全部覆盖，请上移或删除。',
    'zh-TW': '{s}中第 {rule} 條規則永遠不會生效，其客戶已被前面的規則全部涵蓋，請上移或刪除。',
  },
  'rule-twice': {
    en: 'Rule {rule} in {s} is the same as rule {other}: take one of the two out.',
    'zh-CN': '{s}中第 {rule} 条规则与第 {other} 条完全相同，请删除其中一条。',
    'zh-TW': '{s}中第 {rule} 條規則與第 {other} 條完全相同，請刪除其中一條。',
  },
};
