import type { ActionsBlock, RichTextElement } from '@slack/types';
import { dayNumber } from '../../core/calendar-date.ts';
import { forAndAgainst } from '../../core/grading/for-and-against.ts';
import { BOT_TEXT } from '../../core/text/bot-text.ts';
import { CARD_TEXT, type CardText } from '../../core/text/card-text.ts';
import { changeText } from '../../core/text/change-text.ts';
import { CUSTOMER_FILE_TEXT } from '../../core/text/customer-file-text.ts';
import { FOLLOW_UP_TEXT } from '../../core/text/follow-up-text.ts';
import { formatDate, formatDecimal } from '../../core/text/format.ts';
import { MORE_TEXT } from '../../core/text/more-text.ts';
import { OVERRIDE_TEXT } from '../../core/text/override-text.ts';
import { segmentsText } from '../../core/text/segment-text.ts';
import { shortDay } from '../../core/text/short-day.ts';
import type { CardClosed, CardGrading, CustomerCard, CustomerMatch, Owner } from '../use-cases/customer-card.ts';
import { ACTION, CARD_BUTTONS } from './action-ids.ts';
import { contactList, lastContactDetails, nextContactDetails, pausedText } from './card-contacts.ts';
import { followUpValue } from './follow-up-button.ts';
import { type GradeWords, gradeWords, tierOrStatus } from './grade-words.ts';
import { liftBlock } from './lift-block.ts';
import { matchMenu } from './match-menu.ts';
import { hasMore } from './more-window.ts';
import { plainName } from './plain-name.ts';
import {
  type Block,
  bold,
  bulletList,
  context,
  header,
  inLines,
  type Message,
  message,
  plainText,
  richText,
  run,
  userMention,
} from './rich-text.ts';
import { complaintBlocks, dueServiceEntries, serviceLines } from './service-blocks.ts';
import type { Viewer } from './viewer.ts';

/** How many reasons the card names on each side, and how many remarks; the *Why?* modal has them all. */
const CARD_REASONS = 3;
/** Conditions of a rule belong together, so more of them are shown. */
const CARD_DECIDING = 8;
/** Fewer than a menu may hold: all text of a message together may have about 12,000 characters. */
const OTHER_MATCHES = 50;

/** What stands around the card of one customer that a search found. */
export interface CardSurroundings {
  /** A line above the card: how the query led here. */
  readonly lead?: string;
  /** Other customers that the query fits, in a menu below. */
  readonly others?: readonly CustomerMatch[];
}

/**
 * The customer's card: name and tier first, then owner and contacts, the strongest reasons for and against, what would
 * lift it, the buttons, and by what it was graded. All that comes from outside stands in plain or rich text.
 */
export function customerCard(card: CustomerCard, viewer: Viewer, around: CardSurroundings = {}): Message {
  const text = CARD_TEXT[viewer.language];
  const words = card.grading === null ? null : gradeWords(card.grading, viewer.language);
  const closed = card.closed === null ? null : CUSTOMER_FILE_TEXT[viewer.language].closed(card.closed.status);
  const tier = closed ?? plainName(tierOrStatus(card.grading, viewer.language), 60);
  const name = plainName(card.name, 140);
  const blocks: Block[] = [
    ...(around.lead === undefined ? [] : [context(around.lead)]),
    header(name),
    richText(
      inLines(
        tierLine(tier, card, text),
        ...overrideLine(card, viewer),
        ...heldLine(card, words, text),
        [bold(`${text.owner}${text.colon}`), ownerElement(card.owner, text)],
        closedLine(card.closed, viewer) ?? nextContact(card, viewer, text),
        lastContact(card, viewer, text),
        ...serviceLines(card, viewer),
        ...segmentLine(card, viewer, text),
      ),
    ),
    ...complaintBlocks(card, viewer),
    ...(card.grading === null || words === null ? [] : gradingBlocks(card.grading, words, text)),
    ...contactList(card.contacts, viewer),
    ...changeList(card, viewer, text),
    cardButtons(card, name, viewer),
    context(smallPrint(card, words, viewer, text)),
    ...(around.others === undefined || around.others.length === 0 ? [] : otherMatches(around.others, viewer)),
  ];
  return message(text.summary(name, tier), blocks);
}

