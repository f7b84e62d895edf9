import { HOME_TEXT } from '../../../core/text/home-text.ts';
import { bookBlocks } from '../../blocks/home/book-blocks.ts';
import { context as contextBlock } from '../../blocks/rich-text.ts';
import type { ShowPage } from './home-pages.ts';
import { orRefusal } from './or-refusal.ts';

/** The reader's own book. */
export const bookPage: ShowPage<'book'> = async (services, context, viewer) => {
  const { memberId } = context.actor;
  if (memberId === null) return [contextBlock(HOME_TEXT[viewer.language].noBook)];
  return orRefusal(viewer, async () => {
    const book = await services.useCases.repBook(context, memberId);
    if (book.customers === 0) return [contextBlock(HOME_TEXT[viewer.language].noBook)];
    return bookBlocks(book, { viewer, readerId: memberId });
  });
};
