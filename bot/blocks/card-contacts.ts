import type { RichTextElement } from '@slack/types';
import { CARD_CONTACTS_TEXT } from '../../core/text/card-contacts-text.ts';
import { METHOD_TEXT, OUTCOME_TEXT } from '../../core/text/contact-text.ts';
import { dueReasonText } from '../../core/text/day-plan-text.ts';
import { formatDate } from '../../core/text/format.ts';
import type { CardContacts } from '../use-cases/card-contacts.ts';
import { plainName } from './plain-name.ts';
import { type Block, bulletList, run } from './rich-text.ts';
import type { Viewer } from './viewer.ts';

/** What follows the day of the next contact: how, why, or that it is paused. */
export function nextContactDetails({ next }: CardContacts, viewer: Viewer): RichTextElement[] {
  const { language } = viewer;
  if (next === null || next.dueOn === null) return [];
  // how late it is stands with the day
  const told = next.reasons.filter(({ code }) => code !== 'overdue' && code !== 'due');
  const why = told.map((reason) => dueReasonText(reason, viewer, language)).join(language === 'en' ? '; ' : '；');
  const details = [METHOD_TEXT[language][next.method], ...(why === '' ? [] : [plainName(why, 200)])];
  return [run(` · ${details.join(' · ')}`)];
}

/** That a customer is paused, in place of the day; undefined when it is not. */
export function pausedText({ next }: CardContacts, { language }: Viewer): string | undefined {
  if (next === null || next.pause === null) return undefined;
  const { until } = next.pause;
  return CARD_CONTACTS_TEXT[language].paused(until === null ? null : formatDate(until, language));
}

/** What follows the day of the last contact: how it was, and who made it. */
export function lastContactDetails({ latest }: CardContacts, { language }: Viewer): RichTextElement[] {
  const last = latest.find(({ outcome }) => outcome !== 'no-answer');
  if (last === undefined) return [];
  return [run(` · ${METHOD_TEXT[language][last.method]}${last.by === null ? '' : ` · ${plainName(last.by, 40)}`}`)];
}

/** The latest contacts, a line each; none when nobody logged one. */
export function contactList({ latest }: CardContacts, { language }: Viewer): Block[] {
  if (latest.length === 0) return [];
  const text = CARD_CONTACTS_TEXT[language];
  const lines = latest.map(({ by, method, note, on, outcome }) =>
    [
      formatDate(on, language),
      METHOD_TEXT[language][method],
      OUTCOME_TEXT[language][outcome],
      plainName(by ?? text.commandLine, 40),
      ...(note === null ? [] : [plainName(note, 120)]),
    ].join(' · '),
  );
  return [bulletList(text.heading, lines)];
}