/** The owner as a mention when it is known who in Slack that is, otherwise the text as it was imported. */
export function ownerElement(owner: Owner | null, text: CardText): RichTextElement {
  if (owner?.slackUserId && /^[UW][A-Z0-9]+$/.test(owner.slackUserId)) return userMention(owner.slackUserId);
  const name = plainName(owner?.text ?? '', 100);
  return run(name === '' ? text.noOwner : name);
}

function tierLine(tier: string, card: CustomerCard, text: CardText): RichTextElement[] {
  const grade = card.grading?.grade;
  const score = grade?.score ?? null;
  const confirm = card.grading?.standing.status === 'graded' && (grade?.warnings.length ?? 0) > 0;
  return [
    bold(tier),
    ...(score === null ? [] : [run(` · ${text.score(formatDecimal(score, 1))}`)]),
    ...(confirm ? [run(` · ${text.toConfirm}`)] : []),
  ];
}

/** Why the tier is not the one that the values alone give, and which that is. */
function heldLine({ grading, override }: CustomerCard, words: GradeWords | null, text: CardText): RichTextElement[][] {
  if (grading === null || words === null || grading.standing.held === null) return [];
  const { tier } = grading.grade;
  const { held } = grading.standing;
  const computed = tier === null ? text.noTier(null) : plainName(words.tierNamed(tier), 60);
  return [[run(override !== null && held === 'override' ? text.figuresAlone(computed) : text.held(held, computed))]];
}

/** Why and until when a person has set the tier, and who did. */
function overrideLine({ override }: CustomerCard, { language }: Viewer): RichTextElement[][] {
  if (override === null) return [];
  const text = OVERRIDE_TEXT[language];
  const line = run(plainName(text.line(override.reason, formatDate(override.expiresOn, language)), 600));
  const isKnown = override.setBy !== null && /^[UW][A-Z0-9]+$/.test(override.setBy);
  return [isKnown ? [line, run(` · ${text.setBy} `), userMention(override.setBy ?? '')] : [line]];
}

/** The labels that the customer has beside its tier. */
function segmentLine(card: CustomerCard, { language }: Viewer, text: CardText): RichTextElement[][] {
  if (card.segments.length === 0) return [];
  return [[bold(`${text.segments}${text.colon}`), run(plainName(segmentsText(card.segments, language), 500))]];
}

/** The latest changes of tier with their reasons; a customer that was only ever graded once has none to show. */
export function changeList(card: CustomerCard, viewer: Viewer, text: CardText): Block[] {
  if (card.changes.length < 2) return [];
  return [
    bulletList(
      text.changes,
      card.changes.map((change) => plainName(changeText(change, viewer.dayOf(change.at), viewer.language), 300)),
    ),
  ];
}

/** Since when and why nobody works with the customer any more; undefined for an active one. */
function closedLine(closed: CardClosed | null, viewer: Viewer): RichTextElement[] | undefined {
  if (closed === null) return undefined;
  const { reason, since, status } = closed;
  const day = since === null ? null : formatDate(viewer.dayOf(since), viewer.language);
  const line = bold(CUSTOMER_FILE_TEXT[viewer.language].closedSince(status, day));
  return reason === null ? [line] : [line, run(` · ${plainName(reason, 300)}`)];
}

function nextContact({ contacts, nextContactOn }: CustomerCard, viewer: Viewer, text: CardText): RichTextElement[] {
  const label = bold(`${text.nextContact}${text.colon}`);
  const paused = pausedText(contacts, viewer);
  if (paused !== undefined) return [label, run(paused)];
  const day = contacts.next === null ? nextContactOn : contacts.next.dueOn;
  if (day === null) return [label, run(text.noNextContact)];
  const away = dayNumber(day) - dayNumber(viewer.today);
  const when = run(shortDay(day, viewer.today, viewer.language));
  const details = nextContactDetails(contacts, viewer);
  return away < 0
    ? [label, when, run(' · '), bold(text.overdue(-away)), ...details]
    : [label, when, run(` · ${text.daysAway(away)}`), ...details];
}

function lastContact({ contacts, lastContactOn }: CustomerCard, viewer: Viewer, text: CardText): RichTextElement[] {
  const label = bold(`${text.lastContact}${text.colon}`);
  if (lastContactOn === null) return [label, run(text.neverContacted)];
  const away = dayNumber(lastContactOn) - dayNumber(viewer.today);
  const when = run(`${formatDate(lastContactOn, viewer.language)} · ${text.daysAway(away)}`);
  return [label, when, ...lastContactDetails(contacts, viewer)];
}

