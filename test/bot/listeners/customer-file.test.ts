import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { archiveCustomer } from '../../../bot/use-cases/archive-customer.ts';
import { customerFile } from '../../../bot/use-cases/customer-file.ts';
import { findCustomers } from '../../../bot/use-cases/find-customers.ts';
import { type FollowUpApp, startFollowUpApp, wordsOf } from '../../support/follow-up-app.ts';

describe("a customer's file in Slack", () => {
  let app: FollowUpApp;
  beforeAll(async () => {
    app = await startFollowUpApp();
  });
  beforeEach(async () => {
    await app.reset();
    await app.context.db.deleteFrom('contact_person').execute();
    await app.context.db.deleteFrom('purchase').execute();
  });
  afterAll(() => app.stop());

  const person = (name = 'anna') => app.harness.slack.person(name);
  const idOf = async (name: string) => (await findCustomers(app.context, name)).exact[0]?.id ?? '';
  const lastSeen = (name = 'anna') => wordsOf(person(name).visibleMessages('C0SALES').at(-1) ?? {});

  /** Opens the *More* window of a customer and presses a button in it. */
  async function more(customer: string, action: string, name = 'anna'): Promise<void> {
    await app.press(await app.ask(customer, name), 'customer_more', name);
    wordsOf(app.window(name));
    await app.press('modal', action, name);
  }

  test('what nobody knows can be added from where it was searched for, and is taken back with one button', async () => {
    const answer = await app.ask('Nova Works');
    expect(wordsOf(answer)).toContain('Add as a customer');
    await app.press(answer, 'file_add');
    expect(JSON.stringify(app.window().content)).toContain('"initial_value":"Nova Works"');
    await app.submit({ stage: 'customer', industry: 'Steel' });
    expect(wordsOf(app.window())).toContain('Nova Works is on file now.');
    expect(lastSeen()).toMatch(/Nova Works.*No tier yet.*Steel/s);
    expect(await customerFile(app.context, await idOf('Nova Works'))).toMatchObject({
      industry: 'Steel',
      ownerSlackId: 'U0ANNA',
    });
    await app.press('modal', 'follow_up_undo');
    expect(await idOf('Nova Works')).toBe('');
  });

  test.each(['add acme GmbH', '新增 acme GmbH'])('%s shows likely duplicates first', async (typed) => {
    await person().command('/customer', typed, { channel: 'C0SALES' });
    await app.harness.settled();
    await app.submit({ stage: 'customer' });
    expect(wordsOf(app.window())).toMatch(/It may be on file already:.*ACME.*same name/s);
    await app.press('modal', 'file_add_is_1');
    expect(wordsOf(app.window())).toContain('ACME is on file.');
    expect(lastSeen()).toContain('ACME');
    expect(await app.rows('customer')).toHaveLength(4);
  });

  test('what is no duplicate is added all the same', async () => {
    await person().command('/customer', 'add acme GmbH', { channel: 'C0SALES' });
    await app.harness.settled();
    await app.submit({ stage: 'prospect', key: 'a 1' });
    await app.submit({ key: 'A-1' });
    expect(await app.submit({ key: 'A-1' })).toMatchObject({ errors: { key: expect.stringContaining('ACME') } });
    await app.submit({ key: 'A-1-B' });
    expect(wordsOf(app.window())).toContain('acme GmbH is on file now.');
    await app.press('modal', 'follow_up_undo');
  });

  test('a customer whose name begins with the word is found all the same', async () => {
    await app.press(await app.ask('Unheard of'), 'file_add');
    await app.submit({ name: 'Add Value', stage: 'customer' });
    expect(wordsOf(await app.ask('add value'))).toContain('Add Value');
    await app.press('modal', 'follow_up_undo');
  });

  test('name, number and region are changed in a window, and the card follows', async () => {
    await more('Prolog Ltd', 'file_edit');
    expect(wordsOf(app.window())).not.toContain('Owner by name');
    expect(await app.submit({ name: '  ' })).toMatchObject({ errors: { name: expect.stringContaining('300') } });
    await app.submit({ name: 'Prolog <!channel>', region: 'Lyon' });
    expect(wordsOf(app.window())).toContain('is saved');
    expect(lastSeen()).toContain('Lyon');
    expect(await idOf('Prolog Ltd')).not.toBe('');
    await app.press('modal', 'follow_up_undo');
    expect(await customerFile(app.context, await idOf('Prolog Ltd'))).toMatchObject({
      name: 'Prolog Ltd',
      region: null,
    });
  });

  test('managers give customers to somebody else, other reps change nothing', async () => {
    await more('ACME', 'file_edit', 'sam');
    await app.submit({ owner: 'U0LEI' }, 'sam');
    expect((await customerFile(app.context, await idOf('ACME'))).ownerSlackId).toBe('U0LEI');
    await more('ACME', 'file_edit');
    await app.submit({ region: 'Lyon' });
    expect(wordsOf(app.window())).toContain('looked after by somebody else');
    expect((await customerFile(app.context, await idOf('ACME'))).region).toBeNull();
  });

  test('an archived customer says so in place of its next contact, and comes back with one button', async () => {
    await more('ACME', 'file_archive');
    expect(await app.submit({ reason: 'x' })).toMatchObject({
      errors: { reason: expect.stringContaining('3 to 500') },
    });
    await app.submit({ reason: 'went *bankrupt*' });
    expect(wordsOf(app.window())).toContain('ACME is archived.');
    expect(lastSeen()).toMatch(/Archived since 5 Mar 2026.*went \*bankrupt\*/s);
    expect(lastSeen()).not.toContain('Next contact');
    const card = await app.ask('ACME');
    await app.press(card, 'file_bring_back');
    expect(lastSeen()).toMatch(/Tier [A-D]/);
    // A second press, as after a double click, shows the card again.
    await app.press(card, 'file_bring_back').catch(() => undefined);
    expect((await customerFile(app.context, await idOf('ACME'))).status).toBe('active');
  });

  test('a customer becomes part of another that is searched for in the window, and both are back after Undo', async () => {
    await more('Prolog Ltd', 'file_merge');
    const options = await person().suggestions('modal', 'find_customer', 'acme');
    expect(options).toMatchObject([{ value: await idOf('ACME') }]);
    await app.submit({ find_customer: await idOf('ACME') });
    expect(wordsOf(app.window())).toContain('Prolog Ltd is part of ACME now.');
    expect(await idOf('Prolog Ltd')).toBe(await idOf('ACME'));
    await app.press('modal', 'follow_up_undo');
    expect(await idOf('Prolog Ltd')).not.toBe(await idOf('ACME'));
  });

  test('no customer becomes part of itself or of an archived one', async () => {
    await archiveCustomer(app.context, { customerId: await idOf('春晖电子'), reason: 'gone' });
    await more('Prolog Ltd', 'file_merge');
    await person().suggestions('modal', 'find_customer', 'prolog');
    expect(await app.submit({ find_customer: await idOf('Prolog Ltd') })).toMatchObject({
      errors: { find_customer: expect.stringContaining('same customer') },
    });
    await person().suggestions('modal', 'find_customer', '春晖');
    expect(await app.submit({ find_customer: await idOf('春晖电子') })).toMatchObject({
      errors: { find_customer: expect.stringContaining('archived') },
    });
  });

  test('contacts are added, changed and removed; one who is known is said', async () => {
    await more('ACME', 'file_contacts');
    expect(wordsOf(app.window())).toContain('No contacts yet.');
    await app.press('modal', 'contact_add');
    expect(await app.submit({ phone: '12' })).toMatchObject({
      errors: { phone: expect.stringContaining('seven digits') },
    });
    await app.submit({ name: 'Ann *Lee*', phone: '021 555 0101', role: 'cio', birthday: '1985-03-05' });
    expect(wordsOf(app.window())).toContain('is on file now.');
    await person().closeView();
    await more('ACME', 'file_contacts');
    expect(wordsOf(app.window())).toMatch(/Ann \*Lee\*.*CIO.*021 555 0101.*5 Mar 1985/s);
    await app.press('modal', 'contact_add');
    expect(await app.submit({ name: 'Else', phone: '(021) 5550101' })).toMatchObject({
      errors: { phone: expect.stringContaining('Ann *Lee* has this number') },
    });
    await person().closeView();
    await more('ACME', 'file_contacts');
    await app.press('modal', 'contact_edit_1');
    await app.submit({ other_role: 'Chief of staff' });
    expect(await app.rows('contact_person')).toMatchObject([{ role: 'Chief of staff', birthday: '1985-03-05' }]);
    await person().closeView();
    await more('ACME', 'file_contacts');
    await app.press('modal', 'contact_remove_1');
    expect(await app.rows('contact_person')).toEqual([]);
    await app.press('modal', 'follow_up_undo');
    expect(await app.rows('contact_person')).toMatchObject([{ name: 'Ann *Lee*', role: 'Chief of staff' }]);
    expect(JSON.stringify(app.harness.log)).not.toContain('Lee');
    expect(JSON.stringify(await app.rows('audit_event'))).not.toContain('Lee');
  });

  test('figures are read as cells are, the wrong ones are said beside their field, and the tier moves at once', async () => {
    await more('ACME', 'file_figures');
    const field = (criterion: string) =>
      Object.keys(app.window().values)
        .concat(JSON.stringify(app.window().content).match(/figure [0-9a-f]{8} \w+/g) ?? [])
        .find((id) => id.endsWith(` ${criterion}`)) ?? '';
    const sales = field('salesAmount');
    const paid = field('paymentCollection');
    expect(JSON.stringify(app.window().content)).toContain('"initial_value":"90%"');
    expect(await app.submit({ [sales]: 'plenty', [paid]: '850%' })).toMatchObject({
      errors: { [sales]: expect.stringContaining('32,000'), [paid]: expect.stringContaining('85%') },
    });
    await app.submit({ [sales]: '1', [paid]: '５％' });
    expect(wordsOf(app.window())).toMatch(/The figures of ACME are saved\..*Tier A → Tier D/s);
    const acme = (await app.rows('customer')).find((row) => row['name'] === 'ACME');
    expect(acme?.['facts']).toMatchObject({ values: { salesAmount: 1, paymentCollection: 0.05 } });
    await app.press('modal', 'follow_up_undo');
    const back = (await app.rows('customer')).find((row) => row['name'] === 'ACME');
    expect(back?.['facts']).toMatchObject({ values: { salesAmount: 900, paymentCollection: 0.9 } });
  });

  test('a purchase is added and removed, and counts', async () => {
    await more('ACME', 'file_purchases');
    await app.press('modal', 'purchase_add');
    expect(await app.submit({ amount: 'much' })).toMatchObject({
      errors: { amount: expect.stringContaining('number') },
    });
    await app.submit({ amount: '3.2万', product: 'Pumps <!here>' });
    expect(wordsOf(app.window())).toContain('is on file.');
    expect(await app.rows('purchase')).toMatchObject([{ amount: 32_000, bought_on: '2026-03-05' }]);
    expect(await app.rows('purchase_measure')).toMatchObject([{ measures: { orders: 1 } }]);
    await person().closeView();
    await more('ACME', 'file_purchases');
    expect(wordsOf(app.window())).toContain('5 Mar 2026 · 32,000 · Pumps <!here>');
    await app.press('modal', 'purchase_remove_1');
    expect(await app.rows('purchase')).toEqual([]);
    expect(await app.rows('purchase_measure')).toEqual([]);
    await app.press('modal', 'follow_up_undo');
    expect(await app.rows('purchase')).toMatchObject([{ amount: 32_000 }]);
  });
});
