import type { ByLanguage } from './language.ts';

/** How a command was called wrongly, as what to write instead. */
export interface CliUsageText {
  /** @param usage such as `tierbook grade [options] <table>` */
  missingArgument(name: string, usage: string): string;
  /** @param option with what it takes, such as `--scheme <id or file>` */
  missingValue(option: string): string;
  missingOption(option: string): string;
  optionTwice(option: string): string;
  readonly importWants: string;
  readonly mergeWants: string;
  readonly overrideWants: string;
  readonly setMemberWants: string;
  readonly awayWants: string;
  readonly applyWants: string;
  readonly addContactWants: string;
  /** @param action `edit` or `remove` */
  contactWants(action: string): string;
  noContactAction(action: string): string;
}

/** The sentences by language. */
export const CLI_USAGE_TEXT: ByLanguage<CliUsageText> = {
  en: {
    missingArgument: (name, usage) => `The argument <${name}> is missing. Write: ${usage}`,
    missingValue: (option) => `The value of an option is missing. Write: ${option}`,
    missingOption: (option) => `The option ${option} is missing. Add it.`,
    optionTwice: (option) => `The option ${option} may stand only once. Leave one of them out.`,
    importWants: 'Say what to import: a table, or --undo and perhaps the id of the latest import.',
    mergeWants: 'Say what to merge: two customers, or --undo with a merge’s id.',
    overrideWants: 'Give a customer with --tier and --reason, or with --end; or --list.',
    setMemberWants: 'Say what to set, such as --role manager.',
    awayWants: 'Give a member with --from and --to, or with --end.',
    applyWants: '--apply goes with --balance: look at what would be moved first.',
    addContactWants: 'Give the name of the new contact as --name "Li Lei".',
    contactWants: (action) => `Say which contact: contacts CUSTOMER ${action} 1, or the whole name.`,
    noContactAction: (action) => `There is no “contacts ${action}”. Say add, edit or remove, or nothing for the list.`,
  },
  'zh-CN': {
    missingArgument: (name, usage) => `缺少参数 <${name}>，正确写法：${usage}`,
    missingValue: (option) => `选项后面缺少内容，正确写法：${option}`,
    missingOption: (option) => `缺少选项 ${option}，请加上。`,
    optionTwice: (option) => `选项 ${option} 只能写一次，请去掉多余的。`,
    importWants: '请写明要导入的表格，或用 --undo（可加最近一次导入的编号）撤销导入。',
    mergeWants: '请写明要合并的两个客户，或用 --undo 加合并编号来撤销。',
    overrideWants: '请写明客户，并加上 --tier 和 --reason，或加上 --end；也可以只用 --list。',
    setMemberWants: '请写明要设置什么，例如 --role manager。',
    awayWants: '请写明成员，并加上 --from 和 --to，或加上 --end。',
    applyWants: '--apply 要和 --balance 一起用，请先看看会移交哪些客户。',
    addContactWants: '请写明新联系人的姓名，例如 --name "Li Lei"。',
    contactWants: (action) => `请写明是哪位联系人：contacts CUSTOMER ${action} 1，或写全名。`,
    noContactAction: (action) => `没有“contacts ${action}”这个命令。请写 add、edit 或 remove；不写则列出联系人。`,
  },
  'zh-TW': {
    missingArgument: (name, usage) => `缺少參數 <${name}>，正確寫法：${usage}`,
    missingValue: (option) => `選項後面缺少內容，正確寫法：${option}`,
    missingOption: (option) => `缺少選項 ${option}，請加上。`,
    optionTwice: (option) => `選項 ${option} 只能寫一次，請去掉多餘的。`,
    importWants: '請寫明要匯入的表格，或用 --undo（可加最近一次匯入的編號）復原匯入。',
    mergeWants: '請寫明要合併的兩位客戶，或用 --undo 加合併編號來復原。',
    overrideWants: '請寫明客戶，並加上 --tier 和 --reason，或加上 --end；也可以只用 --list。',
    setMemberWants: '請寫明要設定什麼，例如 --role manager。',
    awayWants: '請寫明成員，並加上 --from 和 --to，或加上 --end。',
    applyWants: '--apply 要和 --balance 一起用，請先看看會移交哪些客戶。',
    addContactWants: '請寫明新聯絡人的姓名，例如 --name "Li Lei"。',
    contactWants: (action) => `請寫明是哪位聯絡人：contacts CUSTOMER ${action} 1，或寫全名。`,
    noContactAction: (action) => `沒有「contacts ${action}」這個指令。請寫 add、edit 或 remove；不寫則列出聯絡人。`,
  },
};
