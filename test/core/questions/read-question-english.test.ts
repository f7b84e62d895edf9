import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../core/questions/read-question.ts';
import { meaningOf } from './questions.ts';

/** Sentence, and what it means. The customers on file are ACME, Northwind Traders, Today Foods and Call Center Ltd. */
const SENTENCES: readonly (readonly [sentence: string, meaning: string])[] = [
  ['who should I call today', 'my-day today'],
  ['Who do I have to call today?', 'my-day today'],
  ['whom should I contact today', 'my-day today'],
  ['who should i call', 'my-day today'],
  ['who to call today?', 'my-day today'],
  ["what's on tomorrow", 'my-day tomorrow'],
  ["What's on today?", 'my-day today'],
  ['my day', 'my-day today'],
  ['my follow-ups for tomorrow', 'my-day tomorrow'],
  ['followups', 'my-day today'],
  ['todays list', 'my-day today'],
  ['What is on my plate today?', 'my-day today'],
  ['who shoud I cal today', 'my-day today'],
  ['who should Lei call today', 'rep-day Lei today'],
  ["Lei's day", 'rep-day Lei today'],
  ["what's on Anna Berg's list tomorrow", 'rep-day Anna Berg tomorrow'],
  ['which A customers are overdue', 'overdue A'],
  ['which customers are overdue?', 'overdue'],
  ['WHICH B CUSTOMERS ARE OVERDUE', 'overdue B'],
  ['overdue', 'overdue'],
  ['who is late', 'overdue'],
  ['my overdue customers', 'overdue mine'],
  ["Lei's overdue customers", 'overdue of Lei'],
  ['which a customers are overdue', 'overdue a'],
  ['which custmers are overdu', 'overdue'],
  ['who moved', 'movers'],
  ['who moved this week?', 'movers week'],
  ['who fell this week', 'movers down week'],
  ['who dropped', 'movers down'],
  ['which customers were upgraded this month', 'movers up month'],
  ['who went up since yesterday', 'movers up day'],
  ['what changed', 'movers'],
  ['why is ACME B', 'why ACME'],
  ['why is ACME a B?', 'why ACME'],
  ['Why is Northwind Traders in tier C?', 'why Northwind Traders'],
  ['why did ACME drop', 'why ACME'],
  ['why was ACME downgraded this week', 'why ACME'],
  ['why is Call Center Ltd B', 'why Call Center Ltd'],
  ['why is the customer ACME only a C', 'why ACME'],
  ['how come ACME fell to C', 'why ACME'],
  ['how does ACME get to A', 'lift ACME'],
  ['how can we get ACME to A', 'lift ACME'],
  ['what would lift ACME', 'lift ACME'],
  ['what does ACME need to reach A?', 'lift ACME'],
  ['how to lift Northwind Traders to B', 'lift Northwind Traders'],
  ['is ACME overdue', 'next-contact ACME'],
  ['when should I call ACME?', 'next-contact ACME'],
  ['when was ACME last contacted', 'next-contact ACME'],
  ['how are we doing', 'digest today daily'],
  ["how's business?", 'digest today daily'],
  ["yesterday's report", 'digest yesterday daily'],
  ['the weekly digest', 'digest today weekly'],
  ['give me the numbers', 'digest today daily'],
  ['open complaints', 'complaints'],
  ['which complaints are open?', 'complaints'],
  ['any complaints', 'complaints'],
  ['what will be signed this month', 'signings this'],
  ['expected signings', 'signings this'],
  ['which deals close next month', 'signings next'],
  ['whose book is too full', 'capacity'],
  ['who is overloaded?', 'capacity'],
  ['who has too many customers', 'capacity'],
  ['capacity', 'capacity'],
  ['log called ACME, wants a quote by Friday', 'log ACME: called, wants a quote by Friday'],
  ['log called Northwind Traders no answer', 'log Northwind Traders: called no answer'],
  ['ACME log called, wants a quote', 'log ACME: called, wants a quote'],
  ['log ACME called, no answer', 'log ACME: called, no answer'],
  ['called ACME, no answer', 'log ACME: called, no answer'],
  ['I spoke to ACME yesterday', 'log ACME: I spoke to yesterday'],
  ['visited Call Center Ltd, all good', 'log Call Center Ltd: visited, all good'],
  ['ACME', 'name ACME'],
  ['show me ACME', 'name ACME'],
  ["what's ACME's tier?", 'name ACME'],
  ['what about ACME', 'name ACME'],
  ['help', 'help'],
  ['what can you do?', 'help'],
  ['thanks!', 'thanks'],
  ['thank you', 'thanks'],
  ['hello', 'hello'],
  ['Good morning', 'hello'],
];

const ON_FILE = ['ACME', 'Northwind Traders', 'Today Foods', 'Call Center Ltd'];

describe('an English sentence is understood', () => {
  test.each(SENTENCES)('%s', (sentence, meaning) => {
    const name = ON_FILE.find((each) => meaning.includes(each));
    expect(meaningOf(readQuestion(sentence, { hasCustomer: false }), name)).toBe(meaning);
  });

  test.each([
    ['why', 'why'],
    ['why?', 'why'],
    ['why is it B', 'why'],
    ['why did it drop', 'why'],
    ['overdue?', 'next-contact'],
    ['when is it due', 'next-contact'],
    ['how does it get to A', 'lift'],
    ['what would lift it', 'lift'],
    ['tier?', 'name'],
    ['log called, no answer', 'log : called, no answer'],
    ['called, no answer', 'log : called, no answer'],
    ['left a message', 'log : left a message'],
    ['no answer', 'log : no answer'],
    ['log visited, wants a quote by Friday', 'log : visited, wants a quote by Friday'],
    ['why is Today Foods B', 'why Today Foods'],
    ['who should I call today', 'my-day today'],
    ['thanks', 'thanks'],
  ])('where the customer is known: %s', (sentence, meaning) => {
    const name = ON_FILE.find((each) => meaning.includes(each)) ?? '';
    expect(meaningOf(readQuestion(sentence, { hasCustomer: true }), name)).toBe(meaning);
  });

  test('tiers go by the workspace’s own words', () => {
    const read = (sentence: string) =>
      meaningOf(readQuestion(sentence, { hasCustomer: false, tiers: ['gold', 'silver', '金牌'] }), 'ACME');
    expect(read('which gold customers are overdue')).toBe('overdue gold');
    expect(read('哪些金牌客户逾期了')).toBe('overdue 金牌');
    expect(read('why is ACME silver')).toBe('why ACME');
  });
});
