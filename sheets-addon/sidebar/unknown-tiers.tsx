import type { VNode } from 'preact';
import { SHEETS_TABLE_TEXT } from '../../core/text/sheets-table-text.ts';
import type { TableView } from '../protocol.ts';
import { useSidebarContext } from './sidebar-context.ts';

/** Names the tiers that somebody typed and that the scheme does not know; nothing when there are none. */
export function UnknownTiers({ counts }: Pick<TableView, 'counts'>): VNode | null {
  const { language } = useSidebarContext();
  const tiers = counts.flatMap(({ tier, isUnknown }) => (isUnknown === true ? [tier] : []));
  if (tiers.length === 0) return null;
  const quoted = tiers.map((tier) => (language === 'zh-TW' ? `「${tier}」` : `“${tier}”`));
  return (
    <p class="warning">{SHEETS_TABLE_TEXT[language].unknownTiers(quoted.join(language === 'en' ? ', ' : '、'))}</p>
  );
}