function gradingBlocks(grading: CardGrading, words: GradeWords, text: CardText): Block[] {
  const { grade, nextTier } = grading;
  const { deciding, favour, against } = forAndAgainst(grade.reasons, CARD_REASONS);
  const lists: readonly (readonly [heading: string, items: readonly string[]])[] = [
    [text.review, grade.review.slice(0, CARD_REASONS).map(words.remark)],
    [text.warnings, grade.warnings.slice(0, CARD_REASONS).map(words.remark)],
    [text.deciding, deciding.slice(0, CARD_DECIDING).map(words.reason)],
    [text.favour, favour.map(words.shortReason)],
    [text.against, against.map(words.reason)],
  ];
  return [
    ...lists.filter(([, items]) => items.length > 0).map(([heading, items]) => bulletList(heading, items)),
    ...(grade.status === 'graded' ? [liftBlock(nextTier, words, text)] : []),
  ];
}

function cardButtons(card: CustomerCard, name: string, viewer: Viewer): ActionsBlock {
  const { language, now } = viewer;
  const text = CARD_TEXT[language];
  const words = OVERRIDE_TEXT[language];
  const more = MORE_TEXT[language];
  const file = CUSTOMER_FILE_TEXT[language];
  const log = FOLLOW_UP_TEXT[language];
  const button = (actionId: string, label: string, accessible: string, value = card.id) => ({
    type: 'button' as const,
    action_id: actionId,
    text: plainText(label, 75),
    value,
    accessibility_label: plainName(accessible, 75),
  });
  const short = plainName(name, 30);
  const followUp = followUpValue({ customerId: card.id, seenAt: now });
  return {
    type: 'actions',
    block_id: CARD_BUTTONS,
    elements: [
      { ...button(ACTION.logContact, log.log, log.logLabel(short), followUp), style: 'primary' },
      ...(card.grading === null ? [] : [button(ACTION.why, text.why, text.whyLabel(short))]),
      ...dueServiceEntries(card, viewer).map(({ actionId, label, accessible }) =>
        button(actionId, label, accessible ?? label, followUp),
      ),
      button(ACTION.share, text.share, text.shareLabel(short)),
      ...(card.grading === null ? [] : [button(ACTION.setTier, words.setTier, words.setTierLabel(short))]),
      ...(card.override === null ? [] : [button(ACTION.withdrawTier, words.withdraw, words.withdrawLabel(short))]),
      ...(card.closed === null
        ? []
        : [{ ...button(ACTION.bringBack, file.bringBack, file.bringBackLabel(short)), style: 'primary' as const }]),
      ...(hasMore(card, viewer) ? [button(ACTION.more, more.more, more.moreLabel(short), followUp)] : []),
    ],
  };
}

/** By what and when it was graded, and what tells this customer from others of the name. */
function smallPrint(card: CustomerCard, words: GradeWords | null, viewer: Viewer, text: CardText): string {
  const graded =
    card.grading === null || words === null
      ? []
      : [text.graded(formatDate(viewer.dayOf(card.grading.gradedAt), viewer.language), plainName(words.scheme, 100))];
  const details = [
    ...(card.key === null ? [] : [`${text.key} ${plainName(card.key, 60)}`]),
    ...[card.industry, card.region].flatMap((detail) => (detail === null ? [] : [plainName(detail, 60)])),
  ];
  const given = plainName(card.givenTier ?? '', 40);
  const differs = given !== '' && !sameTier(given, card.grading?.standing.tier ?? null);
  const parts = [...graded, ...details, ...(differs ? [text.givenTier(given)] : [])];
  return parts.filter((part) => part !== '').join(' · ') || plainName(card.name, 140);
}

/** Whether a table's own tier ("A级", "Tier a") says the same as ours. */
function sameTier(given: string, tier: string | null): boolean {
  const bare = given
    .normalize('NFKC')
    .toLowerCase()
    .replace(/tier|grade|class|级|級|类|類|等|客户|客戶|customer|\s/g, '');
  return tier !== null && bare === tier.toLowerCase();
}

function otherMatches(others: readonly CustomerMatch[], viewer: Viewer): Block[] {
  return [
    { type: 'divider' },
    context(BOT_TEXT[viewer.language].otherMatches),
    ...matchMenu(others, viewer.language, OTHER_MATCHES),
  ];
}
