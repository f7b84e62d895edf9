import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWindow, readAddWindow } from '../../../bot/blocks/add-customer-window.ts';
import { contactsWindow, contactWindow } from '../../../bot/blocks/contact-windows.ts';
import { archiveWindow, editWindow, mergeWindow } from '../../../bot/blocks/customer-file-windows.ts';
import { figuresWindow, readFigureField } from '../../../bot/blocks/figures-window.ts';
import { purchasesWindow, purchaseWindow } from '../../../bot/blocks/purchase-windows.ts';
import type { Viewer } from '../../../bot/blocks/viewer.ts';
import { checkView } from '../../../bot/local/block-kit-rules.ts';
import type { ContactDetails } from '../../../bot/use-cases/contacts.ts';
import type { CustomerFile } from '../../../bot/use-cases/customer-file.ts';
import type { CustomerFigure, CustomerFigures } from '../../../bot/use-cases/edit-figures.ts';
import type { OnFile } from '../../../bot/use-cases/find-duplicates.ts';
import type { Purchase } from '../../../bot/use-cases/purchases.ts';
import { type CalendarDate, dateOfDayNumber } from '../../../core/calendar-date.ts';
import type { FactValue } from '../../../core/customer.ts';
import { readFigure } from '../../../core/grading/read-figure.ts';
import type { Scheme } from '../../../core/grading/scheme.ts';
import { accountValue } from '../../../core/schemes/account-value.ts';
import { BUILT_IN_SCHEMES } from '../../../core/schemes/built-in-schemes.ts';
import { CONTACT_PERSON_TEXT } from '../../../core/text/contact-person-text.ts';
import { CUSTOMER_FILE_TEXT } from '../../../core/text/customer-file-text.ts';
import { FIGURE_TEXT } from '../../../core/text/figure-text.ts';
import { LANGUAGES } from '../../../core/text/language.ts';
import { PURCHASE_FILE_TEXT } from '../../../core/text/purchase-file-text.ts';
import { HOSTILE_NAMES } from '../../support/cards.ts';

const NOW = new Date('2026-03-05T08:00:00Z');
const TODAY = '2026-03-05' as CalendarDate;

const anyViewer: fc.Arbitrary<Viewer> = fc
  .constantFrom(...LANGUAGES)
  .map((language) => ({ language, today: TODAY, now: NOW, dayOf: () => TODAY, timeOf: () => '12:00' }));
const anyText = fc.oneof(fc.constantFrom(...HOSTILE_NAMES), fc.string({ unit: 'binary', maxLength: 400 }));
const anyDay = fc.integer({ min: -10_000, max: 24_000 }).map(dateOfDayNumber);
const anyWindow = fc.record({
  customerId: fc.uuid(),
  seenAt: fc.constant(NOW),
  cardUrl: fc.option(fc.webUrl(), { nil: undefined }),
});

const anyContact: fc.Arbitrary<ContactDetails> = fc.record({
  id: fc.uuid(),
  customerId: fc.uuid(),
  name: fc.option(anyText),
  role: fc.option(fc.oneof(anyText, fc.constantFrom('cio', 'it'))),
  phone: fc.option(anyText),
  email: fc.option(anyText),
  birthday: fc.option(anyDay),
  notes: fc.option(anyText),
});

const anyFile: fc.Arbitrary<CustomerFile> = fc.record({
  customerId: fc.uuid(),
  name: anyText,
  key: fc.option(anyText),
  stage: fc.constantFrom('prospect', 'customer'),
  status: fc.constantFrom('active', 'archived'),
  industry: fc.option(anyText),
  region: fc.option(anyText),
  ownerText: fc.option(anyText),
  ownerSlackId: fc.option(fc.oneof(anyText, fc.constant('U0ANNA'))),
  mayGiveAway: fc.boolean(),
});

const anyPurchase: fc.Arbitrary<Purchase> = fc.record({
  id: fc.uuid(),
  customerId: fc.uuid(),
  boughtOn: anyDay,
  amount: fc.double({ min: -1e15, max: 1e15, noNaN: true }),
  currency: fc.option(fc.constantFrom('EUR', 'CNY')),
  product: fc.option(anyText),
  channel: fc.option(anyText),
  orderNumber: fc.option(anyText),
});

const anyValue: fc.Arbitrary<FactValue> = fc.oneof(
  anyText,
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom('high', 'none'),
  anyDay,
);

const anyCriterion: fc.Arbitrary<Scheme['criteria'][number]> = fc.record({
  id: fc.stringMatching(/^[a-z][a-zA-Z0-9-]{0,60}$/),
  type: fc.constantFrom('money', 'number', 'percent', 'count', 'date', 'months', 'level', 'yes-no', 'text'),
  titles: fc.record({ en: anyText }),
  hint: fc.record({ en: anyText }),
});

const anyFigures: fc.Arbitrary<CustomerFigures> = fc
  .uniqueArray(
    fc.record<CustomerFigure>({
      criterion: anyCriterion,
      value: fc.option(anyValue),
      doubtful: fc.option(anyText),
      measured: fc.option(anyValue),
    }),
    { maxLength: 130, selector: ({ criterion }) => criterion.id },
  )
  .chain((figures) =>
    anyText.map((name) => ({
      customerId: '01890000-0000-7000-8000-000000000001',
      name,
      scheme: accountValue,
      currency: 'CNY',
      asOf: TODAY,
      figures,
    })),
  );

const fits = (view: object): void => expect(checkView(view)).toEqual([]);

