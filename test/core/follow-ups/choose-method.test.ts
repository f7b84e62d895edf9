import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseMethod } from '../../../core/follow-ups/choose-method.ts';
import type { DueReason } from '../../../core/follow-ups/day-plan.ts';
import { CONTACT_METHODS, type ContactMethod } from '../../../core/grading/contact-methods.ts';
import { TODAY } from '../../support/follow-ups.ts';

const LEVEL: ContactMethod[] = ['email', 'course', 'phone', 'sms'];
const DUE: DueReason = { code: 'due' };
const COMPLAINT: DueReason = { code: 'complaint', answerBy: TODAY, answerAt: null };
const PROMISED: DueReason = { code: 'promised', on: TODAY, promise: null };
const BIRTHDAY: DueReason = { code: 'birthday', on: TODAY };

test.each<[string, DueReason, ContactMethod[], ContactMethod[], ContactMethod]>([
  ['the first of the level', DUE, LEVEL, [], 'email'],
  ['not the one of last time', DUE, LEVEL, ['email'], 'course'],
  ['nor the one before', DUE, LEVEL, ['course', 'email'], 'phone'],
  ['but one from before those', DUE, LEVEL, ['course', 'phone', 'email'], 'email'],
  ['the one before the last where there are but two', DUE, ['email', 'sms'], ['email', 'sms'], 'sms'],
  ['the only one again', DUE, ['email'], ['email', 'email'], 'email'],
  ['a complaint: solving the problem', COMPLAINT, LEVEL, [], 'problem-solving'],
  ['a complaint again: by telephone', COMPLAINT, LEVEL, ['problem-solving'], 'phone'],
  ['and in person', COMPLAINT, LEVEL, ['phone', 'problem-solving'], 'visit'],
  ['what was promised: by telephone', PROMISED, LEVEL, [], 'phone'],
  ['or in person', PROMISED, LEVEL, ['phone'], 'visit'],
  ['wishes: to one person', BIRTHDAY, ['course', 'direct-mail', 'seasonal-card'], [], 'seasonal-card'],
  ['wishes by what there is', BIRTHDAY, ['course', 'direct-mail'], [], 'course'],
])('%s', (_, reason, methods, lastMethods, method) => {
  expect(chooseMethod({ methods }, reason, lastMethods)).toBe(method);
});

test('is not one of the last two wherever a level has three', () => {
  const methods = fc.uniqueArray(fc.constantFrom(...CONTACT_METHODS), { minLength: 3, maxLength: 8 });
  const last = fc.array(fc.constantFrom(...CONTACT_METHODS), { maxLength: 4 });
  fc.assert(
    fc.property(methods, last, fc.constantFrom(DUE, COMPLAINT, PROMISED, BIRTHDAY), (ofLevel, lastMethods, reason) => {
      expect(lastMethods.slice(0, 2)).not.toContain(chooseMethod({ methods: ofLevel }, reason, lastMethods));
    }),
    { seed: 20_261_126, numRuns: 500 },
  );
});
