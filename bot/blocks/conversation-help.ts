import { CONVERSATION_TEXT } from '../../core/text/conversation-text.ts';
import type { Language } from '../../core/text/language.ts';
import { plainName } from './plain-name.ts';
import { type Message, message, paragraph, richText, run, section } from './rich-text.ts';

/**
 * What can be written to the bot, with examples that work on the workspace's own data: `example` is a customer on file, undefined
 * where there is none. What is not understood, and a greeting, are answered with three examples.
 */
export function conversationHelp(
  kind: 'help' | 'hello' | 'rude' | 'unknown',
  example: { readonly name: string; readonly tier: string | undefined } | undefined,
  language: Language,
): Message {
  const text = CONVERSATION_TEXT[language];
  const customer = plainName(example?.name ?? text.anyCustomer, 60);
  const examples: readonly (readonly [typed: string, gives: string])[] = [
    [text.askDay, text.askDayGives],
    [text.askName(customer), text.askNameGives],
    [text.askWhy(customer, example?.tier), text.askWhyGives],
    [text.askLift(customer), text.askLiftGives],
    [text.sayLog(customer), text.sayLogGives],
    [text.saySnooze(customer), text.saySnoozeGives],
    [text.askOverdue, text.askOverdueGives],
    [text.askMovers, text.askMoversGives],
    [text.askDigest, text.askDigestGives],
    [text.askLogged, text.askLoggedGives],
  ];
  const lead = { help: text.help, hello: text.hello, rude: text.noHelp, unknown: text.notUnderstood }[kind];
  const shown = kind === 'help' ? examples : examples.slice(0, 3);
  return message(`${lead} ${text.examples} ${shown.map(([typed]) => typed).join(' · ')}`, [
    paragraph(lead, text.examples),
    richText({
      type: 'rich_text_list',
      style: 'bullet',
      elements: shown.map(([typed, gives]) => section(run(typed, { code: true }), run(` – ${gives}`))),
    }),
  ]);
}
