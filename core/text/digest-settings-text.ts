import type { DigestPart } from '../digest/digest.ts';
import type { ByLanguage } from './language.ts';

/** The window *Digest settings*. Its titles and buttons have at most 24 characters. */
export interface DigestSettingsText {
  readonly title: string;
  readonly save: string;
  readonly cancel: string;
  /** Whose they are, where they are not one's own. */
  of(name: string): string;
  readonly where: string;
  readonly whereHint: string;
  readonly when: string;
  /** @param zone IANA name */
  whenHint(zone: string): string;
  readonly parts: string;
  readonly part: Readonly<Record<DigestPart, string>>;
  readonly reps: string;
  readonly repsHint: string;
  /** None of the chosen reps is in the team any more. */
  readonly noReps: string;
  /** An admin has set nothing yet. */
  readonly noneYet: string;
  /** The last digest did not reach the channel; @param problem Slack's word. What to do follows. */
  notReached(problem: string): string;
  /** On the Home tab: the reader's own digest of a day did not arrive. What to do follows, and then `whereSet`. */
  lost(day: string, problem: string): string;
  /** The same of somebody else's. */
  lostOf(name: string, day: string, problem: string): string;
  readonly whereSet: string;
  readonly saved: string;
  readonly savedOff: string;
  /** After saving: digests cannot come to the chosen channel yet. */
  readonly notInChannel: string;
  readonly noScope: string;
  readonly archived: string;
  readonly failed: string;
  /** The window did not open, or not in time. */
  readonly notOpened: string;
  /** Somebody who was chosen does not use Tierbook. */
  readonly notMembers: string;
}

