import { describe, expect, test } from 'vitest';
import {
  ghostHint,
  hintFor,
  readTyped,
  withCommand,
  withPerson,
} from '../../../../../bot/local/page/composer/command-hints.ts';
import { pagePerson } from '../../../../support/page-parts.ts';

const customer = { command: '/customer', description: 'Look up a customer', usageHint: 'NAME or number' };
const customers = { command: '/customers', description: 'All customers', usageHint: '' };
const tiers = { command: '/tiers', description: 'Customers by tier', usageHint: '' };
const commands = [customer, customers, tiers];
const anna = pagePerson();
const lei = pagePerson({ id: 'U0LEI', name: 'lei', realName: '陈磊' });
const people = [anna, lei];
const atEnd = (text: string) => ({ text, caret: text.length });
const hint = (text: string, caret = text.length) => hintFor({ text, caret }, commands, people);

describe('what is offered while one types', () => {
  test('a slash offers every command, more letters fewer', () => {
    expect(hint('/')).toEqual({ kind: 'commands', matches: commands });
    expect(hint('/cu')).toEqual({ kind: 'commands', matches: [customer, customers] });
    expect(hint('/TI')).toEqual({ kind: 'commands', matches: [tiers] });
  });

  test('nothing is offered once the argument begins, for an unknown command, or for a slash further on', () => {
    expect(hint('/customer ')).toBeNull();
    expect(hint('/customer ACME')).toBeNull();
    expect(hint('/x')).toBeNull();
    expect(hint('either/or')).toBeNull();
    expect(hint('')).toBeNull();
  });

  test('an @ offers people by short name, real name or a part of it', () => {
    expect(hint('ask @')).toEqual({ kind: 'people', matches: people, from: 4 });
    expect(hint('@an')).toEqual({ kind: 'people', matches: [anna], from: 0 });
    expect(hint('@ber')).toEqual({ kind: 'people', matches: [anna], from: 0 });
    expect(hint('请 @陈')).toEqual({ kind: 'people', matches: [lei], from: 2 });
    expect(hint('anna@example')).toBeNull();
  });

  test('only what stands before the caret counts', () => {
    expect(hint('@an and more', 3)).toEqual({ kind: 'people', matches: [anna], from: 0 });
    expect(hint('/cu ACME', 3)).toEqual({ kind: 'commands', matches: [customer, customers] });
  });
});

describe('taking what is offered', () => {
  test('a command takes the place of what was typed of it and waits for its argument', () => {
    expect(withCommand(atEnd('/cu'), customer)).toEqual(atEnd('/customer '));
    expect(withCommand({ text: '/cu ACME', caret: 3 }, customer)).toEqual({ text: '/customer ACME', caret: 10 });
  });

  test('a person takes the place of what was typed of them, with what stands around it left alone', () => {
    expect(withPerson(atEnd('ask @an'), 4, anna)).toEqual(atEnd('ask @anna '));
    expect(withPerson({ text: '@an please', caret: 3 }, 0, anna)).toEqual({ text: '@anna please', caret: 6 });
  });
});

describe('the hint after a command', () => {
  test('stays until the argument begins', () => {
    expect(ghostHint('/customer', commands)).toBe('NAME or number');
    expect(ghostHint('/customer ', commands)).toBe('NAME or number');
    expect(ghostHint('/customer A', commands)).toBe('');
  });

  test('is empty for half a command and for one that takes nothing', () => {
    expect(ghostHint('/cust', commands)).toBe('');
    expect(ghostHint('/tiers', commands)).toBe('');
  });
});

describe('what was typed', () => {
  test.each([
    ['/customer ACME', { kind: 'command', command: '/customer', text: 'ACME' }],
    ['/Customer   华东  机械 ', { kind: 'command', command: '/customer', text: '华东  机械' }],
    ['/customer', { kind: 'command', command: '/customer', text: '' }],
    ['/customer a\nb', { kind: 'command', command: '/customer', text: 'a\nb' }],
    [' hello ', { kind: 'say', text: 'hello' }],
    [' /customer ACME', { kind: 'say', text: '/customer ACME' }],
    ['/', { kind: 'say', text: '/' }],
    ['  \n', { kind: 'nothing' }],
  ])('%j', (typed, expected) => {
    expect(readTyped(typed)).toEqual(expected);
  });
});
