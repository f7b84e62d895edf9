import { columnLetter } from '../table/column-letter.ts';
import type { ColumnReading, DateOrder, SatisfactionScale, TableProblem } from '../table/reading.ts';
import { cellProblemText, quoted, VALUE_TYPES } from './cell-problem-text.ts';
import { fieldTitle } from './field-titles.ts';
import type { ByLanguage, Language } from './language.ts';

/**
 * One sentence for a person about one problem of a table: what it is, where (row, column letter and heading), and what to do.
 *
 * @param columns the reading's columns, for their headings
 */
export function tableProblemText(problem: TableProblem, columns: readonly ColumnReading[], language: Language): string {
  const place = (column: number): string => columnName(column, columns, language);
  const title = (field: string): string => fieldTitle(field, language);
  const say = (key: keyof typeof SENTENCES, data: Readonly<Record<string, string | number>> = {}): string =>
    capitalised(SENTENCES[key][language].replace(/\{(\w+)\}/g, (_, name: string) => String(data[name] ?? '')));
  switch (problem.code) {
    case 'empty-table':
      return say('empty-table');
    case 'no-header':
      return say('no-header', {
        seen: problem.seen.map((text) => quoted(text, language)).join(language === 'en' ? ', ' : '、'),
      });
    case 'no-name-column':
    case 'no-records':
      return say(problem.code, { row: problem.row });
    case 'no-such-field': {
      const wanted = quoted(problem.wanted, language);
      const comma = language === 'en' ? ', ' : '、';
      if (problem.near.length === 0) return say('no-field-near', { wanted, known: problem.known.join(comma) });
      const near = problem.near.map((id) => (title(id) === id ? id : FIELD_ID[language](id, title(id))));
      return say('no-such-field', { wanted, near: near.join(comma) });
    }
    case 'no-such-column':
      return say(problem.code, { wanted: quoted(problem.wanted, language) });
    case 'several-name-columns':
      return say('several-name-columns', { columns: listed(problem.columns.slice(0, 5).map(place), language) });
    case 'several-columns':
      return say('several-columns', {
        field: title(problem.field),
        columns: listed(problem.columns.slice(0, 5).map(place), language),
      });
    case 'several-fields':
      return say('several-fields', {
        column: place(problem.column),
        fields: listed(problem.fields.map(title), language),
      });
    case 'values-do-not-fit':
      return say('values-do-not-fit', {
        column: place(problem.column),
        field: title(problem.field),
        type: VALUE_TYPES[problem.type][language],
      });
    case 'percent-undecided':
      return say('percent-undecided', {
        column: place(problem.column),
        row: problem.row,
        text: quoted(problem.text, language),
        otherRow: problem.otherRow,
        otherText: quoted(problem.otherText, language),
      });
    case 'decimal-undecided':
    case 'date-order-undecided':
      return say(problem.code, {
        column: place(problem.column),
        row: problem.row,
        cells: problem.cells,
        text: quoted(problem.text, language),
      });
    case 'mark-undecided':
      return say('mark-undecided', { column: place(problem.column), row: problem.row, cells: problem.cells });
    case 'unreadable':
    case 'out-of-range':
    case 'future-date':
    case 'other-currency':
      return say('in-cell', {
        column: place(problem.column),
        row: problem.row,
        what: cellProblemText(problem, language),
      });
    case 'no-name':
    case 'beyond-headings':
    case 'totals-row':
    case 'remark-row':
      return say(problem.code, { row: problem.row });
    case 'duplicate-key':
      return say('duplicate-key', { row: problem.row, firstRow: problem.firstRow, key: quoted(problem.key, language) });
    case 'duplicate-name':
      return say(problem.hasOtherKey === true ? 'duplicate-name-other-key' : 'duplicate-name', {
        row: problem.row,
        firstRow: problem.firstRow,
        name: quoted(problem.name, language),
      });
    case 'close-heading':
      return say('close-heading', { column: place(problem.column), field: title(problem.field) });
    case 'decimal':
      return say(problem.isAssumed ? 'decimal-assumed' : 'decimal', {
        column: place(problem.column),
        decimal: DECIMALS[problem.decimal][language],
      });
    case 'date-order':
      return say('date-order', { column: place(problem.column), order: ORDERS[problem.order][language] });
    case 'percent-scale':
      return say(`percent-${problem.scale}`, { column: place(problem.column) });
    case 'satisfaction-scale':
      return say('satisfaction-scale', { column: place(problem.column), scale: SCALES[problem.scale][language] });
    case 'unit-from-column':
      return say('unit-from-column', { column: place(problem.column), units: place(problem.units) });
    case 'unit-from-title':
      return say('unit-from-title', { row: problem.row, text: quoted(problem.text, language) });
    default:
      return problem satisfies never;
  }
}

