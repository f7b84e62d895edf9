import { HELP_WORDS } from '../../../core/text/bot-text.ts';
import { plainName } from '../../blocks/plain-name.ts';

/** The most characters a name may have in a query. */
export const MAX_QUERY = 200;

/** What stands after `/customer`. */
export type CustomerQuery =
  | { readonly kind: 'help' }
  | { readonly kind: 'too-long'; readonly length: number }
  /** `text` is one clean line; `isMention` when all of it is a Slack mention, which may be a customer's odd name too. */
  | { readonly kind: 'name'; readonly text: string; readonly isMention: boolean }
  /** The customer `text`, were its values those of `supposed` (`payment=95%`). */
  | { readonly kind: 'what-if'; readonly text: string; readonly isMention: boolean; readonly supposed: string }
  /** May log a contact: `text` is all of it, which may be a customer's name after all. */
  | { readonly kind: 'log'; readonly text: string; readonly splits: readonly LogSplit[] };

/** One way to take a text apart: the customer `name`, and what is said of the contact; that may be empty. */
export interface LogSplit {
  readonly name: string;
  readonly said: string;
}

/**
 * Reads a command's text. Slack escapes `&`, `<` and `>` in it, and with "escape channels and users" writes mentions as
 * `<@U1|name>`. Quotes around the whole name are dropped.
 */
export function parseCustomerQuery(text: string): CustomerQuery {
  const isMention = /^\s*<@[UW][A-Z0-9]+(\|[^>]*)?>\s*$/.test(text);
  const clean = withoutQuotes(plainName(unescapeMarkup(text), Number.POSITIVE_INFINITY).replace(/[\u2068\u2069]/g, ''));
  if (HELP_WORDS.includes(clean.toLowerCase())) return { kind: 'help' };
  const whatIf = WHAT_IF.exec(clean);
  const splits = logSplits(clean).filter(({ name }) => Array.from(name).length <= MAX_QUERY);
  const [first] = splits;
  // "ACME log asked what if …" logs.
  if (first !== undefined && (whatIf === null || first.name.length < (whatIf[1] ?? '').length))
    return { kind: 'log', text: clean, splits };
  const { length } = Array.from(clean);
  if (length > MAX_QUERY) return { kind: 'too-long', length };
  const [, name = '', supposed = ''] = whatIf ?? [];
  if (whatIf !== null) return { kind: 'what-if', text: withoutQuotes(name.trim()), isMention: false, supposed };
  return { kind: 'name', text: clean, isMention };
}

/** `ACME what if payment=95%`, `ACME 如果回款率=95%`. A bare "if" wants a sign of equality, since names may have the word. */
const WHAT_IF = /^(.*?\S)\s*(?:\bwhat[ -]?if\b|如果|假如|假设|假設|\bif\b(?=.*[=＝]))\s*[:：,，]?\s*(.*)$/iu;

/** A word of its own in English; Chinese runs on. */
const LOG_WORD = /(?<=\s)log(?=$|[\s:：,，])|记录|登记|記錄|登記/giu;

/** Every way to take a text apart at a word that asks to log something, the first such word first. */
function logSplits(text: string): LogSplit[] {
  return [...text.matchAll(LOG_WORD)]
    .map((match) => ({
      name: withoutQuotes(text.slice(0, match.index).trim()),
      said: text
        .slice(match.index + match[0].length)
        .replace(/^[\s:：,，]+/, '')
        .trim(),
    }))
    .filter(({ name }) => name !== '');
}

function unescapeMarkup(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

const QUOTES = ['""', "''", '“”', '‘’', '「」', '『』', '«»', '《》', '``'];

function withoutQuotes(text: string): string {
  const pair = QUOTES.find(([open, close]) => text.length > 2 && text[0] === open && text.at(-1) === close);
  const inner = pair === undefined ? '' : text.slice(1, -1).trim();
  return inner === '' ? text : inner;
}
