import type { ByLanguage } from './language.ts';
import { CHECK_METHOD_SENTENCES, type CheckMethodCode } from './sheets-check-method-text.ts';

/** What *Check* finds in the sheet *Tierbook schemes*, by code. */
export type CheckCode = CheckMethodCode | CheckCellCode;

/** What can be wrong with cells, rows and tables, whatever the method. */
export type CheckCellCode =
  | 'value'
  | 'empty'
  | 'too-much'
  | 'line-gone'
  | 'line-twice'
  | 'no-scheme-line'
  | 'not-first-column'
  | 'no-scheme-name'
  | 'scheme-twice'
  | 'built-in-id'
  | 'table-gone'
  | 'few-rows'
  | 'many-rows'
  | 'no-row-name'
  | 'twice'
  | 'alike'
  | 'reserved'
  | 'heading-twice'
  | 'unknown-column'
  | 'column-twice'
  | 'no-heading'
  | 'column-gone'
  | 'outside'
  | 'outside-rows'
  | 'not-json'
  | 'contacts-too-far'
  | 'unknown-criterion'
  | 'listed-twice'
  | 'more-shape'
  | 'more-unknown'
  | 'more-named'
  | 'more-meaning'
  | 'type-more'
  | 'too-large';

/**
 * One sentence each: what is wrong and what to do. `{s}` is what the cell is called (“Weight” of “Sales amount”), `{v}` what
 * stands in it, `{expected}` what belongs there, `{row}` what its row is called, `{table}` its table; the others are named
 * by the problem.
 */
