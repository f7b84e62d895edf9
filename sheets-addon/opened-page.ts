import type { Opening } from './protocol.ts';

/**
 * The sidebar's page with what it opens with written into it, so that it speaks the reader's language before it has asked for
 * anything. Throws when the page has no place for it.
 */
export function openedPage(page: string, { screen, language }: Opening): string {
  const place = '<div id="tierbook" data-screen="table" data-language="en">';
  if (!page.includes(place)) throw new Error('The sidebar has no place for what it opens with.');
  return page.replace(place, `<div id="tierbook" data-screen="${screen}" data-language="${language}">`);
}
