import type { CustomerStage } from '../customer-stage.ts';
import { sumOf } from '../digest/grouped.ts';
import { counted, pluralOf } from './counted.ts';
import type { DigestWording, StageCount } from './digest-wording.ts';
import { formatDecimal } from './format.ts';

export const DIGEST_IN_ENGLISH: DigestWording = {
  title: (edition, day) =>
    `${{ daily: 'Digest', weekly: 'Weekly digest', monthly: 'Monthly digest' }[edition]} of ${day}`,
  customers: (customers, moment) =>
    `${counted(customers, 'customer or prospect', 'customers and prospects')}, as of ${moment}`,
  since: (moment) => `Changes since ${moment}`,
  noBefore: 'Nothing is known from before, so no changes are shown',
  between: ' · ',
  comma: ', ',
  colon: ': ',
  inBrackets: (text) => ` (${text})`,
  space: ' ',

  fell: ({ of, tier, toCall }) => {
    const fell = `${people(of)} fell out of ${tier}`;
    if (toCall === 0) return `${fell}.`;
    if (inAll(of) === 1) return `${fell} and needs a call today.`;
    return `${fell}; ${number(toCall)} ${pluralOf(toCall, 'needs', 'need')} a call today.`;
  },
  complaintsLate: (complaints) => `${counted(complaints, 'complaint is', 'complaints are')} late.`,
  overdue: (of, tier) => `${people(of, `${tier} `)} ${pluralOf(inAll(of), 'is', 'are')} overdue for contact.`,
  overdueInAll: (customers) => `${counted(customers, 'follow-up is', 'follow-ups are')} overdue.`,
  overCapacity: (reps) => `${counted(reps, 'book now takes', 'books now take')} more days than a month has.`,
  rose: (of, tier) => `${people(of)} rose to ${tier}.`,
  won: (prospects, amount) =>
    `${counted(prospects, 'prospect was', 'prospects were')} won${amount === null ? '' : `, for ${amount}`}.`,
  nothingUrgent: 'Nothing urgent: nobody fell out of the best tier, and nothing is overdue.',
  quiet: {
    daily: 'A quiet day: nothing has changed, and nothing is overdue.',
    weekly: 'A quiet week: nothing has changed, and nothing is overdue.',
    monthly: 'A quiet month: nothing has changed, and nothing is overdue.',
  },

  tiers: { prospect: 'Prospects by tier', customer: 'Customers by tier' },
  without: (status) =>
    status === null
      ? 'Not graded yet'
      : { review: 'Needs review', 'out-of-market': 'Out of market', unreadable: 'Unreadable data' }[status],
  tierOf: (tier, stage) => `${tier}, ${stage === 'prospect' ? 'prospects' : 'customers'}`,
  change: (difference) => (difference === 0 ? '' : `${difference > 0 ? '+' : '−'}${number(Math.abs(difference))}`),
  fallen: (customers, ofBest, value) =>
    `${ofBest === customers ? 'Fell out of the best tier' : 'Fell'}: ${number(customers)}${ofBest === 0 || ofBest === customers ? '' : `, ${number(ofBest)} out of the best tier`}${value === null ? '' : ` (${value} a year)`}`,
  risen: (customers, ofBest, value) =>
    `${ofBest === customers ? 'Rose to the best tier' : 'Rose'}: ${number(customers)}${ofBest === 0 || ofBest === customers ? '' : `, ${number(ofBest)} to the best tier`}${value === null ? '' : ` (${value} a year)`}`,
  aYear: (amount) => `${amount} a year`,
  expected: (amount) => `${amount} expected`,
  overdueTitle: (customers) => `Overdue follow-ups: ${number(customers)}`,
  debt: ({ customers, best, owed, made }) =>
    `${number(customers)} overdue${best === null ? '' : ` (${best})`}, ${counted(owed, 'contact', 'contacts')} owed, ${number(made)} made in 30 days`,
  complaintsTitle: (late, today) =>
    `Complaints: ${[...(late > 0 ? [`${number(late)} late`] : []), ...(today > 0 ? [`${number(today)} to answer today`] : [])].join(', ')}`,
  answerWasDue: (moment) => `answer was due ${moment}`,
  answerIsDue: (moment) => `answer due ${moment}`,
  answered: 'answered',
  overBooks: (reps) => `Books over capacity: ${number(reps)}`,
  overDays: (days, ofDays) => `${days} of ${ofDays} days a month`,
  dormantTitle: (customers, fresh) =>
    `Best customers gone quiet: ${number(customers)}${fresh === 0 ? '' : ` (${number(fresh)} new)`}`,
  silentSince: (day) => `no contact or purchase since ${day}`,
  neverHeardOf: 'never contacted, and no purchase',
  signingsTitle: (prospects, amount) =>
    `Expected signings in three months: ${number(prospects)}${amount === null ? '' : ` for ${amount}`}`,
  signings: (prospects, amount) => `${number(prospects)}${amount === null ? '' : ` for ${amount}`}`,
  ends: (outcome, ended, amount) =>
    `${outcome === 'won' ? 'Won' : 'Lost'}: ${number(ended)}${amount === null ? '' : ` for ${amount}`}`,
  causesTitle: (complaints) => `New complaints by cause: ${number(complaints)}`,
  noCause: 'No cause given',
  satisfaction: (average, results, before) =>
    `Satisfaction: ${average} of 5 from ${counted(results, 'answer', 'answers')}${before === null ? '' : ` (${before} in the 90 days before)`}`,
  low: (results) => `${counted(results, 'customer', 'customers')} gave 1 or 2`,
  lowLead: 'Low',
  dataTitle: 'Data worth mending',
  problems: {
    review: 'Needs review by a person',
    unreadable: 'Unreadable data',
    'without-owner': 'Without an owner',
    'not-graded': 'Not graded yet',
    'overrides-expired': 'Tier set by hand has expired',
  },
  counted: (customers) => counted(customers, 'customer', 'customers'),
  more: (rest) => `and ${number(rest)} more`,
  ofTier: (customers, tier, stage) =>
    `${number(customers)} ${tier}${stage === null ? '' : ` ${noun(customers, stage)}`}`,
  nobody: 'No owner',

  list: {
    title: {
      place: (place, total) => `${place}: ${number(total)}`,
      moves: (direction, ofBest, total) =>
        `${direction === 'down' ? `Fell${ofBest ? ' out of the best tier' : ''}` : `Rose${ofBest ? ' to the best tier' : ''}`}: ${number(total)}`,
      tierMoves: (direction, { either, from, to }, total) => {
        const moved = direction === null ? 'Moved' : direction === 'down' ? 'Fell' : 'Rose';
        const told = [moved, ...(from === null ? [] : [`out of ${from}`]), ...(to === null ? [] : [`to ${to}`])].join(
          ' ',
        );
        return `${told}${either === null ? '' : `, ${either}`}: ${number(total)}`;
      },
      overdue: (tier, total) => `Overdue follow-ups${tier === null ? '' : `, ${tier}`}: ${number(total)}`,
      complaints: (total) => `Complaints late or to answer today: ${number(total)}`,
      opened: (cause, total) => `New complaints${cause === null ? '' : `, ${cause}`}: ${number(total)}`,
      dormant: (total) => `Best customers gone quiet: ${number(total)}`,
      signings: (month, total) =>
        `Expected signings${month === null ? ' in three months' : ` in ${month}`}: ${number(total)}`,
      ended: (outcome, total) => `Prospects ${outcome}: ${number(total)}`,
      satisfaction: (total) => `What customers said: ${counted(total, 'answer', 'answers')}`,
      book: (total) => `Whole book: ${counted(total, 'customer', 'customers')}`,
      problem: (problem, total) => `${problem}: ${number(total)}`,
    },
    empty: 'Nobody is on this list.',
    owedFor: (days, contacts) =>
      `${counted(days, 'day', 'days')} overdue${contacts > 1 ? `, ${number(contacts)} contacts owed` : ''}`,
    lastContact: (day) => `last contact ${day}`,
    neverContacted: 'never contacted',
    score: (points) => `${points} points`,
    satisfaction: (score, day) => `${score} of 5 on ${day}`,
    ended: (outcome, day) => `${outcome} ${day}`,
    opened: (day) => `opened ${day}`,
  },
};

function number(value: number): string {
  return formatDecimal(value, 0);
}

function noun(value: number, stage: CustomerStage): string {
  return pluralOf(value, stage, `${stage}s`);
}

/** "2 customers and 1 prospect". */
function people(of: readonly StageCount[], tier = ''): string {
  return of.map(({ customers, stage }) => `${number(customers)} ${tier}${noun(customers, stage)}`).join(' and ');
}

function inAll(of: readonly StageCount[]): number {
  return sumOf(of, ({ customers }) => customers);
}
