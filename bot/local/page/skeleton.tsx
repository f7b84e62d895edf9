import { languageOf } from '../../../core/text/language.ts';
import { PAGE_TEXT } from '../../../core/text/page-text.ts';

/** The page's outline until the first screen has come; the same stands in index.html for the time before that. */
export function Skeleton({ isConnected }: { readonly isConnected: boolean }) {
  const text = PAGE_TEXT[languageOf(navigator.language)];
  return (
    <main className="skeleton" aria-busy="true">
      <div className="skeleton-top" />
      <div className="skeleton-side" />
      <div className="skeleton-main">
        <p role="status">{isConnected ? text.loading : text.serverAway}</p>
      </div>
    </main>
  );
}
