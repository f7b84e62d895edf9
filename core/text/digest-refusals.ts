import { parseIsoDate } from '../calendar-date.ts';
import { formatDate } from './format.ts';
import type { ByLanguage, Language } from './language.ts';

/** Why there is no digest, or why it cannot be set like that. */
export type DigestRefusal =
  | 'before-history'
  | 'digest-day'
  | 'others-digest'
  | 'own-digest'
  | 'digest-readers'
  | 'digest-hour'
  | 'digest-channel'
  | 'digest-parts'
  | 'digest-reps';

/** The sentence for each refusal; `detail` as in the use case's error: the first day, today, whose digest it is, or what was given. */
export const digestRefusals: ByLanguage<(detail: string) => Readonly<Record<DigestRefusal, string>>> = {
  en: (detail) => ({
    'before-history':
      detail === ''
        ? 'There is nothing to tell yet: import customers first.'
        : `Tierbook knows the book since ${dayText(detail, 'en')}: please choose that day or a later one.`,
    'digest-day': `Please choose ${dayText(detail, 'en')} or a day before.`,
    'others-digest': `Only ${detail}, a manager of theirs or an admin can see this digest.`,
    'own-digest': 'You can set your own digest; an admin can set anybody’s.',
    'digest-readers': `Digests are for managers and admins; ${detail} is neither.`,
    'digest-hour': `“${detail}” is no time of day. Give one such as 08:30, or off.`,
    'digest-channel': `“${detail}” is no channel. Give a channel’s id such as C0123456789, or choose a direct message.`,
    'digest-parts':
      detail === '' ? 'Choose at least one part.' : `A digest has no part “${detail}”. “digest --help” names them.`,
    'digest-reps': `${detail} is not in this manager’s team. Choose members of the team, or nobody for all of it.`,
  }),
  'zh-CN': (detail) => ({
    'before-history':
      detail === ''
        ? '暂时没有可汇总的内容，请先导入客户。'
        : `Tierbook 从${dayText(detail, 'zh-CN')}起才有记录，请选择这一天或之后的日期。`,
    'digest-day': `请选择${dayText(detail, 'zh-CN')}或之前的日期。`,
    'others-digest': `只有${detail}本人、其主管和管理员可以查看这份简报。`,
    'own-digest': '您只能设置自己的简报，管理员可以设置任何人的简报。',
    'digest-readers': `简报只发给主管和管理员，${detail}不在其中。`,
    'digest-hour': `“${detail}”不是有效的时间，请写 08:30 这样的时间，或写 off。`,
    'digest-channel': `“${detail}”不是频道，请写 C0123456789 这样的频道 ID，或选择私信。`,
    'digest-parts': detail === '' ? '请至少选择一项内容。' : `简报没有“${detail}”这项内容，可用 digest --help 查看。`,
    'digest-reps': `${detail}不在该主管的团队中。请选择团队成员；不选则包括整个团队。`,
  }),
  'zh-TW': (detail) => ({
    'before-history':
      detail === ''
        ? '目前沒有可彙總的內容，請先匯入客戶。'
        : `Tierbook 從${dayText(detail, 'zh-TW')}起才有記錄，請選擇這一天或之後的日期。`,
    'digest-day': `請選擇${dayText(detail, 'zh-TW')}或之前的日期。`,
    'others-digest': `只有${detail}本人、其主管和管理員可以查看這份簡報。`,
    'own-digest': '您只能設定自己的簡報，管理員可以設定任何人的簡報。',
    'digest-readers': `簡報只發給主管和管理員，${detail}不在其中。`,
    'digest-hour': `「${detail}」不是有效的時間，請寫 08:30 這樣的時間，或寫 off。`,
    'digest-channel': `「${detail}」不是頻道，請寫 C0123456789 這樣的頻道 ID，或選擇私訊。`,
    'digest-parts': detail === '' ? '請至少選擇一項內容。' : `簡報沒有「${detail}」這項內容，可用 digest --help 查看。`,
    'digest-reps': `${detail}不在該主管的團隊中。請選擇團隊成員；不選則包括整個團隊。`,
  }),
};

function dayText(day: string, language: Language): string {
  const date = parseIsoDate(day);
  return date === undefined ? day : formatDate(date, language);
}
