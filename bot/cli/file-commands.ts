import { type CustomerStage, customerStage } from '../../core/customer-stage.ts';
import { criteriaNamed } from '../../core/grading/what-if.ts';
import { CUSTOMER_FILE_TEXT } from '../../core/text/customer-file-text.ts';
import { figureProblemText } from '../../core/text/figure-text.ts';
import { FILE_COMMAND_TEXT } from '../../core/text/file-command-text.ts';
import { textIn } from '../../core/text/grading-text.ts';
import type { Language } from '../../core/text/language.ts';
import { whatIfProblemText } from '../../core/text/what-if-text.ts';
import { addCustomer } from '../use-cases/add-customer.ts';
import { archiveCustomer, bringBackCustomer } from '../use-cases/archive-customer.ts';
import type { CustomerChanged } from '../use-cases/change-customer.ts';
import type { UseCaseContext } from '../use-cases/context.ts';
import { type CustomerEdit, editCustomer } from '../use-cases/edit-customer.ts';
import { editFigures, findFigures } from '../use-cases/edit-figures.ts';
import { UseCaseError } from '../use-cases/use-case-error.ts';
import { CliError, type CliIo, print } from './cli-io.ts';
import { customerNamed } from './customer-named.ts';
import { inWorkspace } from './in-workspace.ts';

/** Where and in what language a command about a customer's file runs. */
export interface FileCommandOptions {
  readonly workspace: string | undefined;
  readonly language: Language;
}

/** What `add` is told of the new customer. */
export interface AddedByCommand {
  readonly key: string | undefined;
  readonly stage: string | undefined;
  readonly owner: string | undefined;
  readonly industry: string | undefined;
  readonly region: string | undefined;
  /** Somebody knows that it is no duplicate. */
  readonly force: boolean;
}

/** `add NAME`: puts a customer on file, or names those that it may be. */
export async function addCommand(
  io: CliIo,
  name: string,
  { force, key, owner, stage, ...asked }: AddedByCommand,
  { language, workspace }: FileCommandOptions,
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const added = await addCustomer(context, {
      ...asked,
      name,
      key,
      stage: stageFrom(stage ?? 'customer', language),
      isNoDuplicate: force,
      ...(owner !== undefined && { owner: { text: owner } }),
    });
    if (added.kind === 'likely-duplicates') {
      const named = added.duplicates.map((other) => (other.key === null ? other.name : `${other.name} (${other.key})`));
      throw new CliError(FILE_COMMAND_TEXT[language].likelyDuplicates(named));
    }
    await tellChanged(io, added, CUSTOMER_FILE_TEXT[language].added(added.name), language);
    return 0;
  });
}

/** `archive CUSTOMER --reason TEXT`: takes it out of grading and follow-ups. */
export async function archiveCommand(
  io: CliIo,
  customer: string,
  reason: string,
  { language, workspace }: FileCommandOptions,
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const { id } = await customerNamed(context, customer, language);
    const changed = await archiveCustomer(context, { customerId: id, reason });
    await tellChanged(io, changed, CUSTOMER_FILE_TEXT[language].archived(changed.name), language);
    return 0;
  });
}

/** `bring-back CUSTOMER`: an archived customer is graded and followed up again. */
export async function bringBackCommand(
  io: CliIo,
  customer: string,
  { language, workspace }: FileCommandOptions,
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const { id } = await customerNamed(context, customer, language);
    const changed = await bringBackCustomer(context, { customerId: id });
    await tellChanged(io, changed, CUSTOMER_FILE_TEXT[language].broughtBack(changed.name), language);
    return 0;
  });
}

/** Fields of a customer's basic data by the words for them; all other words are those of criteria. */
const BASIC_FIELDS: Readonly<Record<string, 'name' | 'key' | 'owner' | 'stage' | 'industry' | 'region'>> = {
  name: 'name',
  名称: 'name',
  名稱: 'name',
  key: 'key',
  number: 'key',
  编号: 'key',
  編號: 'key',
  owner: 'owner',
  客户经理: 'owner',
  客戶經理: 'owner',
  stage: 'stage',
  阶段: 'stage',
  階段: 'stage',
  industry: 'industry',
  行业: 'industry',
  產業: 'industry',
  行業: 'industry',
  region: 'region',
  地区: 'region',
  地區: 'region',
};

