import type { TierCause } from './card-text.ts';
import { CARD_TEXT } from './card-text.ts';
import { counted } from './counted.ts';
import { formatDecimal } from './format.ts';
import type { ByLanguage, Language } from './language.ts';

/** What `regrade` and `schemes use` say. */
export const WORKSPACE_COMMAND_TEXT: ByLanguage<{
  readonly nobody: string;
  regraded(customers: number, scheme: string, version: number, tiers: string): string;
  readonly unchanged: string;
  changed(count: number, causes: string): string;
  expired(count: number): string;
  chosen(scheme: string, version: number, use: 'prospects' | 'customers' | 'segments'): string;
  removed(scheme: string): string;
  notInUse(scheme: string): string;
  readonly inUse: Readonly<Record<'prospects' | 'customers' | 'segments', string>>;
  /** @param how such as "falls count at once" */
  stability(how: string): string;
  readonly none: string;
  wrongKind(scheme: string, hasTiers: boolean): string;
}> = {
  en: {
    nobody: 'There are no customers to grade.',
    regraded: (customers, scheme, version, tiers) =>
      `${counted(customers, 'customer', 'customers')} graded by “${scheme}”, version ${version}: ${tiers}.`,
    unchanged: 'Nobody changed tier.',
    changed: (count, causes) => `${counted(count, 'customer', 'customers')} changed tier: ${causes}.`,
    expired: (count) =>
      counted(count, 'tier that was set by hand has expired.', 'tiers that were set by hand have expired.'),
    chosen: (scheme, version, use) => `“${scheme}”, version ${version}, is now used for ${use}.`,
    removed: (scheme) => `“${scheme}” is no longer used for segments.`,
    notInUse: (scheme) => `“${scheme}” is not in use for segments.`,
    inUse: { prospects: 'prospects', customers: 'customers', segments: 'segments' },
    stability: (how) => `Stability: ${how}.`,
    none: 'none',
    wrongKind: (scheme, hasTiers) =>
      hasTiers
        ? `“${scheme}” gives tiers: use it for prospects or customers.`
        : `“${scheme}” only gives segments: use it with --for segments.`,
  },
  'zh-CN': {
    nobody: '没有可分级的客户。',
    regraded: (customers, scheme, version, tiers) =>
      `已按“${scheme}”标准第 ${version} 版为 ${formatDecimal(customers, 0)} 个客户分级：${tiers}。`,
    unchanged: '没有客户的等级发生变动。',
    changed: (count, causes) => `${formatDecimal(count, 0)} 个客户的等级有变动：${causes}。`,
    expired: (count) => `${formatDecimal(count, 0)} 个人工设定的等级已到期。`,
    chosen: (scheme, version, use) =>
      `${{ prospects: '潜在客户', customers: '客户', segments: '客户细分' }[use]}现在使用“${scheme}”第 ${version} 版。`,
    removed: (scheme) => `客户细分不再使用“${scheme}”。`,
    notInUse: (scheme) => `客户细分没有使用“${scheme}”。`,
    inUse: { prospects: '潜在客户', customers: '客户', segments: '客户细分' },
    stability: (how) => `稳定性：${how}。`,
    none: '无',
    wrongKind: (scheme, hasTiers) =>
      hasTiers
        ? `“${scheme}”用于评定等级，请用于潜在客户或客户。`
        : `“${scheme}”只用于客户细分，请加上 --for segments。`,
  },
  'zh-TW': {
    nobody: '沒有可分級的客戶。',
    regraded: (customers, scheme, version, tiers) =>
      `已依「${scheme}」標準第 ${version} 版為 ${formatDecimal(customers, 0)} 個客戶分級：${tiers}。`,
    unchanged: '沒有客戶的等級發生變動。',
    changed: (count, causes) => `${formatDecimal(count, 0)} 個客戶的等級有變動：${causes}。`,
    expired: (count) => `${formatDecimal(count, 0)} 個人工設定的等級已到期。`,
    chosen: (scheme, version, use) =>
      `${{ prospects: '潛在客戶', customers: '客戶', segments: '客戶細分' }[use]}現在使用「${scheme}」第 ${version} 版。`,
    removed: (scheme) => `客戶細分不再使用「${scheme}」。`,
    notInUse: (scheme) => `客戶細分沒有使用「${scheme}」。`,
    inUse: { prospects: '潛在客戶', customers: '客戶', segments: '客戶細分' },
    stability: (how) => `穩定性：${how}。`,
    none: '無',
    wrongKind: (scheme, hasTiers) =>
      hasTiers
        ? `「${scheme}」用於評定等級，請用於潛在客戶或客戶。`
        : `「${scheme}」只用於客戶細分，請加上 --for segments。`,
  },
};

/** Causes with their counts: "3 × its own figures changed, 1 × the scheme changed". */
export function causesText(causes: Readonly<Partial<Record<TierCause, number>>>, language: Language): string {
  const parts = Object.entries(causes).map(
    ([cause, count]) => `${count} × ${CARD_TEXT[language].cause(cause as TierCause)}`,
  );
  return parts.join(language === 'en' ? ', ' : '，');
}
