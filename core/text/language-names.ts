import type { ByLanguage } from './language.ts';

/** What each language is called in itself. */
export const LANGUAGE_NAMES: ByLanguage = { en: 'English', 'zh-CN': '简体中文', 'zh-TW': '繁體中文' };
