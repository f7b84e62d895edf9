import { parseIsoDate } from '../calendar-date.ts';
import { formatDate } from './format.ts';
import type { ByLanguage, Language } from './language.ts';

/** Why there is no digest. */
export type DigestRefusal = 'before-history' | 'digest-day' | 'others-digest';

/** The sentence for each refusal; `detail` as in the use case's error: the first day, today, or whose digest it is. */
export const digestRefusals: ByLanguage<(detail: string) => Readonly<Record<DigestRefusal, string>>> = {
  en: (detail) => ({
    'before-history':
      detail === ''
        ? 'There is nothing to tell yet: import customers first.'
        : `Tierbook knows the book since ${dayText(detail, 'en')}: please choose that day or a later one.`,
    'digest-day': `Please choose ${dayText(detail, 'en')} or a day before.`,
    'others-digest': `Only ${detail}, a manager of theirs or an admin can see this digest.`,
  }),
  'zh-CN': (detail) => ({
    'before-history':
      detail === ''
        ? '暂时没有可汇总的内容，请先导入客户。'
        : `Tierbook 从${dayText(detail, 'zh-CN')}起才有记录，请选择这一天或之后的日期。`,
    'digest-day': `请选择${dayText(detail, 'zh-CN')}或之前的日期。`,
    'others-digest': `只有${detail}本人、其主管和管理员可以查看这份简报。`,
  }),
  'zh-TW': (detail) => ({
    'before-history':
      detail === ''
        ? '目前沒有可彙總的內容，請先匯入客戶。'
        : `Tierbook 從${dayText(detail, 'zh-TW')}起才有記錄，請選擇這一天或之後的日期。`,
    'digest-day': `請選擇${dayText(detail, 'zh-TW')}或之前的日期。`,
    'others-digest': `只有${detail}本人、其主管和管理員可以查看這份簡報。`,
  }),
};

function dayText(day: string, language: Language): string {
  const date = parseIsoDate(day);
  return date === undefined ? day : formatDate(date, language);
}
