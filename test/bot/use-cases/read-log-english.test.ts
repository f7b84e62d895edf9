import { describe, expect, test } from 'vitest';
import { readLog } from '../../../bot/use-cases/read-log.ts';
import { parseIsoDate } from '../../../core/calendar-date.ts';
import { logSummary } from '../../support/log-summary.ts';

/** A Thursday. */
const today = parseIsoDate('2026-11-26') ?? expect.fail();

describe('a log in English', () => {
  test.each([
    ['called, wants a quote by Friday', 'phone next-step →2026-11-27'],
    ['Called; wants a quote by Friday.', 'phone next-step →2026-11-27'],
    ['CALLED WANTS A QUOTE BY FRIDAY', 'phone next-step →2026-11-27'],
    ['visited yesterday – happy, next meeting 3 Dec', 'visit next-step →2026-12-03 ←2026-11-25'],
    ['no answer', 'phone no-answer'],
    ['left voicemail', 'phone no-answer'],
    ['left a message for her', 'phone no-answer'],
    ['emailed the proposal; call back in two weeks', 'email →2026-12-10'],
    ['met at the fair last Tuesday', 'event reached ←2026-11-24'],
    ['wechat', 'chat'],
    ['phone', 'phone'],
    ['called', 'phone'],
    ['phoned, no reply', 'phone no-answer'],
    ['rang twice, nobody picked up', 'phone no-answer'],
    ["couldn't reach him, try again tomorrow", 'no-answer →2026-11-27 ?no-method'],
    ['called Monday, interested, demo next Thursday', 'phone next-step →2026-12-03 ←2026-11-23'],
    ['Called this morning. Agreed to sign by end of month.', 'phone next-step →2026-11-30 ←2026-11-26'],
    ['spoke to Bob, wants samples', 'next-step ?no-method'],
    ['talked about prices, call back on Monday', 'reached →2026-11-30 ?no-method'],
    ['had a call with Ann on Tuesday, wants a trial in January', 'phone next-step →2027-01-01 ←2026-11-24 ?vague-date'],
    ['zoom call, 4 out of 5', 'phone reached 4/5'],
    ['call next Tuesday', 'phone →2026-12-01 ?only-planned'],
    ['call back tomorrow', 'phone →2026-11-27 ?only-planned'],
    ['will call on Friday', 'phone →2026-11-27 ?only-planned'],
    ['visit Monday', 'visit ?past-or-next'],
    ['visited Monday', 'visit reached ←2026-11-23'],
    ['visited 20 Nov', 'visit reached ←2026-11-20'],
    ['visited on the 20th', 'visit reached ←2026-11-20'],
    ['next meeting 20 Nov', 'visit next-step ?only-planned ?past-date'],
    ['called, next contact 2025-12-03', 'phone ?past-date'],
    ['called; also sent an email', 'phone ?two-methods'],
    ['visited, brought a gift', 'visit reached ?two-methods'],
    ['emailed an article about pensions', 'article'],
    ['texted him, will reply tomorrow', 'sms →2026-11-27'],
    ['whatsapp: all good 5/5', 'chat reached 5/5'],
    ['csat 4', 'reached 4/5 ?no-method'],
    ['called, satisfaction 8/10', 'phone ?satisfaction-scale'],
    ['visited, 3 stars, follow up in 10 days', 'visit reached →2026-12-06 3/5'],
    ['visited, next visit 12/3', 'visit next-step →2026-12-03 ?day-order'],
    ['visited, next visit 12/12', 'visit next-step →2026-12-12'],
    ['called, next 25/12', 'phone →2026-12-25'],
    ['called 2026-11-24, next 2026-12-03', 'phone →2026-12-03 ←2026-11-24'],
    ['call 4/5', 'phone ?past-or-next'],
    ['lunch with the CFO, wants an offer by 15 December', 'visit next-step →2026-12-15'],
    ['not interested', 'not-now ?no-method'],
    ['called, no budget, call again in March', 'phone not-now →2027-03-01 ?vague-date'],
    ['called about the discount, not interested', 'phone not-now'],
    ["didn't call", '?no-method'],
    ['sat down with Bob', '?no-method'],
    ['may call back later', 'phone ?only-planned'],
    ['called at 5pm', 'phone ←2026-11-26'],
    ['called, call back at 5pm', 'phone →2026-11-26'],
    ['called, delivery takes 6 weeks', 'phone'],
    ['called, call back next week', 'phone →2026-11-30 ?vague-date'],
    ['called, try again in a few days', 'phone →2026-11-28 ?vague-date'],
    ['called, meet a week from Monday', 'phone →2026-12-07'],
    ['called, call back Monday week', 'phone →2026-12-07'],
    ['called, call the day after tomorrow', 'phone →2026-11-28'],
    ['called, quote due on the 15th', 'phone →2026-12-15'],
    ['called, meet next Friday', 'phone →2026-11-27 ?two-dates'],
    ['called, meet next Tue or Wed', 'phone →2026-12-01 ?two-dates'],
    ['called, meet 3-5 Dec', 'phone →2026-12-03 ?vague-date'],
    ['called, meet Friday 4 Dec', 'phone →2026-12-04'],
    ['called, meet Friday 3 Dec', 'phone →2026-11-27 ?two-dates'],
    ['called, again after the holidays', 'phone ?unread-date'],
    ['called, decides in Q1', 'phone ?unread-date'],
    ['called, again mid December', 'phone →2026-12-11 ?vague-date'],
    ['called, again end of January', 'phone →2027-01-31'],
    ['called, call back in a fortnight', 'phone →2026-12-10'],
    ['called, wants it in 2-3 weeks', 'phone →2026-12-10 ?vague-date'],
    ['called, new contract in six months', 'phone →2027-05-26'],
    ['called, follow up 15.12.', 'phone →2026-12-15'],
    ['called, quote today', 'phone ←2026-11-26'],
    ['called today', 'phone ←2026-11-26'],
    ['phone today', 'phone ←2026-11-26'],
    ['called, wants a visit; proposal by Wednesday, next call 10 Dec', 'phone next-step →2026-12-02 ?two-dates'],
    ['emailed, no answer yet', 'email no-answer'],
    ['called: spoke with the assistant, no answer from Bob', 'phone no-answer ?two-outcomes'],
    ['no budget now, interested next year', 'not-now ?no-method ?two-outcomes'],
    ['call centre was busy', '?no-method'],
    ['called, works in the line of furniture', 'phone'],
    ['sent a letter, call in three days', 'direct-mail →2026-11-29'],
    ['called on Tuesday, visited on Wednesday', 'phone reached ←2026-11-25 ?two-methods'],
    ['called 3 Dec', 'phone ?past-or-next'],
    ['meeting 3 Dec', 'visit →2026-12-03 ?only-planned'],
    ['meeting 20 Nov', 'visit ←2026-11-20'],
    ["dm'd on LinkedIn", 'chat'],
    ['called 3 Dec 2026', 'phone →2026-12-03'],
    ['LVM', 'phone no-answer'],
    ['Met Tom for coffee, wants pricing for 50 seats by EOD Friday', 'visit next-step →2026-11-27'],
    ['Bumped into Sue at the conference yesterday, she wants a demo', 'event next-step ←2026-11-25'],
    ['called 3x no luck', 'phone no-answer'],
    ['no one picked up', 'phone no-answer'],
    ['visit cancelled, rescheduled to next Wednesday', '→2026-12-02 ?no-method'],
    ['talked on phone for 30 min', 'phone reached'],
    ['called: rings out', 'phone no-answer'],
    ['texted; she will get back to me by Wed', 'sms →2026-12-02'],
    ['zoom demo went great, 5 stars', 'phone reached 5/5'],
    ['got an email from them, need reply by tomorrow noon', 'email →2026-11-27'],
    ["Called Mike, he's on vacation until Dec 7", 'phone →2026-12-07'],
    ['called with 3-4% discount in mind, room 12-3', 'phone'],
  ])('%j says %s', async (text, expected) => {
    expect(logSummary(await readLog(text, { today }))).toBe(expected);
  });
});

