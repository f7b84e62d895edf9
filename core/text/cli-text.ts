import { type ActionRefusal, actionRefusals } from './acted-text.ts';
import { type ConnectedSheetRefusal, connectedSheetRefusals } from './connected-sheet-refusals.ts';
import { counted } from './counted.ts';
import { type CustomerFileRefusal, customerFileRefusals } from './customer-file-refusals.ts';
import { type DigestRefusal, digestRefusals } from './digest-refusals.ts';
import { FOLLOW_UP_LIST_TEXT } from './follow-up-list-text.ts';
import { formatDecimal } from './format.ts';

import type { ByLanguage } from './language.ts';
import { type MemberRefusal, memberRefusals } from './member-refusals.ts';
import { type OverrideRefusal, refusals } from './override-text.ts';
import { type ServiceRefusal, serviceRefusals } from './service-refusals.ts';
import { type SchemeUseRefusal, schemeUseRefusals } from './stability-text.ts';

/** Why the product refused what a command asked for. */
export type Refusal =
  | CustomerFileRefusal
  | ConnectedSheetRefusal
  | ServiceRefusal
  | 'no-such-customer'
  | 'cannot-merge'
  | 'no-such-merge'
  | 'merged-again'
  | OverrideRefusal
  | 'others-list'
  | DigestRefusal
  | SchemeUseRefusal
  | ActionRefusal
  | MemberRefusal
  | 'no-such-change'
  | 'not-replayable'
  | 'not-allowed'
  | 'scheme-exists'
  | 'scheme-built-in'
  | 'no-such-workspace'
  | 'which-workspace';

/** What the command line says around results; problems of tables and schemes have their own texts. */
export interface CliText {
  /** Headings of the columns that grading appends. */
  readonly headings: {
    readonly tier: string;
    readonly score: string;
    readonly reasons: string;
    readonly nextTier: string;
    readonly review: string;
  };
  /** Headings of the overview on a terminal. */
  readonly overview: {
    readonly row: string;
    readonly name: string;
    readonly strongest: string;
    readonly weakest: string;
    readonly nextTier: string;
  };
  /** @param tiers such as `Tier A 34, Tier B 88` */
  graded(customers: number, scheme: string, version: number, tiers: string): string;
  /** Stands between the parts of a list. */
  readonly comma: string;
  /** @param option such as `--decimal . / --decimal ,` */
  decideBy(option: string): string;
  needAttention(customers: number): string;
  /** @param criteria titles of those that nobody in the table has */
  absent(criteria: readonly string[]): string;
  readonly grading: string;
  readonly importing: string;
  unknownScheme(text: string, known: string): string;
  notJson(path: string, why: string): string;
  schemeIsFine(id: string, version: number): string;
  givesNoTier(path: string): string;
  migrated(count: number): string;
  readonly nothingToMigrate: string;
  samplesRemoved(count: number): string;
  readonly noSamples: string;
  /** Follows the sentence about amounts in two currencies. */
  readonly samplesInOtherCurrency: string;
  rejectedWritten(count: number, path: string): string;
  /**
   * @param why one of {@link CliText.notSaved}, or what the system says
   * @param rows numbers of the first ones in the table
   * @param more how many others there are
   */
  rejectedNotWritten(path: string, why: string, rows: readonly number[], more: number): string;
  readonly notSaved: { readonly readOnly: string; readonly full: string };
  merged(kept: string, gone: string, mergeId: string): string;
  readonly unmerged: string;
  noSuchCustomer(text: string): string;
  severalCustomers(text: string, keys: string): string;
  /** @param detail the id, the names or the workspaces it is about */
  refused(why: Refusal, detail: string): string;
  readonly diskFull: string;
  unexpected(message: string): string;
}

