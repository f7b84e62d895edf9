import { expect, test } from 'vitest';
import type { Database } from '../../../bot/store/database.ts';
import { archiveCustomer } from '../../../bot/use-cases/archive-customer.ts';
import { addContact, editContact, listContacts, removeContact } from '../../../bot/use-cases/contacts.ts';
import type { UseCaseContext } from '../../../bot/use-cases/context.ts';
import { editCustomer } from '../../../bot/use-cases/edit-customer.ts';
import { editFigures, findFigures } from '../../../bot/use-cases/edit-figures.ts';
import { findCustomers } from '../../../bot/use-cases/find-customers.ts';
import { gradeCustomers } from '../../../bot/use-cases/grade-customers.ts';
import { importTable } from '../../../bot/use-cases/import-table.ts';
import { ensureMember } from '../../../bot/use-cases/members.ts';
import { mergeInto } from '../../../bot/use-cases/merge-into.ts';
import { addPurchase, listPurchases, removePurchase } from '../../../bot/use-cases/purchases.ts';
import { undoAction } from '../../../bot/use-cases/undo-action.ts';
import { describeOnBothDatabases } from '../../support/databases.ts';
import { tableOf } from '../../support/table-reading.ts';
import { contentsOf, newContext, type TestContext, withoutHistory } from '../../support/workspace.ts';

const CONTENTS = ['customer', 'contact_person', 'purchase', 'purchase_measure', 'grade', 'follow_up'];

async function started(db: Database): Promise<TestContext> {
  const context = await newContext(db);
  const rows = Array.from({ length: 10 }, (_, at) => ({
    key: `K${at}`,
    name: `Customer ${at}`,
    salesAmount: 100 * (at + 1),
    paymentCollection: 0.9,
  }));
  await importTable(context, tableOf(...rows));
  context.clock.set('2026-03-05T09:00:00Z');
  return context;
}

async function idOf(context: UseCaseContext, key: string): Promise<string> {
  return (await findCustomers(context, key)).exact[0]?.id ?? '';
}

