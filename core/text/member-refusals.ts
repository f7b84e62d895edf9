import type { ByLanguage } from './language.ts';

/** Why something about members, their absences, their books or the calendar was refused. */
export type MemberRefusal =
  | 'no-such-member'
  | 'several-members'
  | 'admins-only'
  | 'member-left'
  | 'member-here'
  | 'last-admin'
  | 'own-manager'
  | 'manager-circle'
  | 'unknown-time-zone'
  | 'unknown-locale'
  | 'unknown-country'
  | 'list-time'
  | 'day-minutes'
  | 'owner-text'
  | 'day-order'
  | 'absence-past'
  | 'too-many-days'
  | 'absence-overlap'
  | 'cover-oneself'
  | 'cover-away'
  | 'covers-then'
  | 'no-absence'
  | 'weekend'
  | 'heirs-wanted'
  | 'own-heir';

/** The sentence for each refusal; `detail` as in the use case's error. */
export const memberRefusals: ByLanguage<(detail: string) => Readonly<Record<MemberRefusal, string>>> = {
  en: (detail) => ({
    'no-such-member': `There is no member “${detail}”. “members list” shows everybody with their Slack ids.`,
    'several-members': `Several members are called “${detail}”. Use the Slack id; “members list” shows it.`,
    'admins-only': 'Only admins may do this.',
    'member-left': `${detail} has left. “members back” brings a member back.`,
    'member-here': `${detail} has not left.`,
    'last-admin': `${detail} is the last admin. Make somebody else an admin first.`,
    'own-manager': 'Nobody can be their own manager. Choose somebody else.',
    'manager-circle': `${detail} cannot be the manager: in turn, ${detail} is managed by this member.`,
    'unknown-time-zone': `“${detail}” is no time zone. Use a name such as Europe/Berlin or Asia/Shanghai.`,
    'unknown-locale': `“${detail}” is no locale. Use one such as en-US, zh-CN or zh-TW.`,
    'unknown-country': `No public holidays are known for “${detail}”. Use a code such as DE, DE-BY, CN, TW or US.`,
    'list-time': `“${detail}” is no time of day. Use one such as 08:30, or off for no daily list.`,
    'day-minutes': `A day has 30 to 960 minutes for contacts, not ${detail}.`,
    'owner-text': `The text of the owner column must have 1 to ${detail} characters.`,
    'day-order': `The last day (${detail}) is before the first. Swap them.`,
    'absence-past': `These days are over: today is ${detail}. Choose a last day from today on.`,
    'too-many-days': `These are more than ${detail} days. Choose fewer.`,
    'absence-overlap': `There is an absence with another cover already (${detail}). End that one first, or name all of its days to replace it.`,
    'cover-oneself': 'Nobody can cover for themselves. Choose somebody else.',
    'cover-away': `${detail}: the cover is away then. Choose somebody else.`,
    'covers-then': `${detail}: this member is the cover then. Name another cover there first.`,
    'no-absence': `${detail} is not away, and no absence is planned.`,
    weekend:
      'A weekend is a list of weekdays, Monday 1 to Sunday 7, such as 6,7; at least one day must be left to work. Use none for no weekend.',
    'heirs-wanted': `The book has customers (${detail}). Say who takes them over with --to.`,
    'own-heir': 'A book cannot be handed over to the member who leaves. Choose somebody else.',
  }),
  'zh-CN': (detail) => ({
    'no-such-member': `没有成员“${detail}”。可用 members list 查看所有成员及其 Slack ID。`,
    'several-members': `有多个成员叫“${detail}”，请改用 Slack ID（见 members list）。`,
    'admins-only': '只有管理员可以这样做。',
    'member-left': `${detail}已离开。可用 members back 恢复。`,
    'member-here': `${detail}没有离开，无需恢复。`,
    'last-admin': `${detail}是最后一位管理员，请先指定另一位管理员。`,
    'own-manager': '不能把自己设为自己的主管，请另选一位。',
    'manager-circle': `不能设${detail}为主管：${detail}本身归该成员管理。`,
    'unknown-time-zone': `“${detail}”不是有效的时区，请使用 Asia/Shanghai、Europe/Berlin 这样的名称。`,
    'unknown-locale': `“${detail}”不是有效的语言区域，请使用 zh-CN、zh-TW 或 en-US 这样的代码。`,
    'unknown-country': `没有“${detail}”的公共假日资料，请使用 CN、TW、US、DE 或 DE-BY 这样的代码。`,
    'list-time': `“${detail}”不是有效的时间，请使用 08:30 这样的格式；不需要每日清单请用 off。`,
    'day-minutes': `每天用于联系客户的时间应为 30 到 960 分钟，不能是 ${detail}。`,
    'owner-text': `负责人一栏的文字应为 1 到 ${detail} 个字。`,
    'day-order': `结束日期（${detail}）早于开始日期，请对调。`,
    'absence-past': `这些日期已经过去：今天是 ${detail}。结束日期应为今天或以后。`,
    'too-many-days': `超过了 ${detail} 天，请缩短范围。`,
    'absence-overlap': `已有由他人代理的休假（${detail}）。请先结束该休假，或用包含其全部日期的新休假替换。`,
    'cover-oneself': '不能由本人代理，请另选一位。',
    'cover-away': `${detail}：代理人届时也不在，请另选一位。`,
    'covers-then': `${detail}：该成员届时是代理人，请先为对方另选代理人。`,
    'no-absence': `${detail}没有正在进行或计划中的休假。`,
    weekend: '周末用星期的数字表示（周一为 1，周日为 7），例如 6,7，且至少留一个工作日；没有周末请用 none。',
    'heirs-wanted': `名下还有 ${detail} 个客户，请用 --to 指定接手的人。`,
    'own-heir': '不能把客户交接给离开的本人，请另选一位。',
  }),
  'zh-TW': (detail) => ({
    'no-such-member': `沒有成員「${detail}」。可用 members list 查看所有成員及其 Slack ID。`,
    'several-members': `有多位成員叫「${detail}」，請改用 Slack ID（見 members list）。`,
    'admins-only': '只有管理員可以這麼做。',
    'member-left': `${detail}已離開。可用 members back 恢復。`,
    'member-here': `${detail}沒有離開，不需要恢復。`,
    'last-admin': `${detail}是最後一位管理員，請先指定另一位管理員。`,
    'own-manager': '不能把自己設為自己的主管，請另選一位。',
    'manager-circle': `不能設${detail}為主管：${detail}本身歸這位成員管理。`,
    'unknown-time-zone': `「${detail}」不是有效的時區，請使用 Asia/Taipei、Europe/Berlin 這樣的名稱。`,
    'unknown-locale': `「${detail}」不是有效的語言地區，請使用 zh-TW、zh-CN 或 en-US 這樣的代碼。`,
    'unknown-country': `沒有「${detail}」的國定假日資料，請使用 TW、CN、US、DE 或 DE-BY 這樣的代碼。`,
    'list-time': `「${detail}」不是有效的時間，請使用 08:30 這樣的格式；不需要每日清單請用 off。`,
    'day-minutes': `每天用於聯絡客戶的時間應為 30 到 960 分鐘，不能是 ${detail}。`,
    'owner-text': `負責人欄位的文字應為 1 到 ${detail} 個字。`,
    'day-order': `結束日期（${detail}）早於開始日期，請對調。`,
    'absence-past': `這些日期已經過了：今天是 ${detail}。結束日期應為今天或以後。`,
    'too-many-days': `超過了 ${detail} 天，請縮短範圍。`,
    'absence-overlap': `已有由他人代理的休假（${detail}）。請先結束該休假，或用涵蓋其所有日期的新休假取代。`,
    'cover-oneself': '不能由本人代理，請另選一位。',
    'cover-away': `${detail}：代理人屆時也不在，請另選一位。`,
    'covers-then': `${detail}：這位成員屆時是代理人，請先為對方另選代理人。`,
    'no-absence': `${detail}沒有進行中或已排定的休假。`,
    weekend: '週末以星期的數字表示（週一為 1，週日為 7），例如 6,7，且至少留一個工作日；沒有週末請用 none。',
    'heirs-wanted': `名下還有 ${detail} 個客戶，請用 --to 指定接手的人。`,
    'own-heir': '不能把客戶交接給離開的本人，請另選一位。',
  }),
};
