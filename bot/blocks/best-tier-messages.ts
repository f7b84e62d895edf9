import type { ActionsBlock } from '@slack/types';
import type { CustomerStage } from '../../core/customer-stage.ts';
import type { GradeStatus } from '../../core/grading/grade.ts';
import type { Scheme } from '../../core/grading/scheme.ts';
import { BEST_TIER_TEXT } from '../../core/text/best-tier-text.ts';
import { COMPLAINT_WARNING_TEXT } from '../../core/text/complaint-warning-text.ts';
import { DIGEST_WORDING } from '../../core/text/digest-wording.ts';
import { statusText, tierText } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { ACTION } from './action-ids.ts';
import { plainName } from './plain-name.ts';
import { bold, type Message, message, paragraph, plainText, richText, run, section } from './rich-text.ts';

/** A customer of the best tier to tell of. */
interface BestTierCustomer {
  readonly customerId: string;
  readonly name: string;
  readonly scheme: Scheme;
  /** Who looks after it, where that is not the reader; null: the reader or nobody. */
  readonly owner: string | null;
}

/** One that fell. */
interface FallenShown extends BestTierCustomer {
  readonly stage: CustomerStage;
  readonly fromTier: string;
  readonly toTier: string | null;
  readonly toStatus: GradeStatus;
}

/** One that complained. */
interface ComplaintShown extends BestTierCustomer {
  readonly tier: string;
  readonly answerBy: Date;
  readonly description: string | null;
}

const MOST_NAMED = 5;

/** That customers fell out of the best tier: at most five names, each with a button for its card. */
export function fallMessage(fallen: readonly [FallenShown, ...FallenShown[]], language: Language): Message {
  const [{ fromTier, scheme, stage }] = fallen;
  const tier = plainName(tierText(fromTier, scheme, language), 60);
  const told = DIGEST_WORDING[language].fell({ of: [{ customers: fallen.length, stage }], tier, toCall: 0 });
  const named = fallen.slice(0, MOST_NAMED);
  const more = fallen.length - named.length;
  const lines = named.map((each) => {
    const to =
      each.toTier === null ? statusText(each.toStatus, language) : tierText(each.toTier, each.scheme, language);
    const owner = each.owner === null ? '' : ` · ${plainName(each.owner, 40)}`;
    return section(bold(plainName(each.name, 80) || '–'), run(` → ${plainName(to, 60)}${owner}`));
  });
  const rest = more === 0 ? [] : [section(run(BEST_TIER_TEXT[language].more(more)))];
  return message(told, [
    richText(section(bold(told)), { type: 'rich_text_list', style: 'bullet', elements: [...lines, ...rest] }),
    cardButtons(named, language),
  ]);
}

/** That a customer of the best tier has complained, with a button for its card. */
export function bestTierComplaintMessage(complaint: ComplaintShown, language: Language): Message {
  const { answerBy, description, owner, scheme, tier } = complaint;
  const text = BEST_TIER_TEXT[language];
  const first = text.complains(plainName(complaint.name, 100), plainName(tierText(tier, scheme, language), 60));
  const said = description === null ? '' : plainName(description, 300);
  const whose = owner === null ? [] : [text.owner(plainName(owner, 80))];
  const fallback = `${answerBy.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const timestamp = Math.floor(answerBy.getTime() / 1000);
  const moment = { type: 'date', timestamp, format: '{date_short_pretty} {time}', fallback } as const;
  return message([first, ...whose].join(language === 'en' ? ' ' : ''), [
    paragraph(first, ...(said === '' ? [] : [said]), ...whose),
    richText(section(run(`${COMPLAINT_WARNING_TEXT[language].answerBy} `), moment)),
    cardButtons([complaint], language),
  ]);
}

function cardButtons(
  customers: readonly { readonly customerId: string; readonly name: string }[],
  language: Language,
): ActionsBlock {
  return {
    type: 'actions',
    elements: customers.map(({ customerId, name }, index) => {
      const shown = plainName(name, 40) || '–';
      return {
        type: 'button',
        action_id: `${ACTION.show}_${index + 1}`,
        text: plainText(shown, 75),
        value: customerId,
        accessibility_label: plainName(BEST_TIER_TEXT[language].cardLabel(shown), 75),
      };
    }),
  };
}