export const DIGEST_SETTINGS_TEXT: ByLanguage<DigestSettingsText> = {
  en: {
    title: 'Digest settings',
    save: 'Save',
    cancel: 'Cancel',
    of: (name) => `The digest of ${name}.`,
    where: 'Where',
    whereHint: 'A channel that Tierbook is in. Leave it empty for a direct message.',
    when: 'When',
    whenHint: (zone) => `On working days, in the time zone ${zone}. Leave it empty for no digest.`,
    parts: 'What it tells',
    part: {
      tiers: 'Customers by tier',
      moves: 'Who moved, and why',
      overdue: 'Overdue follow-ups',
      complaints: 'Complaints near or past their time',
      capacity: 'Books over capacity',
      dormant: 'Best customers gone quiet',
      signings: 'Expected signings',
      ends: 'Won and lost',
      causes: 'Complaints by cause',
      satisfaction: 'Satisfaction',
      data: 'Data worth mending',
    },
    reps: 'About whose customers',
    repsHint: 'Members of the team. Leave it empty for all of it.',
    noReps: 'None of the people chosen is in the team any more, so no digest comes.',
    noneYet: 'No digest comes yet. It will once this is saved.',
    notReached: (problem) => `The last digest could not be posted: Slack answered “${problem}”.`,
    lost: (day, problem) => `Your digest of ${day} did not arrive: Slack answered “${problem}”.`,
    lostOf: (name, day, problem) => `${name}’s digest of ${day} did not arrive: Slack answered “${problem}”.`,
    whereSet: 'Where it goes is set in the digest settings.',
    saved: 'Saved. The next digest comes like this.',
    savedOff: 'Saved. No digest comes.',
    notInChannel: 'But Tierbook is not in that channel: invite it there with /invite, or no digest can come.',
    noScope:
      'But Tierbook may not read that channel: an admin must install the Slack app again from its current manifest.',
    archived: 'But that channel is archived: bring it back, or choose another.',
    failed: 'Nothing was saved: something went wrong. Please try again.',
    notOpened: 'The settings could not be opened. Please try again.',
    notMembers: 'Somebody you chose does not use Tierbook yet.',
  },
  'zh-CN': {
    title: '简报设置',
    save: '保存',
    cancel: '取消',
    of: (name) => `${name}的简报。`,
    where: '发到哪里',
    whereHint: '请选择 Tierbook 已加入的频道；留空则以私信发送。',
    when: '几点',
    whenHint: (zone) => `工作日发送，时区为 ${zone}；留空则不发送。`,
    parts: '包含的内容',
    part: {
      tiers: '各级客户数',
      moves: '等级变动及原因',
      overdue: '逾期跟进',
      complaints: '即将超时或已超时的投诉',
      capacity: '超负荷的同事',
      dormant: '久未往来的重要客户',
      signings: '预计成交',
      ends: '成交与失败',
      causes: '投诉原因',
      satisfaction: '满意度',
      data: '有待完善的数据',
    },
    reps: '统计谁的客户',
    repsHint: '请选择团队成员；留空则包括整个团队。',
    noReps: '所选的人都已不在团队中，因此不会发送简报。',
    noneYet: '目前不发送简报，保存后开始发送。',
    notReached: (problem) => `上一份简报没有发出：Slack 返回“${problem}”。`,
    lost: (day, problem) => `您${day}的简报没有送达：Slack 返回“${problem}”。`,
    lostOf: (name, day, problem) => `${name} ${day}的简报没有送达：Slack 返回“${problem}”。`,
    whereSet: '发到哪里可在简报设置中更改。',
    saved: '已保存，下一份简报起生效。',
    savedOff: '已保存，不再发送简报。',
    notInChannel: '但 Tierbook 还不在该频道中：请在频道里用 /invite 邀请它，否则无法发送简报。',
    noScope: '但 Tierbook 无权读取该频道：请管理员按最新的应用清单重新安装 Slack 应用。',
    archived: '但该频道已归档：请取消归档，或换一个频道。',
    failed: '出错了，设置没有保存，请重试。',
    notOpened: '无法打开设置，请重试。',
    notMembers: '您选择的人中有人还没有使用 Tierbook。',
  },
  'zh-TW': {
    title: '簡報設定',
    save: '儲存',
    cancel: '取消',
    of: (name) => `${name}的簡報。`,
    where: '發到哪裡',
    whereHint: '請選擇 Tierbook 已加入的頻道；留空則以私訊傳送。',
    when: '幾點',
    whenHint: (zone) => `工作日傳送，時區為 ${zone}；留空則不傳送。`,
    parts: '包含的內容',
    part: {
      tiers: '各級客戶數',
      moves: '等級變動及原因',
      overdue: '逾期跟進',
      complaints: '即將逾時或已逾時的客訴',
      capacity: '超出負荷的同事',
      dormant: '久未往來的重要客戶',
      signings: '預計成交',
      ends: '成交與失敗',
      causes: '客訴原因',
      satisfaction: '滿意度',
      data: '有待補正的資料',
    },
    reps: '統計誰的客戶',
    repsHint: '請選擇團隊成員；留空則包括整個團隊。',
    noReps: '所選的人都已不在團隊中，因此不會傳送簡報。',
    noneYet: '目前不傳送簡報，儲存後開始傳送。',
    notReached: (problem) => `上一份簡報沒有送出：Slack 傳回「${problem}」。`,
    lost: (day, problem) => `您${day}的簡報沒有送達：Slack 傳回「${problem}」。`,
    lostOf: (name, day, problem) => `${name} ${day}的簡報沒有送達：Slack 傳回「${problem}」。`,
    whereSet: '傳到哪裡可在簡報設定中變更。',
    saved: '已儲存，下一份簡報起生效。',
    savedOff: '已儲存，不再傳送簡報。',
    notInChannel: '但 Tierbook 還不在該頻道中：請在頻道裡用 /invite 邀請它，否則無法傳送簡報。',
    noScope: '但 Tierbook 無權讀取該頻道：請管理員依最新的應用程式資訊清單重新安裝 Slack 應用程式。',
    archived: '但該頻道已封存：請取消封存，或改用其他頻道。',
    failed: '發生錯誤，設定沒有儲存，請再試一次。',
    notOpened: '無法開啟設定，請再試一次。',
    notMembers: '您選擇的人中有人還沒有使用 Tierbook。',
  },
};