/** A Friday. */
const friday = parseIsoDate('2026-11-27') ?? expect.fail();

describe('"sat" in a log', () => {
  test.each([
    ['called, meeting Sat 5 Dec', 'phone →2026-12-05'],
    ['called, call back Sat 5', 'phone →2026-12-05'],
    ['called, call back Sat 4', 'phone →2026-11-28 ?two-dates'],
    ['called, call back Sat 5/12', 'phone →2026-12-05'],
    ['called, back on Sat 26th', 'phone →2026-12-26'],
    ['visited Sat 21 Nov', 'visit reached ←2026-11-21'],
    ['called, call back on Sat', 'phone →2026-11-28'],
    ['called, sat 5/5', 'phone reached 5/5'],
    ['called, sat 4 out of 5', 'phone reached 4/5'],
    ['called, sat 4 stars', 'phone reached 4/5'],
    ['called, sat: 4', 'phone reached 4/5'],
    ['called, sat=4', 'phone reached 4/5'],
    ['called, sat score 4', 'phone reached 4/5'],
    ['called, sat is 4', 'phone reached 4/5'],
    ['called, sat: 8', 'phone ?satisfaction-scale'],
    ['called, sat 4', 'phone ?satisfaction-scale'],
    ['called, sat 4/10', 'phone ?satisfaction-scale'],
    ['called, csat 4', 'phone reached 4/5'],
    ['called, satisfaction 4', 'phone reached 4/5'],
  ])('%j says %s', async (text, expected) => {
    expect(logSummary(await readLog(text, { today: friday }))).toBe(expected);
  });
});

