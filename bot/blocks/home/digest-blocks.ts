import type { CalendarDate } from '../../../core/calendar-date.ts';
import type { Digest, DigestEdition } from '../../../core/digest/digest.ts';
import { HOME_BOOK_TEXT } from '../../../core/text/home-book-text.ts';
import { HOME_TEXT } from '../../../core/text/home-text.ts';
import { ACTION } from '../action-ids.ts';
import { digestMessage } from '../digest-message.ts';
import { plainName } from '../plain-name.ts';
import { type Block, paragraph, plainText } from '../rich-text.ts';
import type { Viewer } from '../viewer.ts';
import { type HomePageOf, homePageText } from './home-page.ts';
import { pageButton } from './page-button.ts';

const EDITIONS: readonly DigestEdition[] = ['daily', 'weekly', 'monthly'];

/** What is chosen of a digest. */
export interface DigestChosen {
  readonly page: HomePageOf<'digest'>;
  readonly viewer: Viewer;
  readonly on: CalendarDate;
}

/** A digest as `/tiers` gives it, in blocks that the Home tab takes, below the choice of its day and edition; or why there is none. */
export function digestBlocks(digest: Digest | string, memberId: string, { on, page, viewer }: DigestChosen): Block[] {
  const { language } = viewer;
  const text = HOME_BOOK_TEXT[language];
  const chosen = page.edition ?? 'daily';
  const options = EDITIONS.map((edition) => ({
    text: plainText(text.edition[edition], 75),
    value: homePageText({ ...page, edition }),
  }));
  const initial = options[EDITIONS.indexOf(chosen)];
  return [
    {
      type: 'actions',
      elements: [
        {
          type: 'datepicker',
          action_id: `${ACTION.homePage}_on`,
          initial_date: on,
          placeholder: plainText(text.digestDay, 150),
        },
        {
          type: 'static_select',
          action_id: `${ACTION.homePage}_edition`,
          placeholder: plainText(text.editionLabel, 150),
          options,
          ...(initial && { initial_option: initial }),
        },
        ...(page.id === undefined
          ? []
          : [pageButton(HOME_TEXT[language].back, { kind: 'rep', id: page.id }, { id: 'back' })]),
      ],
    },
    ...(typeof digest === 'string'
      ? [paragraph(plainName(digest, 500))]
      : digestMessage(digest, viewer, { memberId }).fallback.blocks),
  ];
}
