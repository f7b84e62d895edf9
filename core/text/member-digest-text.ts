import type { ByLanguage } from './language.ts';

/** What `members digest` prints. */
export const MEMBER_DIGEST_TEXT: ByLanguage<{
  none(name: string): string;
  /** Null: a direct message, every part, the whole team. */
  comes(told: {
    readonly name: string;
    readonly at: string;
    readonly zone: string;
    readonly channel: string | null;
    readonly parts: readonly string[] | null;
    readonly reps: readonly string[] | null;
  }): string;
}> = {
  en: {
    none: (name) => `${name} gets no digest.`,
    comes: ({ at, channel, name, parts, reps, zone }) =>
      [
        `${name} gets a digest at ${at} (${zone}), ${channel === null ? 'in a direct message' : `in the channel ${channel}`}`,
        parts === null ? 'with every part' : `with: ${parts.join(', ')}`,
        reps === null ? 'about the whole team.' : `about ${reps.join(', ') || 'nobody who is still in the team'}.`,
      ].join('; '),
  },
  'zh-CN': {
    none: (name) => `${name}不接收简报。`,
    comes: ({ at, channel, name, parts, reps, zone }) =>
      [
        `${name}的简报在 ${at}（${zone}）${channel === null ? '以私信发送' : `发到频道 ${channel}`}`,
        parts === null ? '包含全部内容' : `内容：${parts.join('、')}`,
        reps === null ? '统计整个团队。' : `统计：${reps.join('、') || '所选的人都已不在团队中'}。`,
      ].join('；'),
  },
  'zh-TW': {
    none: (name) => `${name}不接收簡報。`,
    comes: ({ at, channel, name, parts, reps, zone }) =>
      [
        `${name}的簡報在 ${at}（${zone}）${channel === null ? '以私訊傳送' : `發到頻道 ${channel}`}`,
        parts === null ? '包含全部內容' : `內容：${parts.join('、')}`,
        reps === null ? '統計整個團隊。' : `統計：${reps.join('、') || '所選的人都已不在團隊中'}。`,
      ].join('；'),
  },
};
