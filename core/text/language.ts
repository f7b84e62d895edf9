/** The languages Tierbook speaks. */
export type Language = 'en' | 'zh-CN' | 'zh-TW';

/** Every language, in the order in which they are offered. */
export const LANGUAGES: readonly Language[] = ['en', 'zh-CN', 'zh-TW'];

/** One text or value in every language. */
export type ByLanguage<T = string> = Readonly<Record<Language, T>>;

/**
 * The language for a locale as Slack, a browser or a terminal gives it (`zh-TW`, `zh_Hant_HK`, `zh_CN.UTF-8`): Chinese in
 * the script that it names, else in traditional script for Taiwan, Hong Kong and Macao, in simplified script otherwise;
 * English for all else.
 */
export function languageOf(locale: string | null | undefined): Language {
  const parts = (locale ?? '').toLowerCase().split(/[-_.@]/);
  if (parts[0] !== 'zh') return 'en';
  if (parts.includes('hans')) return 'zh-CN';
  return parts.some((part) => ['tw', 'hk', 'mo', 'hant'].includes(part)) ? 'zh-TW' : 'zh-CN';
}
