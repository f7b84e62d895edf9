import ExcelJS from 'exceljs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UseCases } from '../../../../bot/listeners/services.ts';
import { checkMessage } from '../../../../bot/local/block-kit-rules.ts';
import type { DroppedFile } from '../../../../bot/local/share-file.ts';
import type { StoredMessage } from '../../../../bot/local/workspace-state.ts';
import { productUseCases } from '../../../../bot/product-use-cases.ts';
import { addWorkspace } from '../../../../bot/store/workspaces.ts';
import type { UseCaseContext } from '../../../../bot/use-cases/context.ts';
import { importTable } from '../../../../bot/use-cases/import-table.ts';
import { countSamples } from '../../../../bot/use-cases/remove-samples.ts';
import { mentions } from '../../../support/cards.ts';
import { openDatabase } from '../../../support/databases.ts';
import { IDLE_USE_CASES } from '../../../support/idle-use-cases.ts';
import { type SlackAppHarness, startSlackApp } from '../../../support/slack-app-harness.ts';
import { tableOf } from '../../../support/table-reading.ts';
import { contentsOf } from '../../../support/workspace.ts';

const CSV = [
  'Customer ID,Customer,Sales,Payment collection,Colour',
  'K1,Ames Ltd,"12,000",99%,red',
  'K2,Brook GmbH,"8,000",91%,green',
  ',,5,70%,red',
];

function csv(name = 'customers.csv', lines: readonly string[] = CSV): DroppedFile {
  return { name, bytes: Buffer.from(`${lines.join('\n')}\n`) };
}

async function xlsx(): Promise<DroppedFile> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Book 2026');
  for (const line of CSV.slice(0, 3)) sheet.addRow(line.replaceAll(/"(\d+),(\d+)"/g, '$1$2').split(','));
  return { name: 'customers.xlsx', bytes: Buffer.from(await book.xlsx.writeBuffer()) };
}

/** All that a person reads of it, top to bottom. */
function textOf(content: object | undefined): string {
  const parts: string[] = [];
  JSON.stringify(content !== undefined && 'blocks' in content ? content.blocks : [], (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string')
      parts.push(value.text);
    return value;
  });
  return parts.join('\n');
}

function buttonsOf(message: StoredMessage): string[] {
  return [...JSON.stringify(message.blocks).matchAll(/"action_id":"(table_\w+)"/g)].map(([, id = '']) => id);
}

