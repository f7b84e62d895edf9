import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage, Language } from './language.ts';

/** Columns that the add-on writes beside a table, segments aside. */
export type OwnHeading = 'tier' | 'score' | 'why' | 'nextTier' | 'review' | 'nextFollowUp';

/** What the add-on's script says itself: menu, headings, marks in cells, and why it did nothing. */
export interface SheetsScriptText {
  readonly menu: {
    readonly grade: string;
    readonly again: string;
    readonly undo: string;
    readonly summary: string;
    readonly schemes: string;
    readonly help: string;
  };
  readonly headings: Readonly<Record<OwnHeading, string>>;
  /** What stands in braces is filled in by {@link scriptSentence}. */
  readonly sentences: Readonly<Record<ScriptSentence, string>>;
}

/** A sentence of the script. */
export type ScriptSentence =
  /** In Review, of a tier that somebody typed over; the second where the scheme gives none. */
  | 'overridden'
  | 'overridden-none'
  | 'graded'
  | 'unchanged'
  | 'undone'
  /** Asked before an undo that would lose what somebody typed. */
  | 'undo-loses'
  | 'busy'
  | 'protected'
  | 'protected-named'
  | 'unusable'
  | 'no-room'
  | 'no-such-scheme'
  | 'scheme-changed'
  | 'nothing-to-undo'
  | 'changed-meanwhile'
  | 'failed';

/** A sentence with what stands in its braces; counts of customers and cells come with their word in English. */
export function scriptSentence(
  language: Language,
  sentence: ScriptSentence,
  data: Readonly<Record<string, string | number>> = {},
): string {
  return SHEETS_SCRIPT_TEXT[language].sentences[sentence].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = data[name] ?? '';
    if (typeof value === 'string') return value;
    if (language !== 'en' || (name !== 'customers' && name !== 'cells')) return formatDecimal(value, 0);
    return name === 'customers' ? counted(value, 'customer', 'customers') : counted(value, 'cell', 'cells');
  });
}

