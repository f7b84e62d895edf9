import { createContext, useContext } from 'react';
import type { Language } from '../../../core/text/language.ts';
import { PAGE_FORM_TEXT, type PageFormText } from '../../../core/text/page-form-text.ts';
import { PAGE_TEXT, type PageText } from '../../../core/text/page-text.ts';
import type { PageChannel, PagePerson, PageShortcut } from '../page-protocol.ts';
import type { PageServer } from './page-server.ts';

/** What every part of the page needs to know. It stays the same while only messages come and go. */
export interface PageValue {
  readonly me: PagePerson;
  readonly people: readonly PagePerson[];
  readonly channels: readonly PageChannel[];
  /** What the app offers on every message. */
  readonly shortcuts: readonly PageShortcut[];
  readonly language: Language;
  readonly server: PageServer;
  /** The workspace's time in ms since 1970. */
  readonly now: () => number;
}

/** Given by the page, read through {@link usePage}. */
export const PageContext = createContext<PageValue | null>(null);

/** The page around a component. */
export function usePage(): PageValue {
  const page = useContext(PageContext);
  if (page === null) throw new Error('There is no page around this component.');
  return page;
}

/** The page's sentences in the acting person's language. */
export function usePageText(): PageText {
  return PAGE_TEXT[usePage().language];
}

/** The sentences of blocks and modals in the acting person's language. */
export function useFormText(): PageFormText {
  return PAGE_FORM_TEXT[usePage().language];
}