export const CHECK_SENTENCES: Readonly<Record<CheckCode, ByLanguage>> = {
  ...CHECK_METHOD_SENTENCES,
  value: {
    en: '{s} is {v}: write {expected}.',
    'zh-CN': '{s}填的是{v}，请改为{expected}。',
    'zh-TW': '{s}填的是{v}，請改為{expected}。',
  },
  empty: {
    en: '{s} is empty: write {expected}.',
    'zh-CN': '{s}没有填写，请填写{expected}。',
    'zh-TW': '{s}沒有填寫，請填寫{expected}。',
  },
  'too-much': {
    en: '{s} is {v}: write at most {other}.',
    'zh-CN': '{s}填的是{v}，请改为不超过{other}的数字。',
    'zh-TW': '{s}填的是{v}，請改為不超過{other}的數字。',
  },
  'line-gone': {
    en: 'The row “{name}” is missing: put it at the top of the scheme, with {expected} beside it.',
    'zh-CN': '缺少“{name}”一行，请在标准的开头补上，并在右侧填写{expected}。',
    'zh-TW': '缺少「{name}」一列，請在標準的開頭補上，並在右側填寫{expected}。',
  },
  'line-twice': {
    en: 'The row “{name}” stands twice in this scheme: delete one of the two, or begin another scheme above it with a row “{scheme}”.',
    'zh-CN': '这份标准中有两行“{name}”，请删除其中一行；若属于另一份标准，请在其上方加一行“{scheme}”。',
    'zh-TW': '這份標準中有兩列「{name}」，請刪除其中一列；若屬於另一份標準，請在其上方加一列「{scheme}」。',
  },
  'no-scheme-line': {
    en: 'These rows belong to no scheme: put a row above them with “{scheme}” and, beside it, a short name such as my-scheme.',
    'zh-CN': '从此行起的内容不属于任何标准，请在上方加一行“{scheme}”，并在右侧填写简短的英文名称，如 my-scheme。',
    'zh-TW': '從此列起的內容不屬於任何標準，請在上方加一列「{scheme}」，並在右側填寫簡短的英文名稱，例如 my-scheme。',
  },
  'not-first-column': {
    en: '“{name}” must stand in the first column: delete the columns to the left of it.',
    'zh-CN': '“{name}”应在第一列，请删除其左侧的各列。',
    'zh-TW': '「{name}」應在第一欄，請刪除其左側的各欄。',
  },
  'no-scheme-name': {
    en: '“{scheme}” has no name beside it: write a short one, such as my-scheme.',
    'zh-CN': '“{scheme}”右侧没有名称，请填写简短的英文名称，如 my-scheme。',
    'zh-TW': '「{scheme}」右側沒有名稱，請填寫簡短的英文名稱，例如 my-scheme。',
  },
  'scheme-twice': {
    en: 'Another scheme above is called “{name}” too: give this one another name.',
    'zh-CN': '上方已有名为“{name}”的标准，请为这一份换个名称。',
    'zh-TW': '上方已有名為「{name}」的標準，請為這一份換個名稱。',
  },
  'built-in-id': {
    en: '“{name}” is the name of a built-in scheme: give yours another one, such as {name}-own.',
    'zh-CN': '“{name}”是内置标准的名称，请换一个，如 {name}-own。',
    'zh-TW': '「{name}」是內建標準的名稱，請換一個，例如 {name}-own。',
  },
  'table-gone': {
    en: 'The table “{table}” is missing or has no rows: put its heading row and its rows back, or start again from a copy of a built-in scheme.',
    'zh-CN': '缺少“{table}”表或表中没有内容，请补上表头和各行，或重新放入一份内置标准的副本。',
    'zh-TW': '缺少「{table}」表或表中沒有內容，請補上標題列和各列，或重新放入一份內建標準的副本。',
  },
  'few-rows': {
    en: 'The table “{table}” has too few rows: it needs at least {other}.',
    'zh-CN': '“{table}”表的行数太少，至少需要 {other} 行。',
    'zh-TW': '「{table}」表的列數太少，至少需要 {other} 列。',
  },
  'many-rows': {
    en: 'The table “{table}” has too many rows: delete some, so that at most {other} remain.',
    'zh-CN': '“{table}”表的行数太多，请删减到最多 {other} 行。',
    'zh-TW': '「{table}」表的列數太多，請刪減到最多 {other} 列。',
  },
  'no-row-name': {
    en: 'A row of the table “{table}” has no name in its first cell: write {expected}, or clear the whole row.',
    'zh-CN': '“{table}”表中有一行的第一格没有名称，请填写{expected}，或清空整行。',
    'zh-TW': '「{table}」表中有一列的第一格沒有名稱，請填寫{expected}，或清空整列。',
  },
  twice: {
    en: '“{name}” stands twice in the table “{table}”: give one of the two another name, or delete it.',
    'zh-CN': '“{name}”在“{table}”表中出现了两次，请为其中一行换个名称，或将其删除。',
    'zh-TW': '「{name}」在「{table}」表中出現了兩次，請為其中一列換個名稱，或將其刪除。',
  },
  alike: {
    en: '“{name}” in the table “{table}” differs from another name there only in case, width or script: choose a different one.',
    'zh-CN': '“{table}”表中的“{name}”与另一名称只有大小写、全半角或简繁之别，请另选名称。',
    'zh-TW': '「{table}」表中的「{name}」與另一名稱只有大小寫、全半形或繁簡之別，請另選名稱。',
  },
  reserved: {
    en: '“{name}” cannot be used as a name here: choose another one.',
    'zh-CN': '“{name}”不能用作名称，请另选一个。',
    'zh-TW': '「{name}」不能用作名稱，請另選一個。',
  },
  'heading-twice': {
    en: '“{name}” already stands for another criterion, so that their columns could not be told apart: write something else into {s}.',
    'zh-CN': '“{name}”已用于另一指标，会分不清对应的列，请修改{s}。',
    'zh-TW': '「{name}」已用於另一指標，會分不清對應的欄，請修改{s}。',
  },
  'unknown-column': {
    en: '“{name}” is no column of the table “{table}”: write {columns}, or clear the cell.',
    'zh-CN': '“{table}”表没有“{name}”这一列，请改为{columns}，或清空该单元格。',
    'zh-TW': '「{table}」表沒有「{name}」這一欄，請改為{columns}，或清空該儲存格。',
  },
  'column-twice': {
    en: 'The table “{table}” has the column “{name}” twice: give one of the two another heading, or clear it.',
    'zh-CN': '“{table}”表中有两列“{name}”，请更正其中一个表头，或将其清空。',
    'zh-TW': '「{table}」表中有兩欄「{name}」，請更正其中一個標題，或將其清空。',
  },
  'no-heading': {
    en: 'A column of the table “{table}” has values but no heading: write {columns} here, or clear the values below.',
    'zh-CN': '“{table}”表中有一列有内容却没有表头，请在此填写{columns}，或清空下方内容。',
    'zh-TW': '「{table}」表中有一欄有內容卻沒有標題，請在此填寫{columns}，或清空下方內容。',
  },
  'column-gone': {
    en: 'The table “{table}” has no column “{column}”: put the heading back, and below it, for each row, {expected}.',
    'zh-CN': '“{table}”表缺少“{column}”一列，请补上表头，并逐行填写{expected}。',
    'zh-TW': '「{table}」表缺少「{column}」一欄，請補上標題，並逐列填寫{expected}。',
  },
  outside: {
    en: '“{name}” is no word that begins a row here, and no heading row stands above it: correct the word, move the row directly below its table, or clear it.',
    'zh-CN': '“{name}”不是此处行首可用的词，上方也没有表头，请更正、移到所属的表中，或清空该行。',
    'zh-TW': '「{name}」不是此處列首可用的詞，上方也沒有標題列，請更正、移到所屬的表中，或清空該列。',
  },
  'outside-rows': {
    en: '“{name}” and the rows below it belong to no table: delete the empty row above them, or put back or correct the heading row of their table.',
    'zh-CN': '从“{name}”起的各行不属于任何表，请删除上方的空行，或补上、更正所属表的表头。',
    'zh-TW': '從「{name}」起的各列不屬於任何表，請刪除上方的空白列，或補上、更正所屬表的標題列。',
  },
  'not-json': {
    en: 'The text in {s} is damaged and cannot be read: undo the last change there, or clear the cell.',
    'zh-CN': '{s}中的内容已损坏，无法读取，请撤销上一次修改，或清空该单元格。',
    'zh-TW': '{s}中的內容已損壞，無法讀取，請復原上一次修改，或清空該儲存格。',
  },
  'contacts-too-far': {
    en: '{s} is {v}, longer than the longest time between contacts, which “{more}” beside it sets to {other} days: write {other} or less.',
    'zh-CN': '{s}填的是{v}，超过了右侧“{more}”中设定的最长联系间隔 {other} 天，请改为不超过 {other} 的天数。',
    'zh-TW': '{s}填的是{v}，超過了右側「{more}」中設定的最長聯絡間隔 {other} 天，請改為不超過 {other} 的天數。',
  },
  'unknown-criterion': {
    en: '“{name}” has no row in the table “{criteria}”: add one there, or correct the name here.',
    'zh-CN': '“{criteria}”表中没有“{name}”，请在该表中补上，或更正此处的名称。',
    'zh-TW': '「{criteria}」表中沒有「{name}」，請在該表中補上，或更正此處的名稱。',
  },
  'listed-twice': {
    en: '“{name}” stands twice in {s}: delete one of the two.',
    'zh-CN': '{s}中重复列出了“{name}”，请删除其中一个。',
    'zh-TW': '{s}中重複列出了「{name}」，請刪除其中一個。',
  },
  'more-shape': {
    en: '{s} holds a text that does not fit the rest of the scheme: undo the last change to the scheme, or start again from a fresh copy.',
    'zh-CN': '{s}中的内容与标准的其他部分不符，请撤销上一次修改，或重新放入一份副本。',
    'zh-TW': '{s}中的內容與標準的其他部分不符，請復原上一次修改，或重新放入一份副本。',
  },
  'more-unknown': {
    en: 'The text in {s} goes by “{name}”, which has no row in the table “{table}”: put that row back, or take the name out of the text.',
    'zh-CN': '{s}中用到了“{name}”，但“{table}”表中没有这一行，请补上该行，或从内容中去掉这个名称。',
    'zh-TW': '{s}中用到了「{name}」，但「{table}」表中沒有這一列，請補上該列，或從內容中去掉這個名稱。',
  },
  'more-named': {
    en: 'The text in {s} does not fit the rest of the scheme where it speaks of “{name}”: undo the last change to the scheme, or correct the text.',
    'zh-CN': '{s}中有关“{name}”的内容与标准的其他部分不符，请撤销上一次修改，或更正该内容。',
    'zh-TW': '{s}中有關「{name}」的內容與標準的其他部分不符，請復原上一次修改，或更正該內容。',
  },
  'more-meaning': {
    en: 'The text in {s} contradicts itself or the rest of the scheme: undo the last change to the scheme, or correct the text.',
    'zh-CN': '{s}中的内容自相矛盾，或与标准的其他部分不符，请撤销上一次修改，或更正该内容。',
    'zh-TW': '{s}中的內容自相矛盾，或與標準的其他部分不符，請復原上一次修改，或更正該內容。',
  },
  'type-more': {
    en: '{s} is {v}, but the text in “{more}” goes by “{row}” in another way: change it back, or correct “{more}”.',
    'zh-CN': '{s}填的是{v}，与“{more}”中“{row}”的用法不符，请改回原来的内容，或更正“{more}”。',
    'zh-TW': '{s}填的是{v}，與「{more}」中「{row}」的用法不符，請改回原來的內容，或更正「{more}」。',
  },
  'too-large': {
    en: 'The scheme is too large: it may have at most {other} rows and entries. Delete what is not needed.',
    'zh-CN': '标准的内容过多，最多 {other} 项，请删去不需要的部分。',
    'zh-TW': '標準的內容過多，最多 {other} 項，請刪去不需要的部分。',
  },
};