describe('a day that is not of the contact', () => {
  test.each([
    ['called, they placed an order on Monday', 'phone next-step'],
    ['called, order delivered yesterday', 'phone'],
    ['called, invoice paid on 20 Nov', 'phone'],
    ['emailed, warranty expired last Friday', 'email'],
    ['called about the invoice of 20 Nov', 'phone'],
    ['called today, order delivered yesterday', 'phone ←2026-11-27'],
    ['visited yesterday, order delivered today', 'visit reached ←2026-11-26'],
    ['called, moved the meeting from Tuesday to Thursday', 'phone →2026-12-03'],
    ['called, the Tuesday meeting moved to Thursday', 'phone →2026-12-03'],
    ['moved the meeting to Thursday', '→2026-12-03 ?no-method'],
    ['called, contract ends 31 March 2027', 'phone ?end-date'],
    ['called, contract expires in March', 'phone ?end-date'],
    ['called, their lease runs until 5 Jan', 'phone ?end-date'],
    ['called, offer valid until 15 Dec', 'phone ?end-date'],
    ['called, 31 March the contract ends', 'phone ?end-date'],
    ['called, contract ends 31 March 2027, call back Friday', 'phone →2026-11-27'],
    ['visited on Tuesday', 'visit reached ←2026-11-24'],
    ['on Tuesday: called, wants a quote', 'phone next-step ←2026-11-24'],
    ['yesterday, called', 'phone ←2026-11-26'],
    ['spoke to Bob yesterday, sent an email', 'email reached ←2026-11-26'],
    ['delivered samples yesterday', '←2026-11-26 ?no-method'],
  ])('%j says %s', async (text, expected) => {
    expect(logSummary(await readLog(text, { today: friday }))).toBe(expected);
  });
});

describe('days that are said in other words', () => {
  test.each([
    ['called, call back Friday 11th', 'phone →2026-12-11'],
    ['called, call back Thursday 10th', 'phone →2026-12-10'],
    ['called, call back a week today', 'phone →2026-12-04'],
    ['called, call back two weeks tomorrow', 'phone →2026-12-12'],
    ['called, call back Wednesday next week', 'phone →2026-12-02'],
    ['called, call back next week on Wednesday', 'phone →2026-12-02'],
    ['called, call back Wednesday of this week', 'phone ?past-date'],
    ['called, call back after the weekend', 'phone →2026-11-30'],
    ['called, call back in 5 working days', 'phone ?unread-date'],
    ['called, call back within 10 business days', 'phone ?unread-date'],
    ['called, delivery takes 5 working days', 'phone'],
    ['called, call back in the new year', 'phone ?unread-date'],
    ['called, back 31 Feb', 'phone ?unread-date'],
    ['called, back on June 31st', 'phone ?unread-date'],
    ['called, back 29 Feb', 'phone ?unread-date'],
    ['called, back 2027-02-30', 'phone ?unread-date'],
    ['called, back 30 Nov', 'phone →2026-11-30'],
    ['called, call back between 3 and 5 Dec', 'phone →2026-12-03 ?vague-date'],
    ['called, call back between Dec 3 and 5', 'phone →2026-12-03 ?vague-date'],
    ['visited between 23 and 25 Nov', 'visit reached'],
    ['called, meet Tuesday to Thursday', 'phone →2026-12-01 ?vague-date'],
    ['called, they want a reply within 48 hours', 'phone →2026-11-29'],
  ])('%j says %s', async (text, expected) => {
    expect(logSummary(await readLog(text, { today: friday }))).toBe(expected);
  });

  test('29 February is read in the year before it', async () => {
    const november = parseIsoDate('2027-11-26') ?? expect.fail();
    expect(logSummary(await readLog('called, back 29 Feb', { today: november }))).toBe('phone →2028-02-29');
  });
});