describe.each(['socket', 'http'] as const)('a table posted to the bot over %s', (mode) => {
  let database: Awaited<ReturnType<typeof openDatabase>>;
  let harness: SlackAppHarness;
  let useCases: UseCases;
  let context: UseCaseContext;

  beforeAll(async () => {
    database = await openDatabase('pglite');
    const clock = { now: () => new Date() };
    await addWorkspace(database.db, 'T0LOCAL', clock.now());
    useCases = productUseCases(database.db, clock, []);
    context = { db: database.db, clock, actor: { workspaceId: 'T0LOCAL', memberId: null, role: 'admin' } };
    harness = await startSlackApp(mode, useCases, { db: database.db, fileUploads: true });
  });
  afterAll(async () => {
    await harness.stop();
    await database.close();
  });
  beforeEach(async () => {
    Object.assign(harness.useCases, useCases);
    for (const [name, channel] of [
      ['anna', 'D0ANNA'],
      ['lei', 'D0LEI'],
      ['anna', 'C0SALES'],
    ] as const) {
      harness.seenBy(name, channel);
    }
  });
  afterEach(async () => {
    for (const table of ['grade_change', 'grade', 'customer'] as const)
      await database.db.deleteFrom(table).where('workspace_id', '=', 'T0LOCAL').execute();
  });

  /** Posts a file in the direct message and gives the one answer, which Slack must accept. */
  async function post(file: DroppedFile, name = 'anna'): Promise<StoredMessage> {
    const channel = `D0${name.toUpperCase()}`;
    await harness.slack.person(name).shareFile(channel, file);
    await harness.settled();
    const answers = harness.seenBy(name, channel).filter(({ userId }) => userId === 'U0TIERBOOK');
    const [answer, ...more] = answers;
    expect(more).toEqual([]);
    if (answer === undefined) return expect.fail('No answer.');
    expect(checkMessage(answer)).toEqual([]);
    return answer;
  }

  /** Presses a button and gives the message as it is then. */
  async function press(message: StoredMessage, action: string, name = 'anna'): Promise<StoredMessage> {
    expect(await harness.slack.person(name).clickButton(message, action)).toEqual({ kind: 'done' });
    await harness.settled();
    return now(message, name);
  }

  function now(message: StoredMessage, name = 'anna'): StoredMessage {
    const visible = harness.slack.person(name).visibleMessages(message.channel);
    const found = visible.find(({ ts }) => ts === message.ts) ?? expect.fail('The message is gone.');
    expect(checkMessage(found)).toEqual([]);
    return found;
  }

  async function namesOnFile(): Promise<string[]> {
    const { customer } = await contentsOf(context, ['customer']);
    return (customer ?? []).map((row) => (row as { name: string }).name).toSorted();
  }

  const fileOf = (): string => [...harness.slack.workspace.files.keys()].at(-1) ?? '';

  test('is read and told, and imported only when Import is pressed', async () => {
    const preview = await post(csv());
    const words = textOf(preview);
    for (const part of [
      'customers.csv',
      'Sales → Sales · 12,000',
      'Kept as text beside the customer: Colour',
      'Nothing written yet. This import would bring: 2 new, 0 changed, 0 unchanged, 1 rejected.',
      'Row 4: The row has neither a customer name nor a key',
      'by tier: Tier A',
    ]) {
      expect(words).toContain(part);
    }
    expect(preview.text).toMatch(/^customers\.csv\. Nothing written yet/);
    expect(preview.visibleTo).toBeUndefined();
    expect(buttonsOf(preview)).toEqual(['table_import', 'table_cancel']);
    expect(await namesOnFile()).toEqual([]);
    const result = await press(preview, 'table_import');
    expect(textOf(result)).toContain('Imported: 2 new, 0 changed, 0 unchanged, 1 rejected.');
    expect(textOf(result)).toContain('Mend rejected rows');
    expect(textOf(result)).toContain('Try it: /customer Ames Ltd');
    expect(buttonsOf(result)).toEqual([]);
    expect(await namesOnFile()).toEqual(['Ames Ltd', 'Brook GmbH']);
  });

  test('may be a workbook, whose sheet is named', async () => {
    const preview = await post(await xlsx());
    expect(textOf(preview)).toContain('customers.xlsx, sheet “Book 2026”');
    expect(textOf(await press(preview, 'table_import'))).toContain('Imported: 2 new');
  });

  test('is answered in the language of the person', async () => {
    const preview = await post(csv('客户.csv'), 'lei');
    expect(textOf(preview)).toContain('各列的识别结果');
    expect(textOf(preview)).toContain('试运行，未写入任何数据');
    expect(textOf(preview)).toMatch(/等级 A \d/);
    expect(textOf(await press(preview, 'table_import', 'lei'))).toContain('导入完成：新增 2 个');
  });

  test('asks what its values leave open, and reads them again by the answers', async () => {
    const preview = await post(
      csv('open.csv', ['Customer,Sales,Last contact', 'Ames,1.234,3/4/2025', 'Bo,5.678,5/6/2025']),
    );
    expect(textOf(preview)).toContain('Decide this first');
    const labels = [...JSON.stringify(preview.blocks).matchAll(/"action_id":"(table_decide_\d)"/g)].map(([, id]) => id);
    expect(labels).toEqual(['table_decide_1', 'table_decide_2', 'table_decide_3', 'table_decide_4']);
    const once = await press(preview, 'table_decide_2');
    const twice = await press(once, 'table_decide_1');
    expect(textOf(twice)).not.toContain('Decide this first');
    await press(twice, 'table_import');
    const { customer } = await contentsOf(context, ['customer']);
    expect(customer?.find((row) => (row as { name: string }).name === 'Ames')).toMatchObject({
      facts: { values: expect.objectContaining({ salesAmount: 1234 }) },
      last_contact_on: '2025-04-03',
    });
  });

  test('can replace the sample customers', async () => {
    await importTable(context, tableOf({ name: 'Sample', salesAmount: 9 }), { source: 'sample' });
    const preview = await post(csv());
    expect(textOf(preview)).toContain('1 sample customer is still on file');
    expect(buttonsOf(preview)).toEqual(['table_import', 'table_import_alone', 'table_cancel']);
    await press(preview, 'table_import_alone');
    expect(await namesOnFile()).toEqual(['Ames Ltd', 'Brook GmbH']);
    expect(await countSamples(context)).toBe(0);
  });

  test('is left alone when Cancel is pressed', async () => {
    const cancelled = await press(await post(csv()), 'table_cancel');
    expect(textOf(cancelled)).toBe('Nothing was imported.');
    expect(await namesOnFile()).toEqual([]);
  });

  test.each([
    ['of another type', { name: 'photo.png', bytes: Buffer.from('\u0089PNG') }, 'photo.png is none'],
    ['that only calls itself a table', { name: 'x.csv', bytes: Buffer.from('%PDF-1.7') }, 'is a PDF file, not a table'],
    ['without headings', csv('x.csv', ['a,b', 'c,d']), 'No row of headings was found'],
    ['that is empty', { name: 'x.csv', bytes: Buffer.of() }, 'x.csv is empty'],
    ['that is too large', { ...csv(), details: { size: 10_485_761 } }, 'larger than 10 MB'],
    [
      'that is larger than it says',
      { name: 'x.csv', bytes: Buffer.alloc(10_485_761, 'a'), details: { size: 5 } },
      'larger than 10 MB',
    ],
    ['kept elsewhere', { ...csv(), details: { mode: 'external', is_external: true } }, 'kept outside of Slack'],
    [
      'still on its way',
      { ...csv(), details: { mode: 'file_access', file_access: 'check_file_info' } },
      'not done with',
    ],
    ['without an address', { ...csv(), details: { url_private_download: undefined } }, 'not done with'],
  ])('a file %s is refused with what to do', async (_what, file, sentence) => {
    const answer = await post(file);
    expect(textOf(answer)).toContain(sentence);
    expect(buttonsOf(answer)).toEqual([]);
  });

  test.each([
    'https://example.com/files-pri/T0LOCAL-F1/download/x.csv',
    'http://files.slack.com/files-pri/T0LOCAL-F1/download/x.csv',
    'https://files.slack.com.example.com/x.csv',
    'https://notslack.com/x.csv',
    'file:///etc/passwd',
    'nonsense',
  ])('a file at %s is not fetched, so that the token goes nowhere else', async (url) => {
    const answer = await post({ ...csv(), details: { url_private_download: url } });
    expect(textOf(answer)).toContain('kept outside of Slack');
  });

  test.each([
    [{ status: 500 }, 'could not be fetched from Slack'],
    [{ reset: true }, 'could not be fetched from Slack'],
    [{ status: 404 }, 'no longer there'],
    [{ status: 403 }, 'not allowed to read files'],
  ])('a download that meets %j is told', async (fault, sentence) => {
    harness.slack.failNext('files.download', fault);
    expect(textOf(await post(csv()))).toContain(sentence);
  });

  test.each([
    ['missing_scope', 'scope files:read'],
    ['file_not_found', 'no longer there'],
    ['file_deleted', 'no longer there'],
    ['fatal_error', 'give this number'],
  ])('a file that Slack does not describe (%s) is told', async (error, sentence) => {
    harness.slack.failNext('files.info', { error });
    expect(textOf(await post(csv()))).toContain(sentence);
  });

  test('a file that is gone when Import is pressed is told, and its message settled', async () => {
    const preview = await post(csv());
    harness.slack.person('anna').deleteFile(fileOf());
    const answer = await press(preview, 'table_import');
    expect(textOf(answer)).toBe('The file is no longer there. Please post it again.');
    expect(buttonsOf(answer)).toEqual([]);
  });

  test('a file that cannot be fetched when Import is pressed can be tried again', async () => {
    const preview = await post(csv());
    harness.slack.failNext('files.download', { status: 500 });
    const again = await press(preview, 'table_import');
    expect(textOf(again)).toContain('could not be fetched');
    expect(textOf(await press(again, 'table_import'))).toContain('Imported: 2 new');
  });

  test('two presses at once import once', async () => {
    const preview = await post(csv());
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    let imports = 0;
    harness.useCases.importTable = async (...table) => {
      imports += 1;
      await held;
      return useCases.importTable(...table);
    };
    const anna = harness.slack.person('anna');
    const told = harness.slack.workspace.changes.next(
      (change) => 'message' in change && change.message.visibleTo === 'U0ANNA',
    );
    await Promise.all([anna.clickButton(preview, 'table_import'), anna.clickButton(preview, 'table_import')]);
    const change = await told;
    expect(textOf('message' in change ? change.message : undefined)).toContain('dealt with already');
    release();
    await harness.settled();
    expect(imports).toBe(1);
    expect(textOf(now(preview))).toContain('Imported: 2 new');
  });

  test('an import that fails says so under an id and can be tried again', async () => {
    const preview = await post(csv());
    harness.useCases.importTable = () => Promise.reject(new Error('boom'));
    const again = await press(preview, 'table_import');
    expect(textOf(again)).toContain('did not finish');
    const id = /: (\w{8})$/.exec(textOf(harness.seenBy('anna', 'D0ANNA').at(-1)))?.[1];
    expect(harness.log).toContainEqual(
      expect.objectContaining({ id, err: expect.objectContaining({ message: 'boom' }) }),
    );
    Object.assign(harness.useCases, useCases);
    expect(textOf(await press(again, 'table_import'))).toContain('Imported: 2 new');
  });

  test('a preview that fails is told in the direct message under an id that the log has', async () => {
    harness.useCases.previewTable = () => Promise.reject(new Error('bang'));
    const id = /：(\w{8})$/.exec(textOf(await post(csv(), 'lei')))?.[1];
    expect(harness.log).toContainEqual(
      expect.objectContaining({ id, err: expect.objectContaining({ message: 'bang' }) }),
    );
  });

  test('a large file is announced while it is read, and the announcement becomes the answer', async () => {
    const lines = Array.from({ length: 30_000 }, (_, at) => `K${at},Customer number ${at}`);
    const seen: string[] = [];
    const end = harness.slack.workspace.changes.listen((change) => {
      if ('message' in change && change.message.userId === 'U0TIERBOOK') seen.push(textOf(change.message));
    });
    harness.useCases.previewTable = async (_, upload, options) =>
      useCases.previewTable(context, { ...upload, bytes: upload.bytes.subarray(0, 1000) }, options);
    await post(csv('large.csv', ['Customer ID,Customer', ...lines]));
    end();
    expect(seen[0]).toBe('One moment, I am reading large.csv …');
    expect(seen.at(-1)).toContain('Nothing written yet');
  });

  test('names of files, columns and customers ping nobody and read literally', async () => {
    const hostile = '<!channel> & <@U0SAM> *x*';
    const preview = await post(csv(`${hostile}.csv`, [`Customer,${hostile}`, `${hostile},1`, ',2']));
    expect(textOf(preview)).toContain(`${hostile}.csv`);
    expect(textOf(preview)).toContain(`Kept as text beside the customer: ${hostile}`);
    const result = await press(preview, 'table_import');
    for (const message of [preview, result]) {
      expect(mentions(message)).toEqual([]);
      expect(message.text).not.toMatch(/[<>]/);
    }
    expect(textOf(result)).toContain(`/customer ${hostile}`);
  });

  test('a file in a channel is nobody’s table', async () => {
    await harness.slack.person('anna').shareFile('C0SALES', csv());
    await harness.settled();
    expect(harness.seenBy('anna', 'C0SALES').filter(({ userId }) => userId === 'U0TIERBOOK')).toEqual([]);
  });
});