/** `edit CUSTOMER FIELD=VALUE …`: basic data, or figures by the names of the criteria; an empty value is taken away. */
export async function editCommand(
  io: CliIo,
  customer: string,
  pairs: readonly string[],
  { language, workspace }: FileCommandOptions,
): Promise<number> {
  return inWorkspace(io, workspace, async (context) => {
    const { id } = await customerNamed(context, customer, language);
    const { edit, texts } = await readPairs(context, id, pairs, language);
    // The figures first: what is wrong with one is told before anything is changed.
    if (Object.keys(texts).length > 0) {
      const edited = await editFigures(context, { customerId: id, texts });
      if (edited.kind === 'problems') {
        const problems = Object.entries(edited.problems).map(([criterion, problem]) => {
          const known = edited.scheme.criteria.find((one) => one.id === criterion);
          const title = known === undefined ? criterion : textIn(known.titles, language);
          return FILE_COMMAND_TEXT[language].figure(title, figureProblemText(problem, known?.type ?? 'text', language));
        });
        throw new CliError(problems.join(' '));
      }
      await tellEdited(io, edited, language);
    }
    if (Object.keys(edit).length > 0)
      await tellEdited(io, await editCustomer(context, { customerId: id, edit }), language);
    return 0;
  });
}

async function readPairs(
  context: UseCaseContext,
  customerId: string,
  pairs: readonly string[],
  language: Language,
): Promise<{ readonly edit: CustomerEdit; readonly texts: Readonly<Record<string, string>> }> {
  const text = FILE_COMMAND_TEXT[language];
  const figures = await findFigures(context, customerId);
  const edit: { -readonly [K in keyof CustomerEdit]: CustomerEdit[K] } = {};
  const texts: Record<string, string> = {};
  for (const pair of pairs) {
    const at = pair.search(/[=＝]/u);
    const name = pair.slice(0, Math.max(at, 0)).trim();
    if (name === '') throw new CliError(text.noPair(pair));
    const value = pair.slice(at + 1).trim();
    const field = BASIC_FIELDS[name.toLowerCase()];
    if (field === 'owner') edit.owner = { text: value };
    else if (field === 'stage') edit.stage = stageFrom(value, language);
    else if (field !== undefined) edit[field] = value;
    else {
      if (figures === undefined) throw new UseCaseError('ungraded', name);
      const criteria = criteriaNamed(name, figures.scheme);
      const [criterion] = criteria;
      if (criterion === undefined || criteria.length > 1) {
        throw new CliError(whatIfProblemText({ code: 'unknown-criterion', text: name, criteria }, figures, language));
      }
      texts[criterion] = value;
    }
  }
  return { edit, texts };
}

function stageFrom(text: string, language: Language): CustomerStage {
  const stage = customerStage(text);
  if (stage === undefined) throw new CliError(FILE_COMMAND_TEXT[language].stage);
  return stage;
}

function tellEdited(io: CliIo, changed: CustomerChanged, language: Language): Promise<void> {
  const text = CUSTOMER_FILE_TEXT[language];
  const line = changed.isRepeat ? text.nothingChanged(changed.name) : text.edited(changed.name);
  return tellChanged(io, changed, line, language);
}

/** Says what was done and how it moved the customer's tier. */
export async function tellChanged(
  io: CliIo,
  { grade }: CustomerChanged,
  line: string,
  language: Language,
): Promise<void> {
  const hasMoved = grade !== null && grade.from !== grade.to;
  const moved = hasMoved ? ` ${CUSTOMER_FILE_TEXT[language].tierMoved(grade.from, grade.to)}` : '';
  await print(io, `${line}${moved}\n`);
}