describe('whatever is on file, Slack takes the windows of the file', () => {
  test('adding, with likely duplicates, and what the window remembers comes back', () => {
    const anyDuplicate: fc.Arbitrary<OnFile> = fc.record({
      customerId: fc.uuid(),
      key: fc.option(anyText),
      name: anyText,
      by: fc.constantFrom('key', 'name', 'phone', 'email'),
    });
    fc.assert(
      fc.property(
        anyFile,
        anyViewer,
        fc.array(anyDuplicate, { maxLength: 10 }),
        fc.webUrl(),
        (file, viewer, on, url) => {
          const view = addWindow(file, viewer, { isNoDuplicate: true, cardUrl: url }, on);
          fits(view);
          expect(readAddWindow(view.private_metadata ?? '')).toEqual({ isNoDuplicate: true, cardUrl: url });
        },
      ),
    );
  });

  test('editing, archiving and merging', () => {
    fc.assert(
      fc.property(anyFile, anyViewer, anyWindow, (file, viewer, window) => {
        fits(editWindow(file, viewer, window));
        fits(archiveWindow(file.name, viewer, window));
        fits(mergeWindow(file.name, viewer, window));
      }),
    );
  });

  test('contacts', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(anyContact, { maxLength: 60 }),
        anyViewer,
        anyWindow,
        (name, on, viewer, window) => {
          fits(contactsWindow(name, on, viewer, window));
          fits(contactWindow(name, on[0] ?? null, viewer, window));
        },
      ),
    );
  });

  test('purchases', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.array(anyPurchase, { maxLength: 12 }),
        anyViewer,
        anyWindow,
        (name, on, viewer, window) => {
          fits(purchasesWindow(name, on, viewer, window));
          fits(purchaseWindow(name, 'EUR', viewer, window));
        },
      ),
    );
  });

  test('figures of any scheme, a page at a time', () => {
    fc.assert(
      fc.property(anyFigures, anyViewer, anyWindow, fc.integer({ min: 1, max: 4 }), (figures, viewer, window, page) => {
        fits(figuresWindow(figures, viewer, window, page));
      }),
    );
  });
});

describe('the fields of figures', () => {
  /** What stands in each field at first, by criterion, with whose field it is. */
  function initial(figures: CustomerFigures, viewer: Viewer) {
    const view = figuresWindow(figures, viewer, { customerId: figures.customerId, seenAt: NOW });
    return view.blocks.flatMap((block) => {
      if (block.type !== 'input') return [];
      const field = readFigureField(block.block_id ?? '');
      const element: Record<string, unknown> = 'element' in block ? { ...block.element } : {};
      const option = element['initial_option'] as { value: string } | undefined;
      const [typed, day] = [element['initial_value'], element['initial_date']] as (string | undefined)[];
      const text = typed ?? day ?? option?.value ?? '';
      return field === undefined ? [] : [{ field, text }];
    });
  }

  test('a field that nobody touched is told from one that was changed', () => {
    fc.assert(
      fc.property(anyFigures, anyViewer, (figures, viewer) => {
        for (const { field, text } of initial(figures, viewer)) {
          expect(field.isAsBefore(text)).toBe(true);
          expect(field.isAsBefore(`${text}1`)).toBe(false);
        }
      }),
    );
  });

  test.each(BUILT_IN_SCHEMES.map((scheme) => [scheme.id, scheme] as const))(
    'what stands in a field is read as the value that is on file: %s',
    (_, scheme) => {
      const value: Readonly<Record<string, fc.Arbitrary<FactValue>>> = {
        money: fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100),
        number: fc.integer({ min: 1, max: 1000 }),
        percent: fc.integer({ min: 0, max: 1000 }).map((permille) => permille / 1000),
        count: fc.integer({ min: 0, max: 10_000 }),
        date: fc.integer({ min: 18_000, max: 20_000 }).map(dateOfDayNumber),
        months: fc.integer({ min: 1, max: 24 }),
        level: fc.constantFrom('high', 'medium', 'low', 'none'),
        'yes-no': fc.boolean(),
        text: fc.constantFrom('Web shop', '上海'),
      };
      const anyOf = fc.tuple(
        ...scheme.criteria.map(({ id, type }) => (id === 'resolve' ? value['level'] : value[type]) ?? fc.constant('x')),
      );
      fc.assert(
        fc.property(anyOf, anyViewer, (values, viewer) => {
          const figures = scheme.criteria.map((criterion, at) => ({
            criterion,
            value: values[at] ?? null,
            doubtful: null,
            measured: null,
          }));
          const all = {
            customerId: '01890000-0000-7000-8000-000000000001',
            name: 'A',
            scheme,
            currency: null,
            asOf: TODAY,
            figures,
          };
          for (const { field, text } of initial(all, viewer)) {
            const figure = figures.find(({ criterion }) => criterion.id === field.criterion);
            const read = readFigure(text, field.criterion, scheme, { asOf: TODAY, currency: null });
            const got = read.kind === 'value' ? read.value : read;
            if (typeof figure?.value === 'number' && typeof got === 'number') expect(got).toBeCloseTo(figure.value, 6);
            else expect([field.criterion, got]).toEqual([field.criterion, figure?.value]);
          }
        }),
        { numRuns: 8 },
      );
    },
  );
});

test.each(LANGUAGES)('titles and buttons of the windows are short enough in %s', (language) => {
  const file = CUSTOMER_FILE_TEXT[language];
  const purchases = PURCHASE_FILE_TEXT[language];
  const contacts = CONTACT_PERSON_TEXT[language];
  const figures = FIGURE_TEXT[language];
  const titles = [
    file.addTitle,
    file.editTitle,
    file.archiveTitle,
    file.mergeTitle,
    file.add,
    file.addAnyway,
    file.save,
  ]
    .concat(purchases.title, purchases.addTitle, purchases.save)
    .concat(contacts.title, contacts.add, contacts.editTitle, figures.title, figures.save);
  for (const title of titles) expect(title.length).toBeLessThanOrEqual(24);
});
