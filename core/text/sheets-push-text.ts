import { LAST_CONTACT, type WantedColumn } from '../sheets/own-columns.ts';
import type { ByLanguage, Language } from './language.ts';
import { SHEETS_SCRIPT_TEXT } from './sheets-script-text.ts';

/** The columns that the bot writes into a sheet, in the order in which they are made: the add-on's, and the one that it alone fills. */
export function pushedColumns(language: Language): WantedColumn[] {
  const { headings } = SHEETS_SCRIPT_TEXT[language];
  return [
    { key: 'tierbook.tier', heading: headings.tier },
    { key: 'tierbook.score', heading: headings.score },
    { key: 'tierbook.why', heading: headings.why },
    { key: 'tierbook.nextTier', heading: headings.nextTier },
    { key: 'tierbook.review', heading: headings.review },
    { key: 'tierbook.nextFollowUp', heading: headings.nextFollowUp },
    { key: LAST_CONTACT, heading: LAST_CONTACT_HEADING[language] },
  ];
}

const LAST_CONTACT_HEADING: ByLanguage = { en: 'Last contact', 'zh-CN': '最近联系', 'zh-TW': '最近聯絡' };
