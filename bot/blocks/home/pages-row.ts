import { HOME_TEXT } from '../../../core/text/home-text.ts';
import type { Language } from '../../../core/text/language.ts';
import { type Block, context } from '../rich-text.ts';
import type { HomePage } from './home-page.ts';
import { pageButton } from './page-button.ts';

/** A stretch of a list. */
export interface ListPage<T> {
  readonly items: readonly T[];
  /** Counted from 1. */
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
}

/** The page of a list that was asked for, or the last where it has become shorter since. */
export function pageOf<T>(all: readonly T[], asked: number, size: number): ListPage<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(asked, 1), pages);
  return { items: all.slice((page - 1) * size, page * size), page, pages };
}

/** Which page of how many it is, and buttons to the one before and the next; nothing where there is one alone. */
export function pagesRow(
  { page, pages }: ListPage<unknown>,
  pageAt: (page: number) => HomePage,
  language: Language,
): Block[] {
  if (pages === 1) return [];
  const text = HOME_TEXT[language];
  const elements = [
    ...(page > 1 ? [pageButton(text.before, pageAt(page - 1), { id: 'before' })] : []),
    ...(page < pages ? [pageButton(text.next, pageAt(page + 1), { id: 'next' })] : []),
  ];
  return [context(text.pageOf(page, pages)), { type: 'actions', elements }];
}
