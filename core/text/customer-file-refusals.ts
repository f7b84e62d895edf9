import type { ByLanguage } from './language.ts';

/** Why a customer's file could not be changed. */
export type CustomerFileRefusal =
  | 'customer-name'
  | 'customer-key'
  | 'key-taken'
  | 'owner-unknown'
  | 'owner-by-managers'
  | 'text-too-long'
  | 'archived'
  | 'is-active'
  | 'archive-reason'
  | 'contact-empty'
  | 'contact-phone'
  | 'contact-email'
  | 'contact-birthday'
  | 'no-such-contact'
  | 'purchase-day'
  | 'purchase-amount'
  | 'no-such-purchase'
  | 'no-import-to-undo'
  | 'import-undo-late'
  | 'changed-since';

/** The sentence for each refusal; `detail` as in the use case's error. */
export const customerFileRefusals: ByLanguage<(detail: string) => Readonly<Record<CustomerFileRefusal, string>>> = {
  en: (detail) => ({
    'customer-name': `Please give a name of 1 to ${detail} characters.`,
    'customer-key': `A customer number has 1 to ${detail} characters.`,
    'key-taken': `${detail} has this number already. Use another one or leave it empty.`,
    'owner-unknown': 'This person has not used Tierbook yet. Choose somebody who has, or type a name.',
    'owner-by-managers': `Only managers and admins give customers to somebody else. Ask yours about ${detail}.`,
    'text-too-long': `Please use at most ${detail} characters.`,
    archived: `${detail} is archived. Bring it back first.`,
    'is-active': `${detail} is not archived.`,
    'archive-reason': `Please give a reason of 3 to ${detail} characters.`,
    'contact-empty': 'Give at least a name, a telephone number or an e-mail address.',
    'contact-phone': 'This is no telephone number: it needs at least seven digits.',
    'contact-email': 'This is no e-mail address. One looks like name@example.com.',
    'contact-birthday': 'A birthday is a day that has been, such as 1985-03-31.',
    'no-such-contact': `This contact of ${detail} is not on file any more.`,
    'purchase-day': 'A purchase was made today or before. Give its day, such as 2026-03-31.',
    'purchase-amount':
      detail === ''
        ? 'Give the amount as a number, such as 1,200 or 3.2万; below zero for a refund.'
        : `Give the amount as a number in ${detail}, such as 1,200 or 3.2万; below zero for a refund.`,
    'no-such-purchase': `This purchase of ${detail} is not on file any more.`,
    'no-import-to-undo': 'There is no import that can be undone: only the latest one can, until the next begins.',
    'import-undo-late': `An import can be undone from Slack for ${detail} minutes; later with “tierbook import --undo”.`,
    'changed-since': `${detail} has been changed since, so this cannot be undone any more.`,
  }),
  'zh-CN': (detail) => ({
    'customer-name': `请填写客户名称，1 到 ${detail} 个字。`,
    'customer-key': `客户编号应为 1 到 ${detail} 个字符。`,
    'key-taken': `${detail}已使用这个编号，请换一个或留空。`,
    'owner-unknown': '这位同事还没有用过 Tierbook，请另选一位，或直接填写姓名。',
    'owner-by-managers': `只有主管和管理员可以更换客户经理。如需转交${detail}，请联系主管。`,
    'text-too-long': `最多 ${detail} 个字，请缩短。`,
    archived: `${detail}已归档，请先恢复。`,
    'is-active': `${detail}没有归档。`,
    'archive-reason': `请填写 3 到 ${detail} 个字的原因。`,
    'contact-empty': '姓名、电话、邮箱请至少填写一项。',
    'contact-phone': '电话号码至少要有七位数字，请检查。',
    'contact-email': '邮箱格式不对，应类似 name@example.com。',
    'contact-birthday': '生日应是过去的日期，例如 1985-03-31。',
    'no-such-contact': `${detail}的这位联系人已不在档案中。`,
    'purchase-day': '购买日期应是今天或以前，例如 2026-03-31。',
    'purchase-amount':
      detail === ''
        ? '请填写金额，例如 1,200 或 3.2万；退款填负数。'
        : `请填写金额（${detail}），例如 1,200 或 3.2万；退款填负数。`,
    'no-such-purchase': `${detail}的这笔购买记录已不在档案中。`,
    'no-import-to-undo': '没有可以撤销的导入：只能撤销最近一次，且在下一次导入开始之前。',
    'import-undo-late': `导入后 ${detail} 分钟内可以在 Slack 中撤销；之后请使用命令 tierbook import --undo。`,
    'changed-since': `${detail}之后又有变动，无法再撤销。`,
  }),
  'zh-TW': (detail) => ({
    'customer-name': `請填寫客戶名稱，1 到 ${detail} 個字。`,
    'customer-key': `客戶編號應為 1 到 ${detail} 個字元。`,
    'key-taken': `${detail}已使用這個編號，請換一個或留空。`,
    'owner-unknown': '這位同事還沒有用過 Tierbook，請另選一位，或直接填寫姓名。',
    'owner-by-managers': `只有主管和管理員可以更換客戶經理。如需轉交${detail}，請聯絡主管。`,
    'text-too-long': `最多 ${detail} 個字，請縮短。`,
    archived: `${detail}已封存，請先恢復。`,
    'is-active': `${detail}沒有封存。`,
    'archive-reason': `請填寫 3 到 ${detail} 個字的原因。`,
    'contact-empty': '姓名、電話、電子郵件請至少填寫一項。',
    'contact-phone': '電話號碼至少要有七位數字，請檢查。',
    'contact-email': '電子郵件格式不對，應類似 name@example.com。',
    'contact-birthday': '生日應是過去的日期，例如 1985-03-31。',
    'no-such-contact': `${detail}的這位聯絡人已不在檔案中。`,
    'purchase-day': '購買日期應是今天或以前，例如 2026-03-31。',
    'purchase-amount':
      detail === ''
        ? '請填寫金額，例如 1,200 或 3.2萬；退款填負數。'
        : `請填寫金額（${detail}），例如 1,200 或 3.2萬；退款填負數。`,
    'no-such-purchase': `${detail}的這筆購買紀錄已不在檔案中。`,
    'no-import-to-undo': '沒有可以復原的匯入：只能復原最近一次，且在下一次匯入開始之前。',
    'import-undo-late': `匯入後 ${detail} 分鐘內可以在 Slack 中復原；之後請使用指令 tierbook import --undo。`,
    'changed-since': `${detail}之後又有變動，無法再復原。`,
  }),
};
