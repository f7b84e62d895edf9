import { askedAbout, runsOf } from './ask-about.ts';
import { askedList } from './asked-list.ts';
import { askedLogged } from './asked-logged.ts';
import { withoutQuotes } from './log-splits.ts';
import { foldText, tidyText } from './plain-characters.ts';
import type { Question } from './question.ts';
import { HELLO_WORDS, THANKS_WORDS } from './question-words.ts';
import { asksWhetherContacted, readNotedContact } from './read-noted-contact.ts';
import { readSnooze } from './read-snooze.ts';
import { smallTalkIn } from './small-talk.ts';
import { splitWords, type Word } from './split-words.ts';
import { withoutCourtesies } from './without-courtesies.ts';

/** What is known of where a sentence was written. */
export interface Asked {
  /** Whether the conversation is about a customer already, so that none need be named. */
  readonly hasCustomer: boolean;
  /** Whether a contact may be noted or a follow-up put off; false reads the sentence otherwise. Default true. */
  readonly takesNotes?: boolean | undefined;
  /** What tiers are called, by id and in any language; default A to D. */
  readonly tiers?: readonly string[] | undefined;
}

const USUAL_TIERS: readonly string[] = ['a', 'b', 'c', 'd'];
/** What is longer is no name. */
const MOST_LETTERS = 60;
const MOST_WORDS = 7;

/**
 * What a person means who writes to the bot, in English or Chinese, by plain rules: case, width, script, punctuation,
 * courtesies and one wrong letter in a word aside. A customer may be called anything: whoever knows their names looks for
 * one of exactly the whole text first. Never throws.
 */
export function readQuestion(text: string, asked: Asked): Question {
  const whole = tidyText(text);
  const wholeFolded = foldText(whole);
  const { from, to } = withoutCourtesies(wholeFolded);
  const tidy = whole.slice(from, to);
  const folded = wholeFolded.slice(from, to);
  const talk = smallTalkIn(wholeFolded);
  if (talk !== undefined) return { kind: talk };
  if (folded === '') return saidInCourtesy(wholeFolded);
  if (UNDO.test(folded)) return { kind: 'undo' };
  const logged = askedLogged(folded);
  if (logged !== undefined) return logged;
  const splits = asked.takesNotes === false ? undefined : readSnooze(tidy, folded, asked.hasCustomer);
  if (splits !== undefined) return { kind: 'snooze', splits };
  const begin = withoutCourtesies(wholeFolded, true);
  const noted = readNotedContact(
    whole.slice(begin.from, begin.to),
    wholeFolded.slice(begin.from, begin.to),
    asked.hasCustomer,
  );
  if (noted !== undefined && asked.takesNotes !== false) return { kind: 'log', splits: noted };
  if (asksWhetherContacted(wholeFolded)) return { kind: 'next-contact', names: [] };
  const tiers = (asked.tiers ?? USUAL_TIERS).map((tier) => foldText(tidyText(tier)));
  const strictly = splitWords(tidy, folded, { tiers, forgivesTypos: false });
  const understood = understand(tidy, strictly, asked);
  if (understood !== undefined) return understood;
  const kindly = splitWords(tidy, folded, { tiers, forgivesTypos: true });
  const isMended = kindly.some(({ concept }, at) => concept !== strictly[at]?.concept);
  const guessed = isMended ? understand(tidy, kindly, asked) : undefined;
  return guessed ?? namedIn(whole, tidy, strictly);
}

const UNDO =
  /^(?:(?:undo|revert|take back|delete|remove)(?: (?:that|this|it|the last(?: one| log| contact)?|last(?: one| log| contact)?|my last(?: log| contact)?))?|(?:撤销|撤消|撤回|收回|取消|删除)(?:上一?[条个次笔]|刚才的?|刚刚的?|它|这个|这条|记录|联系)*)$/u;

/** What is left when all that was said is a courtesy. */
function saidInCourtesy(folded: string): Question {
  if (THANKS_WORDS.test(folded)) return { kind: 'thanks' };
  return { kind: HELLO_WORDS.test(folded) ? 'hello' : 'help' };
}

