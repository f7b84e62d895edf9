import { expect, test } from 'vitest';
import { firstChannel } from '../../../../bot/local/page/first-channel.ts';
import { pageChannel } from '../../../support/page-parts.ts';

const sales = pageChannel();
const general = pageChannel({ id: 'C0GENERAL', name: 'general' });
const random = pageChannel({ id: 'C0RANDOM', name: 'random', hasBot: false });
const direct = pageChannel({ id: 'D0ANNA', name: 'anna', kind: 'im' });
const oldSales = pageChannel({ id: 'C0OLD', isArchived: true });

test.each([
  ['where one was last, even if it is archived', [sales, oldSales], 'C0OLD', 'C0OLD'],
  ['#sales when one was nowhere', [general, direct, sales], null, 'C0SALES'],
  ['#sales when the last one is gone', [general, sales], 'C0GONE', 'C0SALES'],
  ['another channel with the bot, not an archived one', [oldSales, random, general], null, 'C0GENERAL'],
  ['the direct message when the bot is in no channel', [random, direct], null, 'D0ANNA'],
  ['whatever there is', [random], null, 'C0RANDOM'],
  ['nowhere when there is nothing', [], null, undefined],
])('one begins in %s', (_title, channels, last, expected) => {
  expect(firstChannel(channels, last)?.id).toBe(expected);
});
