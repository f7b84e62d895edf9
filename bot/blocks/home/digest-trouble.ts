import { CARD_TEXT } from '../../../core/text/card-text.ts';
import { DELIVERY_TEXT } from '../../../core/text/delivery-text.ts';
import { DIGEST_SETTINGS_TEXT } from '../../../core/text/digest-settings-text.ts';
import { HOME_TEAM_TEXT } from '../../../core/text/home-team-text.ts';
import { shortDay } from '../../../core/text/short-day.ts';
import type { DigestTrouble } from '../../use-cases/digest-settings.ts';
import { ACTION } from '../action-ids.ts';
import { plainName } from '../plain-name.ts';
import { type Block, plainText } from '../rich-text.ts';
import type { Viewer } from '../viewer.ts';
import { actionButton } from './action-button.ts';

/** Whose digest it is that did not arrive: the reader's own, or that of somebody whose `name` is said. */
export type TroubleOf = 'own' | { readonly name: string; readonly place: number };

/** That a digest did not arrive, why, what to do, and the button to its settings: one block. */
export function digestTroubleBlock({ memberId, on, problem }: DigestTrouble, of: TroubleOf, viewer: Viewer): Block {
  const { language, today } = viewer;
  const text = DIGEST_SETTINGS_TEXT[language];
  const button = HOME_TEAM_TEXT[language];
  const [day, word] = [shortDay(on, today, language), plainName(problem, 60)];
  const isOwn = of === 'own';
  const said = [
    isOwn ? text.lost(day, word) : text.lostOf(plainName(of.name, 80), day, word),
    DELIVERY_TEXT[language].remedy(problem),
    text.whereSet,
  ];
  return {
    type: 'section',
    text: plainText(said.join(language === 'en' ? ' ' : ''), 600),
    accessory: actionButton({
      actionId: isOwn ? ACTION.digestSettings : `${ACTION.digestSettings}_${of.place}`,
      label: button.settings,
      accessible: isOwn
        ? button.settingsLabel
        : `${button.settings}${CARD_TEXT[language].colon}${plainName(of.name, 40)}`,
      value: memberId,
    }),
  };
}