function understand(tidy: string, words: readonly Word[], { hasCustomer }: Asked): Question | undefined {
  const has = (concept: Word['concept']) => words.some((word) => word.concept === concept);
  const runs = runsOf(words);
  if (runs.length === 0 && has('help') && !has('customer')) return { kind: 'help' };
  if (runs.length === 0 && THANKS_WORDS.test(tidy.toLowerCase()) && words.length <= 3) return { kind: 'thanks' };
  const about = askedAbout(tidy, words);
  if (about !== undefined) return about;
  if (hasCustomer && runs.length === 0) {
    if (isWhetherContacted(words)) return { kind: 'next-contact', names: [] };
    const isOfIt = !has('customer') && !has('who') && !has('me');
    if (isOfIt && (has('overdue') || has('when'))) return { kind: 'next-contact', names: [] };
    if (isOfIt && (has('card') || has('complaint') || has('tier-word') || has('tier') || has('goes') || has('it')))
      return { kind: 'name', names: [] };
  }
  if (runs.length === 0) return askedList(words, null, tidy);
  const rep = repIn(tidy, words, runs);
  return rep === undefined ? undefined : askedList(words, rep, tidy);
}

/** "has anyone called", "did we call them". */
function isWhetherContacted([first, ...rest]: readonly Word[]): boolean {
  return (
    first?.concept === 'is' &&
    /^(?:did|has|have|was|were)$/.test(first.text) &&
    rest.some(({ concept }) => concept === 'contact') &&
    !rest.some(({ concept }) => concept === 'list' || concept === 'tomorrow' || concept === 'customer')
  );
}

/** The rep whose customers a sentence is about; undefined when what it names may as well be anything else. */
function repIn(tidy: string, words: readonly Word[], runs: readonly (readonly Word[])[]): string | undefined {
  const [run, another] = runs;
  const [first, last] = [run?.[0], lastOf(run)];
  if (first === undefined || last === undefined || another !== undefined || (run?.length ?? 0) > 3) return undefined;
  const at = words.indexOf(first);
  const end = words.indexOf(last);
  const [before, after] = [words[at - 1], words[end + 1]];
  const name = tidy.slice(first.from, last.to);
  if (after?.text === "'s" || after?.text === '的') return name;
  if (before?.concept === 'of' && end === words.length - 1 && at > 1) return name;
  if (before?.concept === 'of' && words[0]?.concept === 'who') return name;
  const asks = words.findIndex(({ concept }) => concept === 'who');
  // "who should Lei call", "陈磊该联系谁"
  const isPlaced = /[a-z]/.test(words[asks]?.text ?? '') ? before?.concept === 'is' && asks < at : at < asks;
  if (!isPlaced) return undefined;
  const contacts = words.findIndex(({ concept }) => concept === 'contact');
  if (asks < 0 || (contacts >= 0 && contacts < at)) return undefined;
  return words.some(
    ({ concept }) =>
      concept === 'customer' ||
      concept === 'contact' ||
      concept === 'list' ||
      concept === 'sign' ||
      concept === 'today' ||
      concept === 'tomorrow',
  )
    ? name
    : undefined;
}

/** A customer's name, or what is in a sentence besides our words. */
function namedIn(whole: string, tidy: string, words: readonly Word[]): Question {
  const runs = runsOf(words);
  const [run] = runs;
  const first = run?.[0];
  const last = lastOf(run);
  const inner =
    runs.length === 1 && (run?.length ?? 0) < words.length && first !== undefined && last !== undefined
      ? [tidy.slice(first.from, last.to)]
      : [];
  const isLong = words.length > MOST_WORDS || Array.from(tidy).length > MOST_LETTERS || isSentence(words, whole);
  if (isLong && inner.length === 0) return { kind: 'unknown' };
  if (isLong && (run?.length ?? 0) > 4) return { kind: 'unknown' };
  return { kind: 'name', names: [...new Set([whole, tidy, withoutQuotes(tidy), ...inner])] };
}

/** Whether it asks or tells something rather than names somebody. */
function isSentence(words: readonly Word[], whole: string): boolean {
  const [first] = words;
  const asks = words.some(
    ({ concept }) => concept === 'who' || concept === 'how' || concept === 'why' || concept === 'when',
  );
  return (asks || /[?？]\s*$/u.test(whole)) && words.length > 3 && first !== undefined;
}

function lastOf(run: readonly Word[] | undefined): Word | undefined {
  return run?.[run.length - 1];
}
