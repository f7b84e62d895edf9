import { logSplits, withoutQuotes } from '../../../core/questions/log-splits.ts';
import type { NotedContact } from '../../../core/questions/question.ts';
import { HELP_WORDS } from '../../../core/text/bot-text.ts';
import { plainName } from '../../blocks/plain-name.ts';

/** The most characters a name may have in a query. */
export const MAX_QUERY = 200;

/** What stands after `/customer`. */
export type CustomerQuery =
  | { readonly kind: 'help' }
  | { readonly kind: 'too-long'; readonly text: string; readonly length: number }
  /**
   * `text` is one clean line; `isMention` when all of it is a Slack mention, which may be a customer's odd name too. `supposed`:
   * where nobody is called so, it supposes that of a customer who is not named ("what if payment=95%").
   */
  | { readonly kind: 'name'; readonly text: string; readonly isMention: boolean; readonly supposed?: string }
  /** The customer `text`, were its values those of `supposed` (`payment=95%`). */
  | { readonly kind: 'what-if'; readonly text: string; readonly isMention: boolean; readonly supposed: string }
  /** May log a contact: `text` is all of it, which may be a customer's name after all. */
  | { readonly kind: 'log'; readonly text: string; readonly splits: readonly NotedContact[] };

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
  if (length > MAX_QUERY) return { kind: 'too-long', text: clean, length };
  const [, unnamed] = UNNAMED_WHAT_IF.exec(clean) ?? [];
  if (unnamed !== undefined) return { kind: 'name', text: clean, isMention, supposed: unnamed };
  const [, name = '', supposed = ''] = whatIf ?? [];
  if (whatIf !== null) return { kind: 'what-if', text: withoutQuotes(name.trim()), isMention: false, supposed };
  return { kind: 'name', text: clean, isMention };
}

/** `ACME what if payment=95%`, `ACME 如果回款率=95%`. A bare "if" wants a sign of equality, since names may have the word. */
const WHAT_IF =
  /^(.*?\S)\s*(?:\bwhat[ -]?if\b|如果|假如|假设|假設|(?<!what[ -])\bif\b(?=.*[=＝]))\s*[:：,，]?\s*(.*)$/iu;

/** The same without a name before it; "What If Ltd what if payment=95%" has one. */
const UNNAMED_WHAT_IF =
  /^(?:what[ -]?if\b|如果|假如|假设|假設|if\b(?=.*[=＝]))\s*[:：,，]?\s*((?:(?!\bwhat[ -]?if\b|如果|假如|假设|假設).)*)$/iu;

function unescapeMarkup(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
