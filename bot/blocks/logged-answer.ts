import { METHOD_TEXT, OUTCOME_TEXT } from '../../core/text/contact-text.ts';
import { LOGGED_TEXT } from '../../core/text/logged-text.ts';
import { nearDay } from '../../core/text/short-day.ts';
import type { LoggedContacts } from '../use-cases/logged-contacts.ts';
import { plainName } from './plain-name.ts';
import { bold, context, type Message, message, plainMessage, richText, run, section } from './rich-text.ts';
import type { Viewer } from './viewer.ts';

/** What its reader has logged, a line each, or how something is logged where nothing was; `customer` is an example. */
export function loggedAnswer({ count, latest, on, since }: LoggedContacts, customer: string, viewer: Viewer): Message {
  const { language, today } = viewer;
  const text = LOGGED_TEXT[language];
  if (count === 0) return plainMessage(text.nothing[since], text.howTo(plainName(customer, 60)));
  const title = text.title[since](count);
  const between = ' · ';
  const lines = latest.map(({ happenedOn, method, name, note, outcome }) => {
    const told = [
      METHOD_TEXT[language][method],
      OUTCOME_TEXT[language][outcome],
      ...(happenedOn === on && since !== 'week' ? [] : [nearDay(happenedOn, today, language)]),
      ...(note === null || note.trim() === '' ? [] : [plainName(note, 120)]),
    ];
    return section(bold(plainName(name, 70) || '–'), run(`${between}${told.join(between)}`));
  });
  return message(title, [
    richText(section(bold(title)), { type: 'rich_text_list', style: 'bullet', elements: lines }),
    ...(count > latest.length ? [context(text.more(count - latest.length))] : []),
    context(text.change),
  ]);
}