export const cliText: ByLanguage<CliText> = {
  en: {
    headings: { tier: 'Tier', score: 'Score', reasons: 'Reasons', nextTier: 'Next tier', review: 'Review' },
    overview: { row: 'Row', name: 'Customer', strongest: 'Best', weakest: 'Weakest', nextTier: 'What would lift it' },
    graded: (customers, scheme, version, tiers) =>
      `${counted(customers, 'customer', 'customers')} graded by “${scheme}”, version ${version}: ${tiers}.`,
    comma: ', ',
    decideBy: (option) => `You can decide this with ${option}`,
    needAttention: (customers) =>
      counted(customers, 'row needs a person’s attention.', 'rows need a person’s attention.'),
    absent: (criteria) => `Not counted, since no customer of this table has a value: ${criteria.join(', ')}.`,
    grading: 'Grading',
    importing: 'Importing',
    unknownScheme: (text, known) =>
      `There is no scheme “${text}”, and no file of that name. Built-in schemes: ${known}.`,
    notJson: (path, why) =>
      `${path} is not JSON: ${why}. A scheme is a JSON document; “schemes show account-value” prints one.`,
    schemeIsFine: (id, version) => `${id}, version ${version} is fine.`,
    givesNoTier: (path) => `${path} only says into which segments customers fall. Use a scheme with tiers here.`,
    migrated: (count) => counted(count, 'migration applied.', 'migrations applied.'),
    nothingToMigrate: 'The database is up to date.',
    samplesRemoved: (count) => counted(count, 'sample customer removed.', 'sample customers removed.'),
    noSamples: 'There are no sample customers.',
    samplesInOtherCurrency: 'If only sample customers are on file, take them away with “sample remove”.',
    rejectedWritten: (count, path) =>
      count === 1
        ? `1 row was not imported. It stands in ${path}: mend it there and import that file.`
        : `${count} rows were not imported. They stand in ${path}: mend them there and import that file.`,
    rejectedNotWritten: (path, why, rows, more) =>
      `The import is done. The rows that were not imported could not be saved to ${path}, since ${why}: ${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}${more > 0 ? ` and ${counted(more, 'other', 'others')}` : ''}. Mend them in the table and import it again; what is imported already stays as it is.`,
    notSaved: { readOnly: 'nothing can be written there', full: 'the disk is full' },
    merged: (kept, gone, mergeId) => `${gone} is now part of ${kept}. To undo: merge --undo ${mergeId}`,
    unmerged: 'They are two customers again.',
    noSuchCustomer: (text) => `There is no customer “${text}”. Use the key, the id or the whole name.`,
    severalCustomers: (text, keys) => `Several customers are called “${text}”: use one of the keys ${keys}.`,
    refused: (why, detail) =>
      ({
        'no-such-customer': `There is no such customer (${detail}).`,
        'cannot-merge': `These cannot be merged (${detail}): they are the same customer, or one is part of another already.`,
        'no-such-merge': `There is no merge ${detail}, or it was undone before.`,
        'merged-again': `${detail} has been merged in turn: undo that merge first.`,
        ...customerFileRefusals.en(detail),
        ...connectedSheetRefusals(detail, 'en'),
        ...serviceRefusals.en(detail),
        ...refusals.en(detail),
        'others-list': FOLLOW_UP_LIST_TEXT.en.othersList(detail),
        ...digestRefusals.en(detail),
        ...schemeUseRefusals.en(detail),
        ...actionRefusals.en(detail),
        ...memberRefusals.en(detail),
        'no-such-change': `This customer has no such change (${detail}): it was not graded by then, or has not changed so often.`,
        'not-replayable': `The grade of ${detail} was made before its figures were kept, so that it cannot be replayed.`,
        'not-allowed': 'Only managers and admins may do this.',
        'scheme-exists': `${detail} is on file with another content. Raise its version.`,
        'scheme-built-in': `${detail} is the id of a built-in scheme. Give your own document another id.`,
        'no-such-workspace': `There is no such workspace. The database has: ${detail}.`,
        'which-workspace': `The database has several workspaces (${detail}): choose one with --workspace.`,
      })[why],
    diskFull: 'The disk is full, so nothing more could be written. Make room, then try again.',
    unexpected: (message) => `This should not have happened: ${message}`,
  },
  'zh-CN': {
    headings: { tier: '等级', score: '得分', reasons: '原因', nextTier: '升级条件', review: '复核' },
    overview: { row: '行', name: '客户', strongest: '最强项', weakest: '最弱项', nextTier: '升级条件' },
    graded: (customers, scheme, version, tiers) =>
      `已按“${scheme}”第 ${version} 版为 ${formatDecimal(customers, 0)} 个客户定级：${tiers}。`,
    comma: '，',
    decideBy: (option) => `可用 ${option} 指定。`,
    needAttention: (customers) => `有 ${formatDecimal(customers, 0)} 行需要人工处理。`,
    absent: (criteria) => `表中没有以下指标的数据，不计入评分：${criteria.join('、')}。`,
    grading: '定级',
    importing: '导入',
    unknownScheme: (text, known) => `没有名为“${text}”的分级标准，也没有这个文件。内置标准：${known}。`,
    notJson: (path, why) =>
      `${path} 不是 JSON：${why}。分级标准是一份 JSON 文档，可用 “schemes show account-value” 查看范例。`,
    schemeIsFine: (id, version) => `${id} 第 ${version} 版：没有问题。`,
    givesNoTier: (path) => `${path} 只划分客户细分，不定等级。此处请使用带等级的分级标准。`,
    migrated: (count) => `已执行 ${formatDecimal(count, 0)} 个数据库迁移。`,
    nothingToMigrate: '数据库已是最新。',
    samplesRemoved: (count) => `已删除 ${formatDecimal(count, 0)} 个示例客户。`,
    noSamples: '没有示例客户。',
    samplesInOtherCurrency: '如果目前只有示例客户，请先用 sample remove 删除。',
    rejectedWritten: (count, path) =>
      `有 ${formatDecimal(count, 0)} 行未导入，已写入 ${path}：改好后重新导入该文件即可。`,
    rejectedNotWritten: (path, why, rows, more) =>
      `导入已完成。未导入的行没能写入 ${path}（${why}）：第 ${rows.join('、')} 行${more > 0 ? `，另有 ${formatDecimal(more, 0)} 行` : ''}。请在表中改好后重新导入，已导入的内容不受影响。`,
    notSaved: { readOnly: '该位置无法写入', full: '磁盘已满' },
    merged: (kept, gone, mergeId) => `${gone} 已并入 ${kept}。如需撤销：merge --undo ${mergeId}`,
    unmerged: '已恢复为两个客户。',
    noSuchCustomer: (text) => `没有客户“${text}”。请使用客户编号、ID 或完整名称。`,
    severalCustomers: (text, keys) => `有多个客户名为“${text}”，请改用客户编号：${keys}。`,
    refused: (why, detail) =>
      ({
        'no-such-customer': `没有这个客户（${detail}）。`,
        'cannot-merge': `无法合并（${detail}）：它们是同一个客户，或其中一个已并入其他客户。`,
        'no-such-merge': `没有编号为 ${detail} 的合并，或该合并已撤销。`,
        'merged-again': `${detail} 后来又并入了其他客户，请先撤销那次合并。`,
        ...customerFileRefusals['zh-CN'](detail),
        ...connectedSheetRefusals(detail, 'zh-CN'),
        ...serviceRefusals['zh-CN'](detail),
        ...refusals['zh-CN'](detail),
        'others-list': FOLLOW_UP_LIST_TEXT['zh-CN'].othersList(detail),
        ...digestRefusals['zh-CN'](detail),
        ...schemeUseRefusals['zh-CN'](detail),
        ...actionRefusals['zh-CN'](detail),
        ...memberRefusals['zh-CN'](detail),
        'no-such-change': `该客户没有这次变动（${detail}）：当时尚未分级，或变动没有这么多次。`,
        'not-replayable': `${detail} 的分级没有保留当时的数据，无法重现。`,
        'not-allowed': '只有主管和管理员可以进行此操作。',
        'scheme-exists': `${detail} 已有内容不同的版本。请提高版本号。`,
        'scheme-built-in': `${detail} 是内置标准的标识。请为自己的文件另取标识。`,
        'no-such-workspace': `没有这个工作区。数据库中有：${detail}。`,
        'which-workspace': `数据库中有多个工作区（${detail}），请用 --workspace 指定。`,
      })[why],
    diskFull: '磁盘已满，无法继续写入。请腾出空间后重试。',
    unexpected: (message) => `程序出错：${message}`,
  },
  'zh-TW': {
    headings: { tier: '等級', score: '得分', reasons: '原因', nextTier: '升級條件', review: '複核' },
    overview: { row: '列', name: '客戶', strongest: '最強項', weakest: '最弱項', nextTier: '升級條件' },
    graded: (customers, scheme, version, tiers) =>
      `已依「${scheme}」第 ${version} 版為 ${formatDecimal(customers, 0)} 位客戶定級：${tiers}。`,
    comma: '，',
    decideBy: (option) => `可用 ${option} 指定。`,
    needAttention: (customers) => `有 ${formatDecimal(customers, 0)} 列需要人工處理。`,
    absent: (criteria) => `表中沒有以下指標的資料，不列入評分：${criteria.join('、')}。`,
    grading: '定級',
    importing: '匯入',
    unknownScheme: (text, known) => `沒有名為「${text}」的分級標準，也沒有這個檔案。內建標準：${known}。`,
    notJson: (path, why) =>
      `${path} 不是 JSON：${why}。分級標準是一份 JSON 文件，可用「schemes show account-value」查看範例。`,
    schemeIsFine: (id, version) => `${id} 第 ${version} 版：沒有問題。`,
    givesNoTier: (path) => `${path} 只劃分客戶細分，不定等級。此處請使用有等級的分級標準。`,
    migrated: (count) => `已執行 ${formatDecimal(count, 0)} 個資料庫遷移。`,
    nothingToMigrate: '資料庫已是最新。',
    samplesRemoved: (count) => `已刪除 ${formatDecimal(count, 0)} 位範例客戶。`,
    noSamples: '沒有範例客戶。',
    samplesInOtherCurrency: '若目前只有範例客戶，請先用 sample remove 刪除。',
    rejectedWritten: (count, path) =>
      `有 ${formatDecimal(count, 0)} 列未匯入，已寫入 ${path}：改好後重新匯入該檔案即可。`,
    rejectedNotWritten: (path, why, rows, more) =>
      `匯入已完成。未匯入的列無法寫入 ${path}（${why}）：第 ${rows.join('、')} 列${more > 0 ? `，另有 ${formatDecimal(more, 0)} 列` : ''}。請在表格中改好後重新匯入，已匯入的內容不受影響。`,
    notSaved: { readOnly: '該位置無法寫入', full: '磁碟已滿' },
    merged: (kept, gone, mergeId) => `${gone} 已併入 ${kept}。如需復原：merge --undo ${mergeId}`,
    unmerged: '已恢復為兩位客戶。',
    noSuchCustomer: (text) => `沒有客戶「${text}」。請使用客戶編號、ID 或完整名稱。`,
    severalCustomers: (text, keys) => `有多位客戶名為「${text}」，請改用客戶編號：${keys}。`,
    refused: (why, detail) =>
      ({
        'no-such-customer': `沒有這位客戶（${detail}）。`,
        'cannot-merge': `無法合併（${detail}）：兩者是同一位客戶，或其中一位已併入其他客戶。`,
        'no-such-merge': `沒有編號為 ${detail} 的合併，或該合併已復原。`,
        'merged-again': `${detail} 後來又併入了其他客戶，請先復原那次合併。`,
        ...customerFileRefusals['zh-TW'](detail),
        ...connectedSheetRefusals(detail, 'zh-TW'),
        ...serviceRefusals['zh-TW'](detail),
        ...refusals['zh-TW'](detail),
        'others-list': FOLLOW_UP_LIST_TEXT['zh-TW'].othersList(detail),
        ...digestRefusals['zh-TW'](detail),
        ...schemeUseRefusals['zh-TW'](detail),
        ...actionRefusals['zh-TW'](detail),
        ...memberRefusals['zh-TW'](detail),
        'no-such-change': `該客戶沒有這次變動（${detail}）：當時尚未分級，或變動沒有這麼多次。`,
        'not-replayable': `${detail} 的分級沒有保留當時的資料，無法重現。`,
        'not-allowed': '只有主管和管理員可以進行此操作。',
        'scheme-exists': `${detail} 已有內容不同的版本。請提高版本號。`,
        'scheme-built-in': `${detail} 是內建標準的識別碼。請為自己的文件另取識別碼。`,
        'no-such-workspace': `沒有這個工作區。資料庫中有：${detail}。`,
        'which-workspace': `資料庫中有多個工作區（${detail}），請用 --workspace 指定。`,
      })[why],
    diskFull: '磁碟已滿，無法繼續寫入。請騰出空間後再試。',
    unexpected: (message) => `程式發生錯誤：${message}`,
  },
};