/** A field by its id, which a person is to write, and its title. */
const FIELD_ID: ByLanguage<(id: string, title: string) => string> = {
  en: (id, title) => `${id} (${title})`,
  'zh-CN': (id, title) => `${id}（${title}）`,
  'zh-TW': (id, title) => `${id}（${title}）`,
};

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** A column by its letter and heading, as the sentences name it: `column B (“Sales”)`. */
export function columnName(column: number, columns: readonly ColumnReading[], language: Language): string {
  const heading = columns[column]?.heading ?? '';
  const letter = columnLetter(column);
  if (heading === '')
    return language === 'en' ? `column ${letter}` : language === 'zh-CN' ? `${letter} 列` : `${letter} 欄`;
  const name = quoted(heading, language);
  return language === 'en'
    ? `column ${letter} (${name})`
    : language === 'zh-CN'
      ? `${letter} 列${name}`
      : `${letter} 欄${name}`;
}

function listed(parts: readonly string[], language: Language): string {
  if (language !== 'en') return parts.join('、');
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1] ?? ''}`;
}

const DECIMALS: Readonly<Record<'.' | ',', ByLanguage>> = {
  '.': { en: 'a dot (1,234.5)', 'zh-CN': '点（1,234.5）', 'zh-TW': '點（1,234.5）' },
  ',': { en: 'a comma (1.234,5)', 'zh-CN': '逗号（1.234,5）', 'zh-TW': '逗號（1.234,5）' },
};

const ORDERS: Readonly<Record<DateOrder, ByLanguage>> = {
  dmy: { en: 'day, month, year', 'zh-CN': '日、月、年', 'zh-TW': '日、月、年' },
  mdy: { en: 'month, day, year', 'zh-CN': '月、日、年', 'zh-TW': '月、日、年' },
  ymd: { en: 'year, month, day', 'zh-CN': '年、月、日', 'zh-TW': '年、月、日' },
};

const SCALES: Readonly<Record<SatisfactionScale, ByLanguage>> = {
  share: { en: 'a share from 0 to 1', 'zh-CN': ' 0 到 1 的比率', 'zh-TW': ' 0 到 1 的比率' },
  '1-5': { en: 'a score out of 5', 'zh-CN': ' 5 分制', 'zh-TW': ' 5 分制' },
  '1-10': { en: 'a score out of 10', 'zh-CN': ' 10 分制', 'zh-TW': ' 10 分制' },
  '0-100': { en: 'a score out of 100', 'zh-CN': '百分制', 'zh-TW': '百分制' },
  nps: {
    en: 'a net promoter score from -100 to 100',
    'zh-CN': '-100 到 100 的净推荐值（NPS）',
    'zh-TW': '-100 到 100 的淨推薦值（NPS）',
  },
};

const SENTENCES = {
  'empty-table': {
    en: 'The table is empty. Copy it again together with its headings.',
    'zh-CN': '表格是空的，请连同表头重新复制。',
    'zh-TW': '表格是空的，請連同標題列重新複製。',
  },
  'no-header': {
    en: 'No row of headings was found (it begins with {seen}). Add a row with headings such as Customer, Sales and Owner above the data.',
    'zh-CN': '没有找到表头（开头是{seen}），请在数据上方加一行表头，例如：客户名称、销售额、客户经理。',
    'zh-TW': '找不到標題列（開頭是{seen}），請在資料上方加一列標題，例如：客戶名稱、銷售額、業務員。',
  },
  'no-name-column': {
    en: 'The headings in row {row} name no column for the customer. Name one column Customer or Customer ID.',
    'zh-CN': '第 {row} 行的表头里没有客户列，请把其中一列命名为“客户名称”或“客户编号”。',
    'zh-TW': '第 {row} 列的標題裡沒有客戶欄，請把其中一欄命名為「客戶名稱」或「客戶編號」。',
  },
  'several-name-columns': {
    en: '{columns} may each name the customer. Keep that heading on one of them and rename the others.',
    'zh-CN': '{columns}都可能是客户名称，请只保留一列的表头，其余改名。',
    'zh-TW': '{columns}都可能是客戶名稱，請只保留一欄的標題，其餘改名。',
  },
  'no-records': {
    en: 'No customers stand below the headings in row {row}. Add at least one row.',
    'zh-CN': '第 {row} 行表头下面没有客户，请至少添加一行数据。',
    'zh-TW': '第 {row} 列標題下面沒有客戶，請至少新增一列資料。',
  },
  'no-such-column': {
    en: 'The table has no column {wanted}. Give a letter such as C or a heading as it stands.',
    'zh-CN': '表格里没有{wanted}列，请写列号（如 C）或与表格一致的表头。',
    'zh-TW': '表格裡沒有{wanted}欄，請寫欄號（如 C）或與表格一致的標題。',
  },
  'no-such-field': {
    en: 'There is no field {wanted}. This may be meant: {near}.',
    'zh-CN': '没有名为{wanted}的字段，可能是指：{near}。',
    'zh-TW': '沒有名為{wanted}的欄位，可能是指：{near}。',
  },
  'no-field-near': {
    en: 'There is no field {wanted}. There are these: {known}.',
    'zh-CN': '没有名为{wanted}的字段，可用的字段有：{known}。',
    'zh-TW': '沒有名為{wanted}的欄位，可用的欄位有：{known}。',
  },
  'several-columns': {
    en: '{columns} all read as {field}, so none was used. Rename or delete all but one, or say which one to use.',
    'zh-CN': '{columns}都像是“{field}”，因此都没有采用，请只保留一列，或指明用哪一列。',
    'zh-TW': '{columns}都像是「{field}」，因此都沒有採用，請只保留一欄，或指明用哪一欄。',
  },
  'several-fields': {
    en: 'The heading of {column} may mean {fields}, so the column was not used. Rename it or say which one it is.',
    'zh-CN': '{column}的表头可能是{fields}，因此没有采用，请改名或指明含义。',
    'zh-TW': '{column}的標題可能是{fields}，因此沒有採用，請改名或指明含義。',
  },
  'values-do-not-fit': {
    en: '{column} is headed like {field}, but its values are not {type}, so it was not used. Rename it or correct the values.',
    'zh-CN': '{column}的表头像“{field}”，但内容不是{type}，因此没有采用，请改名或更正内容。',
    'zh-TW': '{column}的標題像「{field}」，但內容不是{type}，因此沒有採用，請改名或更正內容。',
  },
  'decimal-undecided': {
    en: 'In {column}, numbers such as {text} in row {row} ({cells} in all) may use the mark for thousands or for decimals. Say which decimal separator the table uses.',
    'zh-CN': '{column}有 {cells} 个数字（如第 {row} 行的{text}）分不清是千位分隔还是小数点，请指明小数分隔符。',
    'zh-TW': '{column}有 {cells} 個數字（如第 {row} 列的{text}）分不清是千分位還是小數點，請指明小數分隔符號。',
  },
  'date-order-undecided': {
    en: 'In {column}, dates such as {text} in row {row} ({cells} in all) may be read in more than one order. Say whether day, month or year comes first.',
    'zh-CN': '{column}有 {cells} 个日期（如第 {row} 行的{text}）分不清年月日的顺序，请指明哪个在前。',
    'zh-TW': '{column}有 {cells} 個日期（如第 {row} 列的{text}）分不清年月日的順序，請指明哪個在前。',
  },
  'percent-undecided': {
    en: 'In {column}, {text} in row {row} seems to be on another scale than {otherText} in row {otherRow}. Write all of them with a percent sign.',
    'zh-CN': '{column}中，第 {row} 行的{text}与第 {otherRow} 行的{otherText}写法似乎不一致，请统一写上百分号。',
    'zh-TW': '{column}中，第 {row} 列的{text}與第 {otherRow} 列的{otherText}寫法似乎不一致，請統一寫上百分號。',
  },
  'mark-undecided': {
    en: 'In {column}, a lone x (first in row {row}, {cells} in all) may mean yes or no. Write yes or no instead.',
    'zh-CN': '{column}有 {cells} 个单元格只写了 x（首个在第 {row} 行），分不清是“是”还是“否”，请改写为是或否。',
    'zh-TW': '{column}有 {cells} 個儲存格只寫了 x（首個在第 {row} 列），分不清是「是」還是「否」，請改寫為是或否。',
  },
  'in-cell': {
    en: 'Row {row}, {column}: {what}',
    'zh-CN': '第 {row} 行，{column}：{what}',
    'zh-TW': '第 {row} 列，{column}：{what}',
  },
  'no-name': {
    en: 'Row {row} names no customer. Add its name or delete the row.',
    'zh-CN': '第 {row} 行没有客户名称，请补上名称或删除该行。',
    'zh-TW': '第 {row} 列沒有客戶名稱，請補上名稱或刪除該列。',
  },
  'beyond-headings': {
    en: 'Row {row} has more values than there are headings. Check that none of them was split, for instance 1,200 without quotation marks.',
    'zh-CN': '第 {row} 行的单元格比表头多，请检查是否有内容被拆开，例如 1,200 没有加引号。',
    'zh-TW': '第 {row} 列的儲存格比標題多，請檢查是否有內容被拆開，例如 1,200 沒有加引號。',
  },
  'duplicate-key': {
    en: 'Row {row} has the same customer ID {key} as row {firstRow}. Keep one of them or correct the ID.',
    'zh-CN': '第 {row} 行与第 {firstRow} 行的客户编号{key}相同，请保留一行或更正编号。',
    'zh-TW': '第 {row} 列與第 {firstRow} 列的客戶編號{key}相同，請保留一列或更正編號。',
  },
  'duplicate-name': {
    en: 'Row {row} names the same customer {name} as row {firstRow}. Keep one of them, or tell them apart by a customer ID.',
    'zh-CN': '第 {row} 行与第 {firstRow} 行都是客户{name}，请保留一行，或用客户编号区分。',
    'zh-TW': '第 {row} 列與第 {firstRow} 列都是客戶{name}，請保留一列，或用客戶編號區分。',
  },
  'duplicate-name-other-key': {
    en: 'Row {row} names the same customer {name} as row {firstRow}, with another customer ID. If they are one customer, keep one of the rows.',
    'zh-CN': '第 {row} 行与第 {firstRow} 行都是客户{name}，但客户编号不同。如果是同一个客户，请只保留一行。',
    'zh-TW': '第 {row} 列與第 {firstRow} 列都是客戶{name}，但客戶編號不同。如果是同一位客戶，請只保留一列。',
  },
  'close-heading': {
    en: '{column} was read as {field}. Rename it if it is something else.',
    'zh-CN': '{column}按“{field}”读取，如不是请改名。',
    'zh-TW': '{column}按「{field}」讀取，如不是請改名。',
  },
  decimal: {
    en: 'In {column} the decimal separator was taken to be {decimal}, as in the rest of the table.',
    'zh-CN': '根据表格中的其他数字，{column}的小数分隔符按{decimal}读取。',
    'zh-TW': '依表格中的其他數字，{column}的小數分隔符號以{decimal}讀取。',
  },
  'decimal-assumed': {
    en: 'In {column} the decimal separator was assumed to be {decimal}. Say so if it is the other one.',
    'zh-CN': '{column}的小数分隔符默认按{decimal}读取，如不对请指明。',
    'zh-TW': '{column}的小數分隔符號預設依{decimal}讀取，如不對請指明。',
  },
  'date-order': {
    en: 'Dates in {column} were read as {order}.',
    'zh-CN': '{column}的日期按{order}的顺序读取。',
    'zh-TW': '{column}的日期依{order}的順序讀取。',
  },
  'percent-points': {
    en: 'Numbers without % in {column} were read as percent (1.2 is 1.2 %).',
    'zh-CN': '{column}中没有 % 的数字按百分数读取（1.2 即 1.2%）。',
    'zh-TW': '{column}中沒有 % 的數字按百分比讀取（1.2 即 1.2%）。',
  },
  'percent-share': {
    en: 'Numbers without % in {column} were read as shares (0.85 is 85 %).',
    'zh-CN': '{column}中没有 % 的数字按小数比率读取（0.85 即 85%）。',
    'zh-TW': '{column}中沒有 % 的數字按小數比率讀取（0.85 即 85%）。',
  },
  'percent-permille': {
    en: 'Numbers in {column} were read as per mille (5 is 0.5 %).',
    'zh-CN': '{column}的数字按千分数读取（5 即 0.5%）。',
    'zh-TW': '{column}的數字按千分比讀取（5 即 0.5%）。',
  },
  'satisfaction-scale': {
    en: '{column} was read as {scale}.',
    'zh-CN': '{column}按{scale}读取。',
    'zh-TW': '{column}依{scale}讀取。',
  },
  'unit-from-column': {
    en: 'Amounts in {column} were read in what {units} names in each row.',
    'zh-CN': '{units}注明各行金额的币种或单位，{column}按此读取。',
    'zh-TW': '{units}註明各列金額的幣別或單位，{column}按此讀取。',
  },
  'unit-from-title': {
    en: 'Amounts without a unit of their own were read in {text}, as row {row} says.',
    'zh-CN': '没有注明单位的金额按第 {row} 行的{text}读取。',
    'zh-TW': '沒有註明單位的金額按第 {row} 列的{text}讀取。',
  },
  'totals-row': {
    en: 'Row {row} holds totals and was left out.',
    'zh-CN': '第 {row} 行是合计行，未作为客户读取。',
    'zh-TW': '第 {row} 列是合計列，未作為客戶讀取。',
  },
  'remark-row': {
    en: 'Row {row} is a remark and was left out.',
    'zh-CN': '第 {row} 行是备注，未作为客户读取。',
    'zh-TW': '第 {row} 列是備註，未作為客戶讀取。',
  },
} as const satisfies Readonly<Record<string, ByLanguage>>;
