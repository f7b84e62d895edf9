import type { ByLanguage } from './language.ts';

/** Why a complaint, a survey or a prospect's end could not be put down. */
export type ServiceRefusal =
  | 'no-such-complaint'
  | 'complaint-channel'
  | 'complaint-cause'
  | 'complaint-text'
  | 'complaint-answered'
  | 'complaint-closed'
  | 'survey-score'
  | 'survey-day'
  | 'not-a-prospect'
  | 'end-day'
  | 'end-amount'
  | 'end-currency'
  | 'lost-reason'
  | 'expected-day';

/** The sentence for each refusal; `detail` as in the use case's error. */
export const serviceRefusals: ByLanguage<(detail: string) => Readonly<Record<ServiceRefusal, string>>> = {
  en: (detail) => ({
    'no-such-complaint': 'This complaint is not on file any more.',
    'complaint-channel': 'Please say how the complaint came in: phone, email, visit, chat, online or letter.',
    'complaint-cause': 'Please say what the complaint is about: product, delivery, service, price, invoice or other.',
    'complaint-text': `Please say it in 3 to ${detail} characters.`,
    'complaint-answered': `You have answered this complaint of ${detail} already.`,
    'complaint-closed': `This complaint of ${detail} is closed already.`,
    'survey-score': 'Satisfaction is a whole number from 1 to 5.',
    'survey-day': `Satisfaction is logged for a day of the last 12 months, ${detail} at the latest.`,
    'not-a-prospect': `${detail} is a customer already, not a prospect.`,
    'end-day': `Please choose today or a day before, ${detail} at the earliest.`,
    'end-amount':
      detail === ''
        ? 'Please give the amount as a number above zero, such as 300,000 or 1.2M.'
        : `Please give the amount as a number above zero in ${detail}, such as 300,000 or 1.2M.`,
    'end-currency': 'A currency is a code of three letters, such as CNY, USD or EUR.',
    'lost-reason': `Please say why in 3 to ${detail} characters.`,
    'expected-day': `Please choose today or a later day, ${detail} at the latest.`,
  }),
  'zh-CN': (detail) => ({
    'no-such-complaint': '这件投诉已不存在。',
    'complaint-channel': '请说明投诉渠道：phone、email、visit、chat、online 或 letter。',
    'complaint-cause': '请说明投诉原因：product、delivery、service、price、invoice 或 other。',
    'complaint-text': `请用 3 到 ${detail} 个字说明。`,
    'complaint-answered': `您已经答复过${detail}的这件投诉。`,
    'complaint-closed': `${detail}的这件投诉已经结案。`,
    'survey-score': '满意度应为 1 到 5 的整数。',
    'survey-day': `满意度的日期应在最近 12 个月内，最晚为 ${detail}。`,
    'not-a-prospect': `${detail}已经是客户，不是潜在客户。`,
    'end-day': `请选择今天或以前的日期，最早为 ${detail}。`,
    'end-amount':
      detail === ''
        ? '请填写大于零的金额，例如 300,000 或 30万。'
        : `请填写大于零的金额（${detail}），例如 300,000 或 30万。`,
    'end-currency': '币种为三个字母的代码，例如 CNY、USD 或 EUR。',
    'lost-reason': `请用 3 到 ${detail} 个字说明原因。`,
    'expected-day': `请选择今天或以后的日期，最晚为 ${detail}。`,
  }),
  'zh-TW': (detail) => ({
    'no-such-complaint': '這件客訴已不存在。',
    'complaint-channel': '請說明客訴管道：phone、email、visit、chat、online 或 letter。',
    'complaint-cause': '請說明客訴原因：product、delivery、service、price、invoice 或 other。',
    'complaint-text': `請用 3 到 ${detail} 個字說明。`,
    'complaint-answered': `您已經答覆過${detail}的這件客訴。`,
    'complaint-closed': `${detail}的這件客訴已經結案。`,
    'survey-score': '滿意度應為 1 到 5 的整數。',
    'survey-day': `滿意度的日期應在最近 12 個月內，最晚為 ${detail}。`,
    'not-a-prospect': `${detail}已經是客戶，不是潛在客戶。`,
    'end-day': `請選擇今天或以前的日期，最早為 ${detail}。`,
    'end-amount':
      detail === ''
        ? '請填寫大於零的金額，例如 300,000 或 30萬。'
        : `請填寫大於零的金額（${detail}），例如 300,000 或 30萬。`,
    'end-currency': '幣別為三個字母的代碼，例如 TWD、USD 或 EUR。',
    'lost-reason': `請用 3 到 ${detail} 個字說明原因。`,
    'expected-day': `請選擇今天或以後的日期，最晚為 ${detail}。`,
  }),
};