describe('an app that is installed otherwise', () => {
  let harness: SlackAppHarness | undefined;
  afterEach(() => harness?.stop());

  async function answersTo(file: DroppedFile, options: Parameters<typeof startSlackApp>[2]): Promise<string[]> {
    harness = await startSlackApp('socket', IDLE_USE_CASES, options);
    await harness.slack.person('anna').shareFile('D0ANNA', file);
    await harness.settled();
    const seen = harness.seenBy('anna', 'D0ANNA');
    return seen.filter(({ userId }) => userId === 'U0TIERBOOK').map(textOf);
  }

  test('without the rights hears of no file', async () => {
    expect(await answersTo(csv(), {})).toEqual([]);
  });

  test('answers once when Slack tells of a file twice', async () => {
    const refused = { name: 'x.pdf', bytes: Buffer.from('%PDF') };
    expect(await answersTo(refused, { fileUploads: true })).toHaveLength(1);
    expect(await harness?.slack.socketMode.repeatLast()).toMatchObject({ kind: 'acked' });
    await harness?.settled();
    expect(harness?.seenBy('anna', 'D0ANNA')).toEqual([]);
  });

  test('with the rights but switched off stays silent', async () => {
    expect(await answersTo(csv(), { fileUploads: true, takesFiles: false })).toEqual([]);
  });

  test('answers a button of before with a sentence when it is switched off', async () => {
    await answersTo(csv(), { fileUploads: true, takesFiles: false });
    const { slack } = harness ?? expect.fail();
    const post = (value: string) =>
      fetch(`${slack.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({
          channel: 'D0ANNA',
          text: 'old',
          blocks: [
            {
              type: 'actions',
              elements: [
                { type: 'button', action_id: 'table_import', value, text: { type: 'plain_text', text: 'Import' } },
              ],
            },
          ],
        }),
      });
    for (const [value, sentence] of [
      ['file=F1', 'not taken at the moment'],
      ['what', 'out of date'],
    ] as const) {
      await post(value);
      const old = slack.person('anna').visibleMessages('D0ANNA').at(-1) ?? expect.fail();
      await slack.person('anna').clickButton(old, 'table_import');
      await harness?.settled();
      expect(textOf(slack.person('anna').visibleMessages('D0ANNA').at(-1))).toContain(sentence);
    }
  });

  test('says which scope it lacks when Slack shows its sign-in page instead of the file', async () => {
    const details = { url_private_download: undefined };
    harness = await startSlackApp('socket', IDLE_USE_CASES, { fileUploads: true });
    const { slack } = harness;
    const url = `${slack.url}/signin`;
    await slack.person('anna').shareFile('D0ANNA', { ...csv(), details: { ...details, url_private_download: url } });
    await harness.settled();
    expect(textOf(harness.seenBy('anna', 'D0ANNA').at(-1))).toContain('scope files:read');
  });
});