/** The script's words in every language. */
export const SHEETS_SCRIPT_TEXT: ByLanguage<SheetsScriptText> = {
  en: {
    menu: {
      grade: 'Grade this table',
      again: 'Grade again',
      undo: 'Undo last grading',
      summary: 'Summary sheet',
      schemes: 'Schemes',
      help: 'Help',
    },
    headings: {
      tier: 'Tier',
      score: 'Score',
      why: 'Why',
      nextTier: 'To next tier',
      review: 'Review',
      nextFollowUp: 'Next follow-up',
    },
    sentences: {
      overridden: 'Tier set by hand; the scheme gives {tier}.',
      'overridden-none': 'Tier set by hand; the scheme gives none.',
      graded: '{customers} graded, {cells} changed: {upgrades} up, {downgrades} down, {forReview} for review.',
      unchanged: 'Graded again: nothing has changed.',
      undone: 'The last grading is undone ({cells}).',
      'undo-loses':
        'Since the last grading somebody edited {cells} that undoing would overwrite ({example}). Undo all the same?',
      busy: 'Somebody else is grading this spreadsheet just now. Try again in a minute.',
      protected:
        '{range} is protected and you may not edit it, so nothing was written. Ask its owner for access and grade again.',
      'protected-named':
        '{range} (“{description}”) is protected and you may not edit it, so nothing was written. Ask its owner for access and grade again.',
      unusable: 'No table could be graded here. The sidebar says why.',
      'no-room': 'The spreadsheet has no room for more cells. Delete empty rows or columns and grade again.',
      'no-such-scheme': 'There is no scheme “{scheme}” any more. Choose another one.',
      'scheme-changed': 'The scheme “{scheme}” has been edited since it was checked. Press Check first.',
      'nothing-to-undo': 'There is nothing to undo: only the last grading of a table can be undone, and only once.',
      'changed-meanwhile': 'The sheet has changed in the meantime. Look at the table again and repeat.',
      failed: 'Google Sheets did not carry this out ({message}). Grade again to complete it.',
    },
  },
  'zh-CN': {
    menu: {
      grade: '为此表格定级',
      again: '重新定级',
      undo: '撤销上次定级',
      summary: '汇总表',
      schemes: '分级标准',
      help: '帮助',
    },
    headings: {
      tier: '等级',
      score: '得分',
      why: '原因',
      nextTier: '升级条件',
      review: '复核',
      nextFollowUp: '下次跟进',
    },
    sentences: {
      overridden: '等级为手工填写；按标准应为 {tier}。',
      'overridden-none': '等级为手工填写；按标准无法定级。',
      graded:
        '已为 {customers} 个客户定级，更新 {cells} 个单元格：升级 {upgrades}，降级 {downgrades}，待复核 {forReview}。',
      unchanged: '已重新定级，没有任何变化。',
      undone: '已撤销上次定级（{cells} 个单元格）。',
      'undo-loses': '上次定级之后有 {cells} 个单元格被改过，撤销会覆盖这些内容（{example}）。仍要撤销吗？',
      busy: '有人正在为此电子表格定级，请稍后再试。',
      protected: '{range}受保护，您无权编辑，因此没有写入任何内容。请向其所有者申请权限后再定级。',
      'protected-named':
        '{range}（“{description}”）受保护，您无权编辑，因此没有写入任何内容。请向其所有者申请权限后再定级。',
      unusable: '这里没有可以定级的表格，原因请看侧边栏。',
      'no-room': '电子表格的单元格数已达上限，请删除空白行或列后再定级。',
      'no-such-scheme': '分级标准“{scheme}”已不存在，请另选一个。',
      'scheme-changed': '分级标准“{scheme}”在检查之后被修改过，请先点“检查”。',
      'nothing-to-undo': '没有可以撤销的定级：每张表格只能撤销最近一次，且只能撤销一次。',
      'changed-meanwhile': '工作表刚刚有变动，请重新查看表格后再操作。',
      failed: 'Google 表格未能完成操作（{message}）。再次定级即可补全。',
    },
  },
  'zh-TW': {
    menu: {
      grade: '為此表格定級',
      again: '重新定級',
      undo: '復原上次定級',
      summary: '彙總表',
      schemes: '分級標準',
      help: '說明',
    },
    headings: {
      tier: '等級',
      score: '得分',
      why: '原因',
      nextTier: '升級條件',
      review: '複核',
      nextFollowUp: '下次跟進',
    },
    sentences: {
      overridden: '等級為手動填寫；依標準應為 {tier}。',
      'overridden-none': '等級為手動填寫；依標準無法定級。',
      graded:
        '已為 {customers} 位客戶定級，更新 {cells} 個儲存格：升級 {upgrades}，降級 {downgrades}，待複核 {forReview}。',
      unchanged: '已重新定級，沒有任何變化。',
      undone: '已復原上次定級（{cells} 個儲存格）。',
      'undo-loses': '上次定級之後有 {cells} 個儲存格被改過，復原會覆寫這些內容（{example}）。仍要復原嗎？',
      busy: '有人正在為此試算表定級，請稍後再試。',
      protected: '{range}受保護，您無權編輯，因此沒有寫入任何內容。請向其擁有者申請權限後再定級。',
      'protected-named':
        '{range}（「{description}」）受保護，您無權編輯，因此沒有寫入任何內容。請向其擁有者申請權限後再定級。',
      unusable: '這裡沒有可以定級的表格，原因請看側邊欄。',
      'no-room': '試算表的儲存格數已達上限，請刪除空白列或欄後再定級。',
      'no-such-scheme': '分級標準「{scheme}」已不存在，請另選一個。',
      'scheme-changed': '分級標準「{scheme}」在檢查之後被修改過，請先按「檢查」。',
      'nothing-to-undo': '沒有可以復原的定級：每份表格只能復原最近一次，且只能復原一次。',
      'changed-meanwhile': '工作表剛剛有變動，請重新檢視表格後再操作。',
      failed: 'Google 試算表未能完成操作（{message}）。再次定級即可補齊。',
    },
  },
};
