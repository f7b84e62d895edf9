import { PAGE_TABLE_TEXT } from '../../../../core/text/page-table-text.ts';
import type { PreviewChanges } from '../../../use-cases/table-preview.ts';
import { usePage } from '../page-context.ts';

/** What an import would do, or did: in a sentence, by tier, and line by line. */
export function ChangesView({ changes }: { readonly changes: PreviewChanges }) {
  const { language } = usePage();
  const text = PAGE_TABLE_TEXT[language];
  const most = Math.max(1, ...changes.tiers.map((each) => each.customers));
  return (
    <div className="table-changes">
      <p className="table-summary">{changes.summary}</p>
      {changes.tiers.length > 0 && (
        <ul className="tier-bars" aria-label={text.tiers}>
          {changes.tiers.map((tier, index) => (
            <li key={index}>
              <span className="tier-label">{tier.label}</span>
              <span className="tier-bar" aria-hidden="true">
                <span style={{ width: `${(tier.customers / most) * 100}%` }} />
              </span>
              <span className="tier-count">{text.customers(tier.customers)}</span>
            </li>
          ))}
        </ul>
      )}
      {changes.lines.length > 0 && (
        <ul className="table-lines">
          {changes.lines.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      )}
      {changes.moreLines > 0 && <p className="table-more">{text.more(changes.moreLines)}</p>}
    </div>
  );
}