describeOnBothDatabases('contacts, figures and purchases of a customer', (open) => {
  test('a contact with a known number or address is the one that is on file; elsewhere it is told', async () => {
    const context = await started(await open());
    const customerId = await idOf(context, 'K1');
    const ann = { name: 'Ann', phone: '021 555 0101', email: 'Ann@Example.com', birthday: '1985-03-31' };
    expect(await addContact(context, { customerId, contact: ann })).toMatchObject({ kind: 'added', elsewhere: [] });
    for (const contact of [{ phone: '(021) 5550101' }, { name: 'x', email: 'mailto:ann@example.com' }]) {
      expect(await addContact(context, { customerId, contact })).toMatchObject({
        kind: 'known',
        contact: { name: 'Ann' },
      });
    }
    const other = await addContact(context, { customerId: await idOf(context, 'K2'), contact: ann });
    expect(other).toMatchObject({ kind: 'added', elsewhere: ['Customer 1'] });
    expect(await listContacts(context, customerId)).toHaveLength(1);
  });

  test.each([
    [{}, 'contact-empty'],
    [{ phone: '12' }, 'contact-phone'],
    [{ email: 'nobody' }, 'contact-email'],
    [{ name: 'x', birthday: '2026-03-07' }, 'contact-birthday'],
    [{ name: 'x', birthday: '1.2.1980' }, 'contact-birthday'],
    [{ name: 'x'.repeat(201) }, 'text-too-long'],
    [{ name: 'x', notes: 'x'.repeat(2001) }, 'text-too-long'],
  ])('contact %# is refused as $1', async (contact, code) => {
    const context = await started(await open());
    const customerId = await idOf(context, 'K1');
    await expect(addContact(context, { customerId, contact })).rejects.toMatchObject({ code });
  });

  test('contacts of merged customers are read, changed and removed through the one that was kept', async () => {
    const context = await started(await open());
    const [keptId, goneId] = [await idOf(context, 'K1'), await idOf(context, 'K2')];
    const added = await addContact(context, { customerId: goneId, contact: { name: 'Bob' } });
    await mergeInto(context, { keptId, goneId });
    const [bob] = await listContacts(context, keptId);
    expect(bob).toMatchObject({ name: 'Bob', customerId: goneId });
    const contactId = added.kind === 'added' ? added.contactId : '';
    await editContact(context, { customerId: goneId, contactId, contact: { role: 'it' } });
    expect(await listContacts(context, goneId)).toMatchObject([{ name: 'Bob', role: 'it' }]);
    await removeContact(context, { customerId: keptId, contactId });
    expect(await listContacts(context, keptId)).toEqual([]);
    await expect(removeContact(context, { customerId: keptId, contactId })).rejects.toMatchObject({
      code: 'no-such-contact',
    });
  });

  test('what a contact was before a change is forgotten once it cannot be taken back any more', async () => {
    const context = await started(await open());
    const customerId = await idOf(context, 'K1');
    const added = await addContact(context, { customerId, contact: { name: 'Zacharias' } });
    const contactId = added.kind === 'added' ? added.contactId : '';
    await editContact(context, { customerId, contactId, contact: { name: 'Yolanda' } });
    const kept = async () => JSON.stringify(await contentsOf(context, ['member_action', 'audit_event']));
    expect(await kept()).toContain('Zacharias');
    context.clock.set('2026-03-05T09:11:00Z');
    await removeContact(context, { customerId, contactId });
    expect(await kept()).not.toContain('Zacharias');
    expect(await kept()).toContain('Yolanda');
    expect(JSON.stringify(await contentsOf(context, ['audit_event']))).not.toMatch(/Zacharias|Yolanda/);
  });

  test('figures are read like cells, taken away when empty, and kept when one is wrong', async () => {
    const context = await started(await open());
    const customerId = await idOf(context, 'K9');
    const before = await contentsOf(context, CONTENTS);
    const wrong = { salesAmount: '3.2万', complaintRate: '300%', satisfaction: '$5' };
    expect(await editFigures(context, { customerId, texts: wrong })).toMatchObject({
      kind: 'problems',
      problems: { complaintRate: { code: 'out-of-range' } },
    });
    expect(await contentsOf(context, CONTENTS)).toEqual(before);
    const edited = await editFigures(context, {
      customerId,
      texts: { salesAmount: '0.0001万', paymentCollection: '', nobody: '1' },
    });
    expect(edited).toMatchObject({ kind: 'edited', grade: { from: 'A', to: expect.stringMatching(/[BCD]/) } });
    const figures = await findFigures(context, customerId);
    const values = new Map(figures?.figures.map(({ criterion, value }) => [criterion.id, value]));
    expect(values.get('salesAmount')).toBe(1);
    expect(values.get('paymentCollection')).toBeNull();
    const same = await editFigures(context, { customerId, texts: { salesAmount: '1' } });
    expect(same).toMatchObject({ isRepeat: true, grade: null });
  });

  test('a purchase counts at once and stands in the measures; one after the latest grading counts later', async () => {
    const context = await started(await open());
    const customerId = await idOf(context, 'K1');
    const first = await addPurchase(context, { customerId, purchase: { boughtOn: '2026-03-05', amount: '1,200.50' } });
    expect(first.countsLater).toBe(false);
    expect(await contentsOf(context, ['purchase_measure'])).toMatchObject({
      purchase_measure: [{ customer_id: customerId, measures: { orders: 1, salesInAll: 1200.5 } }],
    });
    const later = await addPurchase(context, { customerId, purchase: { boughtOn: '2026-03-06', amount: '-5' } });
    expect(later.countsLater).toBe(true);
    const purchases = await listPurchases(context, customerId, 10);
    expect(purchases.map(({ amount }) => amount)).toEqual([-5, 1200.5]);
    for (const purchase of [
      { boughtOn: '2026-03-08', amount: '5' },
      { boughtOn: 'today', amount: '5' },
    ])
      await expect(addPurchase(context, { customerId, purchase })).rejects.toMatchObject({ code: 'purchase-day' });
    for (const amount of ['', '0', 'much', '高'])
      await expect(
        addPurchase(context, { customerId, purchase: { boughtOn: '2026-03-05', amount } }),
      ).rejects.toMatchObject({ code: 'purchase-amount' });
    await expect(
      removePurchase(context, { customerId: await idOf(context, 'K2'), purchaseId: purchases[0]?.id ?? '' }),
    ).rejects.toMatchObject({ code: 'no-such-purchase' });
  });

  test('each change is done once for a request, and Undo leaves everything as it was', async () => {
    const context = await started(await open());
    const customerId = await idOf(context, 'K8');
    const contact = await addContact(context, { customerId, contact: { name: 'Ann', birthday: '1990-03-10' } });
    const contactId = contact.kind === 'added' ? contact.contactId : '';
    await addPurchase(context, { customerId, purchase: { boughtOn: '2026-03-01', amount: '5' } });
    const [purchase] = await listPurchases(context, customerId, 1);
    const changes: ((
      requestId: string,
    ) => Promise<
      { readonly actionId: string; readonly isRepeat: boolean } | { readonly kind: 'known' | 'problems' }
    >)[] = [
      (requestId) => addContact(context, { customerId, requestId, contact: { name: 'Bob', birthday: '1980-03-06' } }),
      (requestId) =>
        editContact(context, { customerId, requestId, contactId, contact: { birthday: '', notes: 'likes tea' } }),
      (requestId) => removeContact(context, { customerId, requestId, contactId }),
      (requestId) => editFigures(context, { customerId, requestId, texts: { salesAmount: '1', orders: '3' } }),
      (requestId) =>
        addPurchase(context, { customerId, requestId, purchase: { boughtOn: '2026-03-02', amount: '9000' } }),
      (requestId) => removePurchase(context, { customerId, requestId, purchaseId: purchase?.id ?? '' }),
    ];
    const before = withoutHistory(await contentsOf(context, CONTENTS));
    for (const [at, change] of changes.entries()) {
      context.clock.set(`2026-03-05T09:2${at}:00Z`);
      const done = await change(`V${at}`);
      const again = await change(`V${at}`);
      if (!('actionId' in done)) throw new Error('Nothing was done.');
      expect(again).toMatchObject({ actionId: done.actionId, isRepeat: true });
      expect(withoutHistory(await contentsOf(context, CONTENTS))).not.toEqual(before);
      await undoAction(context, done.actionId);
      expect(withoutHistory(await contentsOf(context, CONTENTS))).toEqual(before);
    }
  });

  test('a rep sees the file but changes only that of their own customers', async () => {
    const context = await started(await open());
    const lei = {
      ...context,
      actor: await ensureMember(context, context.actor.workspaceId, { slackUserId: 'U0LEI001' }, []),
    };
    const customerId = await idOf(context, 'K1');
    const refused = { code: 'not-yours' };
    await expect(addContact(lei, { customerId, contact: { name: 'x' } })).rejects.toMatchObject(refused);
    await expect(editFigures(lei, { customerId, texts: { salesAmount: '1' } })).rejects.toMatchObject(refused);
    const purchase = { boughtOn: '2026-03-01', amount: '5' };
    await expect(addPurchase(lei, { customerId, purchase })).rejects.toMatchObject(refused);
    expect(await listContacts(lei, customerId)).toEqual([]);
    await editCustomer(context, { customerId, edit: { owner: { slackUserId: 'U0LEI001' } } });
    expect(await addContact(lei, { customerId, contact: { name: 'x' } })).toMatchObject({ kind: 'added' });
  });

  test('the figures of an archived customer can be put right, and it stays ungraded', async () => {
    const context = await started(await open());
    const customerId = await idOf(context, 'K1');
    await archiveCustomer(context, { customerId, reason: 'moved away' });
    expect(await editFigures(context, { customerId, texts: { salesAmount: '7' } })).toMatchObject({
      kind: 'edited',
      grade: null,
    });
    await gradeCustomers(context);
    const { grade = [] } = await contentsOf(context, ['grade']);
    expect(grade).toHaveLength(9);
  });
});
